import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParcelList, ParcelRow } from '../../api/parcels.ts';
import type { ParcelState } from '../ingestion/state.ts';
import { termsOfState } from '../ingestion/terms.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  newCompany,
  newPerson,
  type TestHub,
  testHub,
} from '../testing.ts';

let database: HubDatabase;
let test: TestHub;
let maple: string;
let umar: Browser;

const address = { attention: null, lines: ['1 Main St'], region: null, postalCode: null, country: 'CA' };

interface Sample {
  readonly number: string;
  readonly city?: string;
  readonly name?: string;
  readonly reference?: string;
  readonly shippedOn?: string;
  readonly status?: string;
  readonly directions?: number;
  readonly expectedOn?: string;
  readonly lateAfter?: string;
  readonly exceptionAt?: string;
}

function stateOf(sample: Sample): ParcelState {
  const { number, city = 'Toronto', name = 'Anyone', reference } = sample;
  return {
    trackingNumber: number,
    shipper: null,
    shipperNumber: 'A1B2C3',
    consignee: { ...address, name, city },
    references: reference ? [{ level: 'package', code: 'PO', value: reference }] : [],
    billing: null,
    dimensions: null,
    description: null,
  };
}

async function add(tenantId: string, samples: readonly Sample[]): Promise<string[]> {
  const rows = samples.map((sample) => ({ parcelId: randomUUID(), sample, state: stateOf(sample) }));
  await database.door.asTenant(tenantId, async (tx) => {
    await tx
      .insertInto('parcels')
      .values(
        rows.map(({ parcelId, sample, state }) => ({
          tenant_id: tenantId,
          parcel_id: parcelId,
          environment: 'sandbox' as const,
          tracking_number: sample.number,
          ship_epoch: 0,
          status: sample.status ?? 'in-transit',
          directions: sample.directions ?? 1,
          shipped_on: sample.shippedOn ?? '2026-03-01',
          expected_on: sample.expectedOn ?? null,
          late_after: sample.lateAfter ?? null,
          exception_at: sample.exceptionAt ?? null,
          last_event_at: '2026-03-01T12:00:00Z',
          consignee_name: state.consignee?.name ?? null,
          destination_city: state.consignee?.city ?? null,
          updated_at: '2026-03-01T12:00:00Z',
        })),
      )
      .execute();
    await tx
      .insertInto('parcel_states')
      .values(
        rows.map(({ parcelId, state }) => ({
          tenant_id: tenantId,
          parcel_id: parcelId,
          state: JSON.stringify(state),
        })),
      )
      .execute();
    const terms = rows.flatMap(({ parcelId, sample, state }) =>
      termsOfState(state).map((term) => ({
        tenant_id: tenantId,
        term,
        shipped_on: sample.shippedOn ?? '2026-03-01',
        parcel_id: parcelId,
      })),
    );
    await tx.insertInto('terms').values(terms).execute();
  });
  return rows.map((row) => row.parcelId);
}

async function memberOf(tenantId: string): Promise<Browser> {
  const { email } = await newPerson(database, { memberships: [{ tenantId, role: 'user' }] });
  const browser = new Browser(test.app);
  await browser.signIn(email);
  return browser;
}

async function list(query: Record<string, string>, browser = umar): Promise<ParcelList> {
  const answer = await browser.send('GET', `/api/v1/parcels?${new URLSearchParams(query)}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

/** Every page of a query, however small the pages are. */
async function all(query: Record<string, string>, browser = umar): Promise<ParcelRow[]> {
  const rows: ParcelRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: ParcelList = await list({ ...query, ...(cursor ? { cursor } : {}) }, browser);
    rows.push(...page.parcels);
    cursor = page.next;
  }
  return rows;
}

const numbers = (rows: readonly ParcelRow[]) => rows.map((row) => row.trackingNumber).sort();

beforeAll(async () => {
  database = await hubDatabase();
  test = await testHub(database);
  maple = await newCompany(database, 'Maple');
  umar = await memberOf(maple);
  await add(maple, [
    { number: '1ZA', city: 'Montréal', name: 'Café Élise', reference: 'PO-4711/A', status: 'delivered' },
    {
      number: '1ZB',
      city: 'Toronto',
      name: 'Roy Smith',
      directions: 2,
      lateAfter: '2026-03-02T00:00:00Z',
      exceptionAt: '2026-03-02T05:00:00Z',
    },
    { number: '1ZC', city: 'New York', name: 'Smithson Inc', directions: 4, status: 'exception' },
    {
      number: '1ZD',
      city: 'York',
      name: 'J Smith',
      shippedOn: '2026-02-20',
      lateAfter: '2026-03-02T12:00:01Z',
    },
    {
      number: '1ZF',
      city: 'Laval',
      lateAfter: '2026-03-02T12:00:00Z',
      exceptionAt: '2026-03-02T04:59:59Z',
      directions: 0,
      shippedOn: '2026-02-24',
    },
    {
      number: '1ZE',
      city: 'Toronto',
      directions: 3,
      shippedOn: '2026-02-25',
      expectedOn: '2026-03-03',
      exceptionAt: '2026-03-03T04:59:59Z',
    },
  ]);
});
afterAll(() => database.close());

describe('the parcel list', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['everything', {}, ['1ZA', '1ZB', '1ZC', '1ZD', '1ZE', '1ZF']],
    ['one status', { status: 'exception' }, ['1ZC']],
    ['what is open', { status: 'open' }, ['1ZB', '1ZC', '1ZD', '1ZE', '1ZF']],
    ['what is late by the hub’s clock', { status: 'late' }, ['1ZB', '1ZF']],
    ['what is late and carries a word', { status: 'late', q: 'toronto' }, ['1ZB']],
    ['outbound', { direction: 'outbound' }, ['1ZA', '1ZD', '1ZE']],
    ['inbound', { direction: 'inbound' }, ['1ZB', '1ZE']],
    ['third party', { direction: 'third-party' }, ['1ZC']],
    ['ship dates, both ends included', { from: '2026-02-20', to: '2026-02-25' }, ['1ZD', '1ZE', '1ZF']],
    ['the expected day', { expected: '2026-03-03' }, ['1ZE']],
    ['the day of the last exception, in the company’s zone', { exception: '2026-03-02' }, ['1ZB', '1ZE']],
    ['the day before', { exception: '2026-03-01' }, ['1ZF']],
    ['a day and a status', { exception: '2026-03-02', status: 'delivered' }, []],
    ['a day and what is late', { exception: '2026-03-02', status: 'late' }, ['1ZB']],
    ['a day and a direction', { exception: '2026-03-02', direction: 'outbound' }, ['1ZE']],
    ['a day and a finished word', { exception: '2026-03-02', q: 'toronto ' }, ['1ZB', '1ZE']],
    ['a day and the beginning of a word as a whole one', { exception: '2026-03-02', q: 'smit ' }, []],
    ['a day and an unfinished word', { exception: '2026-03-02', q: 'smi' }, ['1ZB']],
    ['direction and status together', { direction: 'inbound', status: 'open' }, ['1ZB', '1ZE']],
    ['a tracking number', { q: '1za' }, ['1ZA']],
    ['the beginning of a tracking number', { q: '1z' }, ['1ZA', '1ZB', '1ZC', '1ZD', '1ZE', '1ZF']],
    ['a reference as printed', { q: 'PO-4711/A' }, ['1ZA']],
    ['a piece of a reference', { q: '4711 ' }, ['1ZA']],
    ['a name without accents', { q: 'cafe elise' }, ['1ZA']],
    ['an unfinished word', { q: 'smith' }, ['1ZB', '1ZC', '1ZD']],
    ['a finished word', { q: 'smith ' }, ['1ZB', '1ZD']],
    ['two words, both needed', { q: 'toronto smi' }, ['1ZB']],
    ['two words in any order', { q: 'smi toronto' }, []],
    ['words with a single letter', { q: 'j smith ' }, ['1ZB', '1ZD']],
    ['a word and a filter', { q: 'smith', direction: 'third-party' }, ['1ZC']],
    ['a word and ship dates', { q: 'smith', to: '2026-02-28' }, ['1ZD']],
    ['nothing that exists', { q: 'zzz' }, []],
    ['one word that exists and one that does not', { q: 'toronto zzz' }, []],
    ['marks alone as no question', { q: ' -- ' }, ['1ZA', '1ZB', '1ZC', '1ZD', '1ZE', '1ZF']],
  ])('finds by %s', async (_name, query, expected) => {
    expect(numbers((await list(query)).parcels)).toEqual(expected);
    expect(numbers(await all({ ...query, limit: '1' }))).toEqual(expected);
  });

  it('has the newest ship date first', async () => {
    const days = (await list({})).parcels.map((row) => row.shippedOn);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('has among the late ones first what became late last', async () => {
    expect((await list({ status: 'late' })).parcels.map((row) => row.trackingNumber)).toEqual(['1ZF', '1ZB']);
  });

  it.each([
    ['a cursor of its own making', { cursor: 'abc' }, 'INVALID_CURSOR'],
    ['a day that does not exist', { from: '2026-02-31' }, 'INVALID_VALUE'],
    ['an exception on a day that does not exist', { exception: '2026-02-31' }, 'INVALID_VALUE'],
    ['an unknown status', { status: 'lost' }, 'INVALID_REQUEST'],
    ['a page of 1,000', { limit: '1000' }, 'INVALID_REQUEST'],
  ])('refuses %s', async (_name, query, code) => {
    const answer = await umar.send(
      'GET',
      `/api/v1/parcels?${new URLSearchParams(query as Record<string, string>)}`,
    );
    expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
  });

  it('shows nothing of another company, by list, search or address', async () => {
    const northline = await newCompany(database, 'Northline');
    const [secret] = await add(northline, [{ number: '1ZSECRET', city: 'Toronto' }]);
    expect(await all({ q: '1zsecret' })).toEqual([]);
    expect((await umar.send('GET', `/api/v1/parcels/${secret}`)).statusCode).toBe(404);
    const nora = await memberOf(northline);
    expect(numbers(await all({}, nora))).toEqual(['1ZSECRET']);
    expect((await nora.send('GET', `/api/v1/parcels/${secret}`)).statusCode).toBe(200);
  });
});

describe('a search among many', () => {
  it('finds every parcel once although words are common and the last one is far too short', async () => {
    const tenantId = await newCompany(database);
    const browser = await memberOf(tenantId);
    const samples = Array.from({ length: 900 }, (_, n) => ({
      number: `1ZX${String(n).padStart(4, '0')}`,
      city: n % 2 === 0 ? 'Springfield' : 'Shelbyville',
      name: n % 3 === 0 ? `Zeta${n}` : `Smith${n}`,
      shippedOn: `2026-01-${String(1 + (n % 28)).padStart(2, '0')}`,
    }));
    await add(tenantId, samples);
    const expected = (keep: (n: number) => boolean) =>
      samples.filter((_, n) => keep(n)).map((each) => each.number);
    const found = async (q: string) => numbers(await all({ q, limit: '37' }, browser));
    expect(await found('1z')).toEqual(expected(() => true));
    expect(await found('springfield s')).toEqual(expected((n) => n % 2 === 0));
    expect(await found('springfield zet')).toEqual(expected((n) => n % 6 === 0));
    expect(await found('1z zet')).toEqual([]);
  });
});

describe('the CSV of a list', () => {
  it('holds every page of the same query, in the reader’s language', async () => {
    const answer = await umar.send('GET', '/api/v1/parcels.csv?direction=inbound&locale=fr');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="colis-2026-03-02.csv"');
    const lines = answer.body.trim().split('\r\n');
    expect(lines[0]).toContain('Numéro de suivi');
    expect(
      lines
        .slice(1)
        .map((line) => line.slice(0, 3))
        .sort(),
    ).toEqual(['1ZB', '1ZE']);
  });

  it('holds the exceptions of a day alone', async () => {
    const answer = await umar.send('GET', '/api/v1/parcels.csv?exception=2026-03-01');
    expect(answer.body.trim().split('\r\n').slice(1)).toEqual([expect.stringMatching(/^1ZF,/)]);
  });

  it('refuses a wrong filter with a status, not inside the file', async () => {
    expect((await umar.send('GET', '/api/v1/parcels.csv?from=2026-02-31')).statusCode).toBe(400);
    const cursor = await umar.send('GET', '/api/v1/parcels.csv?cursor=nonsense');
    expect([cursor.statusCode, cursor.json().code]).toEqual([400, 'INVALID_CURSOR']);
  });
});
