import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, type HubDatabase, hubDatabase, newCompany, newPerson, testHub } from '../testing.ts';

let database: HubDatabase;
let alice: Browser;
let visitor: Browser;

beforeAll(async () => {
  database = await hubDatabase();
  const { app } = await testHub(database);
  const tenantId = await newCompany(database);
  const { email } = await newPerson(database, { memberships: [{ tenantId, role: 'administrator' }] });
  alice = new Browser(app);
  visitor = new Browser(app);
  await alice.signIn(email);
});
afterAll(() => database.close());

describe('a query', () => {
  it.each([
    ['a route with members of its own', '/api/v1/parcels?limit=5&statsu=late&zone=UTC', ['statsu', 'zone']],
    ['a route without any', '/api/v1/home?company=x', ['company']],
    ['a route for administrators', '/api/v1/integrations?limit=5', ['limit']],
    [
      'the names that every object has',
      '/api/v1/parcels?constructor=1&toString=2',
      ['constructor', 'toString'],
    ],
  ])('with a member that nobody knows is refused by its name: %s', async (_what, url, names) => {
    const answer = await alice.send('GET', url);
    expect(answer.statusCode).toBe(400);
    const { code, details, text } = answer.json();
    expect(code).toBe('INVALID_REQUEST');
    expect(details.fields).toEqual(names.map((name) => ({ field: `query.${name}`, fault: 'is not known' })));
    for (const name of names) {
      expect(text.en).toContain(`query.${name}`);
      expect(text.fr).toContain(`query.${name}`);
    }
  });

  it('is refused on a change too, before anything is done', async () => {
    const wanted = { name: 'Maple', type: 'ups-quantum-view-data', subscriptions: ['Outbound'] };
    expect((await alice.send('POST', '/api/v1/integrations?dryRun=true', wanted)).statusCode).toBe(400);
    expect((await alice.send('GET', '/api/v1/integrations')).json()).toMatchObject({ integrations: [] });
  });

  it.each(['/api/v1/parcels?limit=5&status=late&direction=inbound', '/api/v1/parcels', '/health?a=1'])(
    'that is known passes: %s',
    async (url) => {
      expect((await alice.send('GET', url)).statusCode).toBe(200);
    },
  );

  it('says nothing of what is known to somebody who may not call the route', async () => {
    expect((await visitor.send('GET', '/api/v1/parcels?a=1')).json()).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
  });
});
