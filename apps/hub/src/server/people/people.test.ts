import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  PASSWORD,
  type TestHub,
  testHub,
} from '../testing.ts';

let database: HubDatabase;
let test: TestHub;
let maple: string;
let alice: { userId: string; email: string };
let admin: Browser;

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  test = await testHub(database);
  maple = await newCompany(database, 'Maple');
  const memberships = [{ tenantId: maple, role: 'administrator' as const }];
  alice = await newPerson(database, { name: 'Alice', memberships });
  admin = new Browser(test.app);
  await admin.signIn(alice.email);
});

let counter = 0;
const newEmail = () => {
  counter += 1;
  return `new-${counter}-${maple.slice(0, 8)}@example.test`;
};

async function invite(email = newEmail(), role: 'administrator' | 'user' = 'user') {
  const answer = await admin.send('POST', '/api/v1/people/invitations', { email, role });
  const token = new URL(answer.json().link).searchParams.get('token') ?? '';
  return { answer, email, token, invitationId: answer.json().invitation.invitationId as string };
}

const accept = (body: object) => new Browser(test.app).send('POST', '/api/v1/invitations/accept', body);
const look = (token: string) => new Browser(test.app).send('POST', '/api/v1/invitations/look', { token });
const GOOD = 'quiet harbour at dawn';

describe('an invitation', () => {
  it('lets a new person make a login and come in with the role given', async () => {
    const { email, token } = await invite();
    expect((await look(token)).json()).toMatchObject({ companyName: 'Maple', email, hasAccount: false });
    expect((await accept({ token, name: 'Bob', password: GOOD })).statusCode).toBe(204);
    const bob = new Browser(test.app);
    const session = (await bob.signIn(email, GOOD)).json();
    expect(session).toMatchObject({ user: { name: 'Bob' }, company: { companyId: maple, role: 'user' } });
    const { members, invitations } = (await admin.send('GET', '/api/v1/people')).json();
    expect(members.map((one: { name: string }) => one.name)).toEqual(['Alice', 'Bob']);
    expect(invitations).toEqual([]);
  });

  it('asks a known person for their password, and gives a second company', async () => {
    const known = await newPerson(database, { name: 'Carol' });
    const { token } = await invite(known.email, 'administrator');
    expect((await look(token)).json()).toMatchObject({ hasAccount: true });
    expect((await accept({ token, password: 'wrong' })).statusCode).toBe(401);
    expect((await accept({ token, password: PASSWORD })).statusCode).toBe(204);
    const carol = new Browser(test.app);
    expect((await carol.signIn(known.email)).json().company).toMatchObject({ role: 'administrator' });
  });

  it('works once', async () => {
    const { token } = await invite();
    await accept({ token, name: 'Bob', password: GOOD });
    const again = await accept({ token, name: 'Eve', password: GOOD });
    expect([again.statusCode, again.json().code]).toEqual([410, 'LINK_OVER']);
  });

  it('is over after a week, when taken back, and when a newer one was sent', async () => {
    const old = await invite();
    test.clock.advance(7 * 86_400_000 + 1);
    await admin.signIn(alice.email);
    const taken = await invite();
    await admin.send('DELETE', `/api/v1/people/invitations/${taken.invitationId}`);
    const email = newEmail();
    const first = await invite(email);
    const second = await invite(email);
    const states = await Promise.all([old, taken, first, second].map(({ token }) => look(token)));
    expect(states.map((one) => one.statusCode)).toEqual([410, 410, 410, 200]);
  });

  it('keeps a weak password out, and the invitation open', async () => {
    const { token, email } = await invite();
    for (const password of ['short', 'aaaaaaaaaaaaaaaa', `${email} `]) {
      const answer = await accept({ token, name: 'Bob', password });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'PASSWORD_TOO_WEAK']);
    }
    expect((await look(token)).statusCode).toBe(200);
  });

  it('is refused for a member, and by whoever is no administrator', async () => {
    const answer = await admin.send('POST', '/api/v1/people/invitations', {
      email: alice.email,
      role: 'user',
    });
    expect(answer.json().code).toBe('ALREADY_MEMBER');
    const user = await newPerson(database, { memberships: [{ tenantId: maple, role: 'user' }] });
    const browser = new Browser(test.app);
    await browser.signIn(user.email);
    const refused = await browser.send('POST', '/api/v1/people/invitations', {
      email: newEmail(),
      role: 'administrator',
    });
    expect(refused.statusCode).toBe(403);
  });

  it('stands in the outbox without its link being readable', async () => {
    const { token } = await invite();
    const rows = await database.door.asDesk((tx) => tx.selectFrom('outbox').select('payload').execute());
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a company', () => {
  it('changes a role and removes a person, whose session ends up without it', async () => {
    const user = await newPerson(database, { memberships: [{ tenantId: maple, role: 'user' }] });
    const browser = new Browser(test.app);
    await browser.signIn(user.email);
    const changed = await admin.send('PATCH', `/api/v1/people/${user.userId}`, { role: 'administrator' });
    expect(changed.statusCode).toBe(200);
    expect((await browser.send('GET', '/api/v1/people')).statusCode).toBe(200);
    expect((await admin.send('DELETE', `/api/v1/people/${user.userId}`)).statusCode).toBe(204);
    expect((await browser.send('GET', '/api/v1/parcels')).statusCode).toBe(403);
  });

  it('never loses its last administrator', async () => {
    for (const answer of [
      await admin.send('PATCH', `/api/v1/people/${alice.userId}`, { role: 'user' }),
      await admin.send('DELETE', `/api/v1/people/${alice.userId}`),
    ]) {
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'LAST_ADMINISTRATOR']);
    }
  });

  it('does not see or change people of another company', async () => {
    const other = await newCompany(database, 'Northline');
    const nora = await newPerson(database, { memberships: [{ tenantId: other, role: 'user' }] });
    const answer = await admin.send('DELETE', `/api/v1/people/${nora.userId}`);
    expect(answer.statusCode).toBe(404);
  });

  it('reads in its audit log who invited whom and who came', async () => {
    const { token } = await invite();
    await accept({ token, name: 'Bob', password: GOOD });
    const { entries } = (await admin.send('GET', '/api/v1/audit')).json();
    const actions = entries.map((one: { action: string; userName: string }) => [one.action, one.userName]);
    expect(actions).toContainEqual(['person.invite', 'Alice']);
    expect(actions).toContainEqual(['person.join', 'Bob']);
  });
});
