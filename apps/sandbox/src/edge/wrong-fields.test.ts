import { addressCityErrors } from '@lading/contract/address-city/codes';
import { addressStreetErrors } from '@lading/contract/address-street/codes';
import { bearerErrors } from '@lading/contract/oauth/codes';
import { ratingErrors } from '@lading/contract/rating/errors';
import * as general from '@lading/contract/response/codes';
import type { CarrierError } from '@lading/contract/stated';
import { timeInTransitErrors } from '@lading/contract/time-in-transit/codes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateRequest, tokenOf } from '../rating/testing/ask.ts';
import { startWorld, type WorldForTests } from '../testing.ts';
import { type Asking, readCases, refusalOf, requestOf } from './testing/wrong-fields.ts';

let world: WorldForTests;
let token: string;
beforeAll(async () => {
  world = await startWorld({ clock: '2024-01-19T15:00:00Z' });
  token = await tokenOf(world);
});
afterAll(() => world.close());

const address = {
  AddressLine: ['26601 Aliso Creek Rd'],
  PoliticalDivision2: 'Aliso Viejo',
  PoliticalDivision1: 'CA',
  PostcodePrimaryLow: '92656',
  CountryCode: 'US',
};
const validation = ({ version = 'v2', option = '1', query = '' }: Asking, before: string) =>
  `/api/addressvalidation/${version}/${option}?${before}${query}`;

/** Of each API: a request that is right, where it goes, and the errors that are its own. */
const apis: readonly {
  readonly slug: string;
  readonly right: object;
  readonly path: (asking: Asking) => string;
  readonly own: Readonly<Record<string, CarrierError>>;
}[] = [
  {
    slug: 'rating',
    right: rateRequest({ shipment: { Shipper: shipper(), Package: [aParcel()] } }),
    path: ({ version = 'v2409', option = 'Rate' }) => `/api/rating/${version}/${option}`,
    own: ratingErrors,
  },
  {
    slug: 'time-in-transit',
    right: {
      ...{ originCountryCode: 'US', originPostalCode: '27703', shipDate: '2024-01-22', shipTime: '10:00:00' },
      ...{ destinationCountryCode: 'US', destinationPostalCode: '32821', residentialIndicator: '01' },
    },
    path: ({ version = 'v1' }) => `/api/shipments/${version}/transittimes`,
    own: timeInTransitErrors,
  },
  {
    slug: 'address-city',
    right: { XAVRequest: { AddressKeyFormat: address } },
    path: (asking) => validation(asking, 'regionalrequestindicator=True&'),
    own: { ...addressStreetErrors, ...addressCityErrors },
  },
  {
    slug: 'address-street',
    right: { XAVRequest: { AddressKeyFormat: address } },
    path: (asking) => validation(asking, ''),
    own: addressStreetErrors,
  },
];

function shipper(): object {
  return {
    ShipperNumber: 'A1B2C3',
    Address: { PostalCode: '27703', StateProvinceCode: 'NC', CountryCode: 'US' },
  };
}

function aParcel(): object {
  return {
    PackagingType: { Code: '02' },
    Dimensions: { UnitOfMeasurement: { Code: 'IN' }, Length: '10', Width: '8', Height: '6' },
    PackageWeight: { UnitOfMeasurement: { Code: 'LBS' }, Weight: '5' },
  };
}

async function send(path: string, body: unknown, credential: string) {
  const response = await fetch(`${world.baseUrl}${path}`, {
    method: 'POST',
    headers: {
      ...(credential === 'none' ? {} : { authorization: `Bearer ${credential}` }),
      ...{ 'content-type': 'application/json', transId: '1', transactionSrc: 'testing' },
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return refusalOf(response.status, await response.json());
}

for (const { slug, right, path, own } of apis) {
  const cases = await readCases(new URL(`../${slug}/testing/wrong-fields.txt`, import.meta.url));
  const known = [...Object.values(own), ...Object.values(bearerErrors), ...Object.values(general)].flatMap(
    (one) => errorsIn(one),
  );

  describe(`wrong fields of ${slug}`, () => {
    it('are many, and nothing is wrong without them', async () => {
      expect(cases.length).toBeGreaterThanOrEqual(12);
      expect((await send(path({}), right, token))[0]).toBe(200);
    });

    it.each(cases.map((one) => [one.what, one] as const))('%s', async (_what, one) => {
      const { body, ...asking } = requestOf(right, one);
      const found = await send(path(asking), body, asking.token ?? token);
      expect(found).toEqual([one.status, one.code, one.text]);
      expect(known.filter(({ code }) => code === one.code).map(({ evidence }) => evidence)).toContain(
        one.grade,
      );
    });
  });
}

/** The error itself, or those of a table. */
function errorsIn(value: unknown): readonly Pick<CarrierError, 'code' | 'evidence'>[] {
  const isError = (one: unknown): one is CarrierError =>
    typeof one === 'object' && one !== null && 'code' in one && 'evidence' in one;
  if (isError(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).filter(isError) : [];
}
