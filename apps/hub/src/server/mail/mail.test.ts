import type { Mail } from '@lading/kit/mail';
import { deliverDue } from '@lading/kit/outbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callFaultText, readingFaultTexts } from '../../api/reading-faults.ts';
import { enqueue } from '../outbox/store.ts';
import { type HubDatabase, hubDatabase, newCompany, newPerson, testHub } from '../testing.ts';
import { compose } from './letters.ts';
import { createSender } from './service.ts';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

const place = { hubUrl: 'https://hub.example', companyName: 'Maple', zone: 'America/Toronto' };
const invitation = { inviter: 'Alice', token: 'abc', until: '2026-03-09T12:00:00.000Z' };

describe('a letter', () => {
  it('speaks its reader’s language and leads to the place', () => {
    const to = { email: 'b@example.test', locale: 'fr' as const };
    const letter = compose('invitation', invitation, to, place);
    expect(letter.subject).toBe('Alice vous invite dans Maple sur Lading');
    expect(letter.text).toContain('https://hub.example/join?token=abc');
    expect(letter.text).not.toMatch(/\{\w+\}/);
  });

  it.each(['en', 'fr'] as const)('leaves no place unfilled in %s', (locale) => {
    const to = { email: 'b@example.test', locale };
    const fault = { code: '10400', message: 'Invalid Refresh Token' };
    const all = [
      compose('invitation', invitation, to, place),
      compose('password-reset', invitation, to, place),
      compose('reauthorization-required', { integrationId: 'i', name: 'Maple IL', fault }, to, place),
    ];
    const about = { integrationId: 'i', subscription: 'Outbound' };
    const since = invitation.until;
    all.push(
      compose('feed-silent', { ...about, hours: 24, since }, to, place),
      compose('held-back', { ...about, answers: 1, parts: 2 }, to, place),
      compose('competing-reader', { ...about, seen: since, files: 3 }, to, place),
    );
    for (const { subject, text } of all) expect(subject + text).not.toMatch(/\{\w+\}/);
  });
});

describe('a letter about a refusal of the carrier', () => {
  const to = { email: 'b@example.test', locale: 'fr' as const };
  const facts = { integrationId: 'i', name: 'Maple IL' };

  it.each(['reauthorization-required', 'application-refused'] as const)(
    'says in its reader’s language what it means, and quotes the carrier: %s',
    (kind) => {
      const fault = { code: '10400', message: 'Invalid Refresh Token' };
      const { text } = compose(kind, { ...facts, fault }, to, place);
      expect(text).toContain(`. ${callFaultText(fault).fr}\n`);
      expect(text.replace('« Invalid Refresh Token »', '')).not.toMatch(/\b(the|refresh|token|is)\b/i);
    },
  );

  it('says what the hub itself found in its reader’s language', () => {
    const fault = { code: 'HUB_FAULT', message: readingFaultTexts.HUB_FAULT.en };
    const { text } = compose('reauthorization-required', { ...facts, fault }, to, place);
    expect(text).toContain(readingFaultTexts.HUB_FAULT.fr);
    expect(text).not.toContain(readingFaultTexts.HUB_FAULT.en);
  });
});

describe('a message to the administrators', () => {
  it('reaches each of them once, though one address fails at first', async () => {
    const test = await testHub(database);
    const tenantId = await newCompany(database);
    const memberships = [{ tenantId, role: 'administrator' as const }];
    const [one, two] = [
      await newPerson(database, { memberships }),
      await newPerson(database, { memberships }),
    ];
    await newPerson(database, { memberships: [{ tenantId, role: 'user' }] });
    const fault = { code: '10400', message: 'Invalid Refresh Token' };
    await database.door.asTenant(tenantId, (tx) =>
      enqueue(tx, test.hub.sealer, {
        ...{ tenantId, messageId: test.hub.ids.uuid(), dedupeKey: 'once', to: 'administrators' },
        kind: 'reauthorization-required',
        facts: { integrationId: 'i', name: 'Maple IL', fault },
        at: new Date(test.clock.now()),
      }),
    );
    const sent: Mail[] = [];
    let isDown = true;
    const mailer = {
      send: async (mail: Mail) => {
        if (isDown && mail.to === two.email) throw new Error('421 try again later');
        sent.push(mail);
      },
      close: () => undefined,
    };
    const sender = createSender(test.hub, mailer);
    for (let round = 0; round < 3; round += 1) await deliverDue(database.door, sender, test.clock);
    isDown = false;
    test.clock.advance(3_600_000);
    for (let round = 0; round < 3; round += 1) await deliverDue(database.door, sender, test.clock);
    const ours = sent.filter(({ to }) => [one.email, two.email].includes(to));
    expect(ours.map(({ to }) => to).sort()).toEqual([one.email, two.email].sort());
    expect(sent).toHaveLength(ours.length);
  });
});
