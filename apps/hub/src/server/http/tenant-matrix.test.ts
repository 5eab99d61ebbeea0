import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubDatabase, hubDatabase, type TestHub, testHub } from '../testing.ts';
import type { Access } from './seat.ts';
import { type Route, routesOf } from './testing/attempts.ts';
import { type Outcome, runMatrix } from './testing/matrix.ts';
import { plant } from './testing/plant.ts';
import type { Imagined } from './testing/planted.ts';
import { type Role, rolesAgainst } from './testing/roles.ts';
import { RowWatch } from './testing/rows.ts';

let database: HubDatabase;
let test: TestHub;
let victim: Imagined;
let roles: readonly Role[];

beforeAll(async () => {
  database = await hubDatabase();
  test = await testHub(database);
  addLeaks();
  victim = await plant(database);
  roles = await rolesAgainst({ database, test, victim });
});
afterAll(() => database.close());

/** Faults that a route could have, planted to see that each of them is found. */
function addLeaks(): void {
  const { app, hub } = test;
  const schema = { params: Type.Object({ companyId: Type.String({ format: 'uuid' }) }) };
  const options = { config: { access: 'anyone' }, schema } as const;
  const nameOf = (tenantId: string) =>
    hub.door.asTenant(tenantId, (tx) => tx.selectFrom('tenants').select('name').executeTakeFirst());
  app.get('/api/v1/leaks/body/:companyId', options, (request) => nameOf(request.params.companyId));
  app.get('/api/v1/leaks/location/:companyId', options, async (request, reply) => {
    const found = await nameOf(request.params.companyId);
    return reply.redirect(`/?company=${encodeURIComponent(found?.name ?? '')}`);
  });
  app.get('/api/v1/leaks/status/:companyId', options, async (request, reply) =>
    reply.code((await nameOf(request.params.companyId)) ? 403 : 404).send(),
  );
  app.post('/api/v1/leaks/rows/:companyId', options, async (request, reply) => {
    await hub.door.asTenant(request.params.companyId, (tx) =>
      tx.updateTable('tenants').set({ zone: 'UTC' }).execute(),
    );
    return reply.code(204).send();
  });
}

const isLeak = (name: string) => name.includes('/leaks/');
const ORDER = ['HEAD', 'GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
/** What reads comes first and what deletes last, so that every route has something to serve. */
const routesWhere = (wanted: (name: string) => boolean): readonly Route[] =>
  routesOf(test.app)
    .filter(({ name }) => wanted(name))
    .sort((one, other) => ORDER.indexOf(one.method) - ORDER.indexOf(other.method));

describe('the victim', () => {
  it('has a row in every table that holds rows of companies', async () => {
    const { empty } = await new RowWatch(database, victim).look();
    expect([...empty]).toEqual([]);
  });
});

describe('every route, called by everybody who has no right to a company', () => {
  let outcome: Outcome;
  let routes: readonly Route[];

  beforeAll(async () => {
    await test.app.ready();
    routes = routesWhere((name) => !isLeak(name));
    outcome = await runMatrix({ test, database, victim, roles, routes });
    const sum = [...outcome.attempts.values()].reduce((all, one) => all + one, 0);
    const lines = [...outcome.attempts].map(([role, count]) => `${role} ${count}`);
    process.stdout.write(
      `${sum} attempts (${lines.join(', ')}), ${outcome.leaks.length} leaks, ${database.engine}\n`,
    );
  }, 600_000);

  it('gives nothing of it, changes nothing of it, and does not say whether it exists', () => {
    expect(outcome.leaks).toEqual([]);
  });

  it('was called often enough', () => {
    const sum = [...outcome.attempts.values()].reduce((all, one) => all + one, 0);
    expect(sum).toBeGreaterThanOrEqual(5_000);
    expect(Math.min(...outcome.attempts.values())).toBeGreaterThan(300);
  });

  it('serves the caller’s own company, so that a refusal means something', () => {
    const reading = routes.filter(
      ({ method, pattern }) => method === 'GET' && pattern.startsWith('/api/v1/'),
    );
    const notServed = (role: string, accesses: readonly Access[]) =>
      reading.filter(
        ({ name, access }) => accesses.includes(access) && !outcome.served.has(`${role} ${name}`),
      );
    const everybodys = ['signed-in', 'member'] as const;
    expect(notServed('administrator', [...everybodys, 'administrator'])).toEqual([]);
    expect(notServed('user', everybodys)).toEqual([]);
    expect(notServed('customer success', ['signed-in', 'desk'])).toEqual([]);
    const changing = [...outcome.served].filter((one) => /^administrator (POST|PATCH|DELETE)/.test(one));
    expect(changing.length).toBeGreaterThan(12);
  });

  it.each(['expired session', 'ended session', 'half signed in', 'signed out'])(
    'serves nobody with a session like this: %s',
    (role) => {
      const open = new Set(
        routes.filter(({ access }) => access === 'anyone').map(({ name }) => `${role} ${name}`),
      );
      const served = [...outcome.served].filter((one) => one.startsWith(`${role} `) && !open.has(one));
      expect(served).toEqual([]);
    },
  );
});

describe('a route that leaks', () => {
  const found = async (kind: string): Promise<readonly string[]> => {
    const routes = routesWhere((name) => name.includes(`/leaks/${kind}/`) && !name.startsWith('HEAD'));
    const some = roles.filter(({ name }) => name === 'user' || name === 'signed out');
    return (await runMatrix({ test, database, victim, roles: some, routes })).leaks;
  };

  it.each([
    ['in its body', 'body', /told company$/],
    ['in the address that it leads to', 'location', /told company$/],
    ['by its status', 'status', /tells that it exists: 403/],
    ['by changing a row', 'rows', /changed tenants$/],
  ])('is found: %s', async (_where, kind, line) => {
    expect(await found(kind)).toContainEqual(expect.stringMatching(line));
  });
});
