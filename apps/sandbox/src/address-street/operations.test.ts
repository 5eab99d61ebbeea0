import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packStreetRanges } from '@lading/carrier/address-street/ranges';
import { AddressValidationResponse } from '@lading/contract/address-street/schema';
import { validate } from '@lading/contract/address-street/wire';
import { expandArrays } from '@lading/contract/arrays/wire';
import { closed } from '@lading/contract/schema/notation';
import { openLibrary } from '@lading/kit/reference/library';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type WorldForTests } from '../testing.ts';
import { type AskAddress, addressAsker } from './testing/ask.ts';

const strict = Compile(closed(AddressValidationResponse));
let world: WorldForTests;
let ask: AskAddress;

beforeAll(async () => {
  world = await startWorld();
  ask = await addressAsker(world);
});
afterAll(() => world.close());

const glenlake = {
  AddressLine: ['55 Glenlake Parkway NE'],
  PoliticalDivision2: 'Atlanta',
  PoliticalDivision1: 'GA',
  PostcodePrimaryLow: '30328',
  CountryCode: 'US',
};
const boise = (line: string | readonly string[], more: object = {}) => ({
  ...{ AddressLine: line, PoliticalDivision2: 'Boise', PoliticalDivision1: 'ID' },
  ...{ PostcodePrimaryLow: '83702', CountryCode: 'US', ...more },
});

describe('the recorded address', () => {
  it('is answered with option 3 as the real service did', async () => {
    const { body, status } = await ask(glenlake);
    expect(status).toBe(200);
    expect(body).toEqual({
      XAVResponse: {
        Response: { ResponseStatus: { Code: '1', Description: 'Success' } },
        ValidAddressIndicator: '',
        AddressClassification: { Code: '1', Description: 'Commercial' },
        Candidate: [
          {
            AddressClassification: { Code: '1', Description: 'Commercial' },
            AddressKeyFormat: {
              AddressLine: ['55 GLENLAKE PKWY'],
              Region: 'ATLANTA GA 30328-3474',
              PoliticalDivision2: 'ATLANTA',
              PoliticalDivision1: 'GA',
              PostcodePrimaryLow: '30328',
              PostcodeExtendedLow: '3474',
              CountryCode: 'US',
            },
          },
        ],
      },
    });
  });

  it('has candidates without classes for option 1, a class alone for option 2', async () => {
    const validated = await ask(glenlake, { option: '1' });
    expect([validated.classification, validated.candidates.length]).toEqual([undefined, 1]);
    expect(JSON.stringify(validated.body)).not.toContain('AddressClassification');
    const classified = await ask(glenlake, { option: '2' });
    expect([classified.classification, classified.candidates]).toEqual(['Commercial', []]);
  });

  it('is one object for a list in the first version', async () => {
    const { body } = await ask(glenlake, { version: 'v1' });
    expect(Array.isArray(Object(body).XAVResponse.Candidate)).toBe(false);
    expect(strict.Check(expandArrays(body, validate.responseArrays))).toBe(true);
  });
});

describe('every form of an address', () => {
  it.each([
    ['a single line for a list', boise('12 Oak Lane'), '12 OAK LN, BOISE, ID, 83702'],
    [
      'a state in words',
      boise(['12 Oak Lane'], { PoliticalDivision1: 'Idaho' }),
      '12 OAK LN, BOISE, ID, 83702',
    ],
    [
      'a region for city, state and code',
      boise(['12 Oak Lane'], { Region: 'ROSWELL,GA,30076-1521' }),
      '12 OAK LN, ROSWELL, GA, 30076',
    ],
    [
      'a region as answers have it',
      { ...boise(['12 Oak Lane']), Region: 'EAST LANSING MI 48823' },
      '12 OAK LN, EAST LANSING, MI, 48823',
    ],
    [
      'nine digits',
      boise(['12 Oak Lane'], { PostcodePrimaryLow: '837021234' }),
      '12 OAK LN, BOISE, ID, 83702',
    ],
    [
      'empty optional members',
      boise(['12 Oak Lane'], { ConsigneeName: '', Region: '' }),
      '12 OAK LN, BOISE, ID, 83702',
    ],
    ['a unit on its own line', boise(['12 Oak Lane', 'Apt 4']), '12 OAK LN, APT 4, BOISE, ID, 83702'],
    [
      'Puerto Rico',
      {
        AddressLine: ['123 Calle Sol'],
        PoliticalDivision2: 'San Juan',
        PostcodePrimaryLow: '00901',
        CountryCode: 'PR',
      },
      '123 CALLE SOL, SAN JUAN, PR, 00901',
    ],
  ])('%s', async (_form, address, expected) => {
    const answer = await ask(address);
    expect([answer.indicator, answer.candidates]).toEqual(['ValidAddressIndicator', [expected]]);
    expect([...strict.Errors(answer.body)].slice(0, 1)).toEqual([]);
  });

  it('echoes the context of older programs and the urbanization', async () => {
    const { body } = await ask({
      ...{ AddressLine: ['123 Calle Sol'], PoliticalDivision2: 'San Juan', PostcodePrimaryLow: '00901' },
      ...{ CountryCode: 'PR', Urbanization: 'porto arundal' },
    });
    expect(JSON.stringify(body)).toContain('"Urbanization":"PORTO ARUNDAL"');
  });

  it('classifies Canadian addresses and validates none', async () => {
    const montreal = {
      AddressLine: ['1234, rue Hutchison, app. 5'],
      PoliticalDivision2: 'Montréal',
      PoliticalDivision1: 'QC',
      PostcodePrimaryLow: 'H2X 1Y4',
      CountryCode: 'CA',
    };
    const classified = await ask(montreal, { option: '2' });
    expect([classified.classification, classified.candidates]).toEqual(['Residential', []]);
    expect((await ask(montreal, { option: '3' })).refusal).toMatch(/^9264027 /);
    const lost = await ask({ ...montreal, AddressLine: ['somewhere'] }, { option: '2' });
    expect([lost.indicator, lost.classification]).toEqual(['NoCandidatesIndicator', 'Unknown']);
  });
});

describe('the cap', () => {
  const springfield = { AddressLine: ['12 Oak Ln'], PoliticalDivision2: 'Springfield', CountryCode: 'US' };
  it.each([
    [{}, 15],
    [{ maximumcandidatelistsize: '3' }, 3],
    [{ maximumcandidatelistsize: '50' }, 50],
    [{ maximumcandidatelistsize: '0' }, 0],
  ])('of today with %j is %i', async (query, most) => {
    const { indicator, candidates } = await ask(springfield, { query });
    expect([indicator, candidates.length]).toEqual(['AmbiguousAddressIndicator', most]);
  });

  it('of the guide is 10, whatever is asked', async () => {
    const guided = await startWorld({ rules: 'guide' });
    const askGuided = await addressAsker(guided);
    const counts = [{}, { maximumcandidatelistsize: '3' }, { maximumcandidatelistsize: '40' }].map(
      async (query) => (await askGuided(springfield, { query })).candidates.length,
    );
    expect(await Promise.all(counts)).toEqual([10, 3, 10]);
    await guided.close();
  });
});

it('looks only at two states where the test environment is imitated', async () => {
  const cie = await startWorld({ imitates: 'cie' });
  const askCie = await addressAsker(cie);
  expect((await askCie(glenlake)).refusal).toMatch(/^9264030 The state is not supported/);
  const newYork = {
    AddressLine: ['233 W 49th St'],
    PoliticalDivision2: 'New York',
    PoliticalDivision1: 'NY',
  };
  const answer = await askCie({ ...newYork, PostcodePrimaryLow: '10019', CountryCode: 'US' });
  expect(answer.candidates).toEqual(['233 W 49TH ST, NEW YORK, NY, 10019']);
  await cie.close();
});

describe('imported streets', () => {
  it('bind their postal codes, and the answer says on what it stands', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lading-streets-'));
    const segment = { low: 1, high: 99, parity: 'both', units: [] } as const;
    const bytes = new TextEncoder().encode(
      packStreetRanges([{ postalCode: '83702', street: 'N OAK LN', ...segment }]),
    );
    const provenance = { source: 'test', asOf: '2026-11-01', importedAt: '2026-11-01', fileChecksum: '0' };
    await openLibrary(folder).put([{ kind: 'streets', key: '837-test', records: 1, bytes }], provenance);
    const bound = await startWorld({ reference: folder });
    const askBound = await addressAsker(bound);
    expect((await askBound(boise('12 Oak Lane'))).candidates).toEqual(['12 N OAK LN, BOISE, ID, 83702']);
    expect((await askBound(boise('12 Cedar Ct'))).indicator).toBe('NoCandidatesIndicator');
    expect(JSON.stringify(await bound.control('GET', 'requests'))).toContain(
      'street ranges that were imported',
    );
    await bound.close();
    await rm(folder, { recursive: true });
  });
});

it('answers anything within the contract', async () => {
  const text = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('Atlanta', '12 Main', 'GA', '30328'));
  const address = fc.record(
    {
      ...{ AddressLine: fc.oneof(text, fc.array(text, { maxLength: 4 })), Region: text, ConsigneeName: text },
      ...{ PoliticalDivision2: text, PoliticalDivision1: text, PostcodePrimaryLow: text },
      CountryCode: fc.constantFrom('US', 'PR', 'CA', 'us', 'X', ''),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(
      address,
      fc.constantFrom('1', '2', '3', 'x'),
      fc.boolean(),
      async (given, option, isCity) => {
        const query = isCity ? { regionalrequestindicator: 'True' } : {};
        const answer = await ask(given, { option, query });
        if (answer.status === 400) expect(answer.refusal).toMatch(/^\d+ /);
        else expect([answer.status, strict.Check(answer.body)]).toEqual([200, true]);
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
