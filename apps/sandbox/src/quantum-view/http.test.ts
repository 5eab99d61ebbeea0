import { expandArrays } from '@lading/contract/arrays/wire';
import { QuantumViewResponse } from '@lading/contract/quantum-view/schema';
import { events } from '@lading/contract/quantum-view/wire';
import { closed } from '@lading/contract/schema/notation';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type WorldForTests } from '../testing.ts';

const strict = Compile(closed(QuantumViewResponse));
let world: WorldForTests;
let token: string;

beforeAll(async () => {
  world = await startWorld();
  await world.traffic({
    shipments: 400,
    from: '2026-11-15T00:00:00Z',
    to: '2026-11-20T00:00:00Z',
    seed: 'http',
  });
  token = await clientToken();
});
afterAll(() => world.close());

const lastDays = { BeginDateTime: '20261114000000', EndDateTime: '20261120120000' };
const byDate = { SubscriptionRequest: { Name: 'Outbound', DateTimeRange: lastDays } };

describe('Quantum View over HTTP', () => {
  it.each(['v1', 'v2', 'v3'])('answers %s in the array form of that version', async (version) => {
    const answer = await ask(byDate, { version });
    const expanded = expandArrays(answer, events.responseArrays);
    expect(strict.Check(expanded)).toBe(true);
    const subscriptions = eventsOf(answer).SubscriptionEvents;
    expect(Array.isArray(subscriptions)).toBe(version !== 'v1');
  });

  it('carries the security headers on large answers too', async () => {
    const { headers } = await post(byDate, {});
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/./);
  });

  it('walks with a bookmark inside the request as the carrier’s own example has it', async () => {
    const first = await ask(byDate);
    const Bookmark = member(first, 'QuantumViewResponse').Bookmark;
    expect(Bookmark).toEqual(expect.any(String));
    const inside = await ask({ SubscriptionRequest: { ...byDate.SubscriptionRequest, Bookmark } });
    expect(namesOf(inside)).not.toEqual(namesOf(first));
    expect(namesOf(await ask({ ...byDate, Bookmark: { Value: Bookmark } }))).toEqual(namesOf(inside));
  });

  it('lets the bookmark be taken away and files be lost after they were marked read', async () => {
    const bare = await ask(byDate, { fault: 'qv-no-bookmark' });
    expect(member(bare, 'QuantumViewResponse')).not.toHaveProperty('Bookmark');
    const unread = { SubscriptionRequest: [{ Name: 'Inbound' }] };
    await expect(ask(unread, { fault: 'cut-after-mark' })).rejects.toThrow();
    const after = namesOf(await ask(unread));
    const dated = { SubscriptionRequest: [{ Name: 'Inbound', DateTimeRange: lastDays }] };
    const all = namesOf(await ask(dated));
    expect(all.length).toBeGreaterThan(after.length);
  });

  it('gives two unread requests at the same moment no file twice', async () => {
    const unread = { SubscriptionRequest: [{ Name: 'ThirdParty' }] };
    const [slow, swift] = await Promise.all([ask(unread, { fault: 'delayMs=40' }), ask(unread)]);
    const both = [...namesOf(slow), ...namesOf(swift)];
    expect(both.length).toBeGreaterThan(0);
    expect(new Set(both).size).toBe(both.length);
  });

  it('gives the files of an answer whose caller went away to the next who asks', async () => {
    const unread = { SubscriptionRequest: [{ Name: 'Outbound' }] };
    const signal = AbortSignal.timeout(20);
    await expect(ask(unread, { fault: 'delayMs=60', signal })).rejects.toThrow();
    await expect.poll(async () => namesOf(await ask(unread)).length).toBeGreaterThan(0);
  });

  it('knows only the subscriptions of the user and of associated accounts', async () => {
    const unknown = await ask({ SubscriptionRequest: [{ Name: 'Unassociated' }] });
    expect(JSON.stringify(unknown)).toContain('330010');
    await world.command('associate-account', { userName: 'il_support', account: 'X9Y8Z7' });
    const known = await ask({ SubscriptionRequest: [{ Name: 'Unassociated' }] });
    expect(member(member(known, 'QuantumViewResponse'), 'Response').ResponseStatusCode).toBe('1');
  });

  it('ships, meets with weather and delivers by command', async () => {
    const to = { country: 'CA', state: 'ON', city: 'Ottawa', isHome: true };
    const shipped = Object(await world.command('ship', { account: 'A1B2C3', to }));
    const trackingNumber: string = shipped.trackingNumbers[0];
    await world.clock.advance('P1D');
    await world.command('except', { trackingNumber, incident: 'weather' });
    await world.clock.advance('PT1H');
    token = await clientToken();
    const day = { BeginDateTime: '20261121000000', EndDateTime: '' };
    const seen = JSON.stringify(
      await ask({ SubscriptionRequest: [{ Name: 'Outbound', DateTimeRange: day }] }),
    );
    expect(seen).toContain(trackingNumber);
    expect(seen).toContain('ADVERSE WEATHER CONDITIONS DELAY');
  });
});

async function clientToken(): Promise<string> {
  const credentials = Buffer.from(`${world.clientId}:${world.clientSecret}`).toString('base64');
  const response = await fetch(`${world.baseUrl}/security/v1/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  return String(Object(await response.json()).access_token);
}

interface Manner {
  readonly version?: string;
  readonly fault?: string;
  readonly signal?: AbortSignal | null;
}

async function ask(members: object, manner: Manner = {}): Promise<unknown> {
  const response = await post(members, manner);
  expect(response.status).toBe(200);
  return response.json();
}

function post(members: object, { version = 'v3', fault = '', signal = null }: Manner): Promise<Response> {
  return fetch(`${world.baseUrl}/api/quantumview/${version}/events`, {
    method: 'POST',
    signal,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(fault === '' ? {} : { 'x-lading-fault': fault }),
    },
    body: JSON.stringify({ QuantumViewRequest: { Request: { RequestAction: 'QVEvents' }, ...members } }),
  });
}

function namesOf(answer: unknown): string[] {
  const expanded = expandArrays(answer, events.responseArrays);
  return [...JSON.stringify(expanded).matchAll(/"FileName":"([^"]+)"/g)].map((match) => match[1] ?? '');
}

function eventsOf(answer: unknown): Record<string, unknown> {
  return member(member(answer, 'QuantumViewResponse'), 'QuantumViewEvents');
}

function member(value: unknown, name: string): Record<string, unknown> {
  return Object(Reflect.get(Object(value), name));
}
