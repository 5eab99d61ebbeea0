import { AddressValidationResponse } from '@lading/contract/address-city/schema';
import { closed } from '@lading/contract/schema/notation';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskAddress, addressAsker } from '../address-street/testing/ask.ts';
import { startWorld, type WorldForTests } from '../testing.ts';

const strict = Compile(closed(AddressValidationResponse));
let world: WorldForTests;
let ask: AskAddress;

beforeAll(async () => {
  world = await startWorld();
  const plain = await addressAsker(world);
  ask = (address, asking = {}) =>
    plain(address, { option: '1', ...asking, query: { regionalrequestindicator: 'True', ...asking.query } });
});
afterAll(() => world.close());

const place = (city?: string, state?: string, code?: string, CountryCode = 'US') => ({
  ...(city === undefined ? {} : { PoliticalDivision2: city }),
  ...(state === undefined ? {} : { PoliticalDivision1: state }),
  ...(code === undefined ? {} : { PostcodePrimaryLow: code }),
  CountryCode,
});

describe('city, state and ZIP code', () => {
  it('that agree are valid; the street is not looked at', async () => {
    const { body } = await ask({ ...place('East Lansing', 'MI', '48825'), AddressLine: ['nowhere'] });
    expect(body).toEqual({
      XAVResponse: {
        Response: { ResponseStatus: { Code: '1', Description: 'Success' } },
        ValidAddressIndicator: '',
        Candidate: [
          {
            AddressKeyFormat: {
              Region: 'EAST LANSING MI 48825',
              PoliticalDivision2: 'EAST LANSING',
              PoliticalDivision1: 'MI',
              PostcodePrimaryLow: '48825',
              CountryCode: 'US',
            },
          },
        ],
      },
    });
  });

  it.each([
    ['a typing error', place('Atlnta', 'GA', '30328'), 'AmbiguousAddressIndicator', 'ATLANTA, GA, 30328'],
    ['the wrong state', place('Atlanta', 'AL', '30328'), 'AmbiguousAddressIndicator', 'ATLANTA, GA, 30328'],
    ['the wrong code', place('Atlanta', 'GA', '20001'), 'AmbiguousAddressIndicator', 'ATLANTA, GA, '],
    ['another name', place('Manhattan', 'New York', '10019'), 'ValidAddressIndicator', 'NEW YORK, NY, 10019'],
    [
      'a code alone',
      place(undefined, undefined, '00901', 'PR'),
      'ValidAddressIndicator',
      'SAN JUAN, PR, 00901',
    ],
    ['a city alone', place('Ketchikan'), 'AmbiguousAddressIndicator', 'KETCHIKAN, AK, 99901'],
    [
      'a region',
      { Region: 'Boise, ID, 83702', CountryCode: 'US' },
      'ValidAddressIndicator',
      'BOISE, ID, 83702',
    ],
  ])('with %s', async (_what, address, indicator, first) => {
    const answer = await ask(address);
    expect([answer.indicator, answer.candidates[0]]).toEqual([indicator, expect.stringContaining(first)]);
    expect([...strict.Errors(answer.body)].slice(0, 1)).toEqual([]);
  });

  it('that nobody knows have no candidates', async () => {
    const { indicator, candidates } = await ask(place('Xqzwvk', 'NY', '99'));
    expect([indicator, candidates]).toEqual(['NoCandidatesIndicator', []]);
  });

  it('hold at most 15, or as many as were asked for', async () => {
    const counts = [{}, { maximumcandidatelistsize: '2' }, { maximumcandidatelistsize: '50' }].map(
      async (query) => (await ask(place('Springfield'), { query })).candidates.length,
    );
    expect(await Promise.all(counts)).toEqual([15, 2, 50]);
  });

  it('are asked with any case of True, and in the first version', async () => {
    const address = place('Boise', 'ID', '83702');
    const lower = await ask(address, { query: { regionalrequestindicator: 'true' } });
    const first = await ask(address, { version: 'v1' });
    expect([lower.candidates, first.candidates]).toEqual([['BOISE, ID, 83702'], ['BOISE, ID, 83702']]);
  });
});
