import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Browser, type HubDatabase, hubDatabase, newCompany, newPerson, testHub } from '../testing.ts';
import { theHub, writeAudit } from './store.ts';

let database: HubDatabase;
beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

let browser: Browser;
let tenantId: string;
/** Toronto is five hours behind UTC: the second of these happened on March 1 there. */
const TIMES = ['2026-03-01T12:00:00Z', '2026-03-02T04:30:00Z', '2026-03-02T06:00:00Z'];

beforeEach(async () => {
  const test = await testHub(database);
  tenantId = await newCompany(database);
  const person = await newPerson(database, { memberships: [{ tenantId, role: 'administrator' }] });
  browser = new Browser(test.app);
  await browser.signIn(person.email);
  await database.door.asTenant(tenantId, async (tx) => {
    for (const at of TIMES) {
      await writeAudit(tx, {
        ...{ tenantId, at: new Date(at), actor: theHub, action: 'integration.change', subject: at },
        entryId: test.hub.ids.uuid(),
        after: { name: '=1+1' },
      });
    }
  });
});

const subjects = async (query: string) => {
  const answer = await browser.send('GET', `/api/v1/audit?${query}`);
  return answer.json().entries.map((entry: { subject: string }) => entry.subject);
};

describe('the audit log', () => {
  it('is narrowed to an action and to days in the company’s zone, both included', async () => {
    expect(await subjects('action=integration.change')).toEqual([...TIMES].reverse());
    expect(await subjects('from=2026-03-01&to=2026-03-01&action=integration.change')).toEqual([
      TIMES[1],
      TIMES[0],
    ]);
    expect(await subjects('from=2026-03-02&action=integration.change')).toEqual([TIMES[2]]);
    expect(await subjects('action=person.invite')).toEqual([]);
  });

  it('goes on with the same filter on the next page', async () => {
    const first = (await browser.send('GET', '/api/v1/audit?action=integration.change&limit=2')).json();
    expect(await subjects(`action=integration.change&limit=2&cursor=${first.next}`)).toEqual([TIMES[0]]);
  });

  it('refuses a day that does not exist before a file has begun', async () => {
    for (const path of ['/api/v1/audit', '/api/v1/audit.csv']) {
      const answer = await browser.send('GET', `${path}?from=2026-02-30`);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'INVALID_VALUE']);
    }
  });

  it('leaves as a file in the reader’s language, harmless to spreadsheets', async () => {
    const answer = await browser.send('GET', '/api/v1/audit.csv?locale=fr&action=integration.change');
    const lines = answer.body.trim().split('\r\n');
    expect(lines[0]).toContain('Quand (UTC),Qui,Quoi');
    expect(lines).toHaveLength(1 + TIMES.length);
    expect(lines[1]).toContain('Intégration modifiée,integration.change');
    expect(answer.headers['content-disposition']).toContain('journal-2026-03-02.csv');
  });
});
