import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specsFolder } from './testing/shared.ts';

const folder = join(specsFolder, '..', 'fixtures', 'rest', 'karrioapi+karrio');
const requestFile = join(folder, 'modules', 'connectors', 'ups', 'schemas', 'rating_request.json');
const answers = join(folder, 'current', 'tests', 'ups', 'test_rate');
const isThere = existsSync(requestFile) && existsSync(answers);

const RATED = '/RateResponse/RatedShipment';

/** Members of recorded answers that this request is not answered with, by how their paths begin, and why. */
const absent: Readonly<Record<string, string>> = {
  [`${RATED}/NegotiatedRateCharges/`]: 'the caller did not pass the authentication of the account',
  [`${RATED}/RatedPackage/NegotiatedCharges/`]: 'likewise',
  [`${RATED}/TaxCharges/`]: 'taxes are not asked for',
  [`${RATED}/TotalChargesWithTaxes/`]: 'likewise',
  [`${RATED}/Disclaimer/`]:
    'words of the carrier about its own prices and taxes, which a model has no right to',
  [`${RATED}/TimeInTransit/Disclaimer`]: 'likewise, about its own guarantee',
  [`${RATED}/ItemizedCharges/SubType`]: 'no charge of this shipment has a subtype',
  [`${RATED}/GuaranteedDelivery/DeliveryByTime`]: 'of next-day services, by which no Simple Rate goes',
  [`${RATED}/TimeInTransit/AutoDutyCode`]: 'of lanes over a border',
  [`${RATED}/TimeInTransit/ServiceSummary/`]: 'flags of guarantee, Saturday and Sunday, likewise',
  '/RateResponse/Response/TransactionReference/TransactionIdentifier': 'the carrier’s own number of the call',
};
const reasonOf = (path: string) => Object.keys(absent).find((start) => path.startsWith(start));

let world: WorldForTests;
let token = '';
beforeAll(async () => {
  world = await startWorld();
  const form = await fetch(`${world.baseUrl}/security/v1/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${world.clientId}:${world.clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const answer = (await form.json()) as { access_token: string };
  token = answer.access_token;
});
afterAll(() => world.close());

type Shipment = Record<string, Record<string, unknown>>;

/**
 * Sends the recorded request. It is a form with every member filled in: account numbers hold a word, and freight is asked
 * for one pound, which `change` may take out.
 */
async function replay(option: string, change: (shipment: Shipment) => void = () => undefined) {
  const document = JSON.parse(
    readFileSync(requestFile, 'utf8').replaceAll(
      /("(?:ShipperNumber|AccountNumber)":\s*)"ShipperNumber"/g,
      '$1"A1B2C3"',
    ),
  ) as { RateRequest: { Shipment: Shipment } };
  change(document.RateRequest.Shipment);
  const answer = await fetch(`${world.baseUrl}/api/rating/v2409/${option}?additionalinfo=timeintransit`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      transId: 'recorded',
      transactionSrc: 'recorded',
    },
    body: JSON.stringify(document),
  });
  return { status: answer.status, json: (await answer.json()) as unknown };
}

/** One pound is a parcel. */
function withoutFreight(shipment: Shipment): void {
  delete shipment['ShipmentRatingOptions']?.['FRSShipmentIndicator'];
}

/** The path of every member, the places of lists left out. */
function pathsOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, at));
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, item]) => pathsOf(item, `${at}/${name}`));
}

function codesOf(answer: unknown): string[] {
  const { response } = answer as { response?: { errors: { code: string }[] } };
  return (response?.errors ?? []).map(({ code }) => code);
}

describe.skipIf(!isThere)('the recorded rating request', () => {
  it.each(['Rate', 'Shop', 'Ratetimeintransit', 'Shoptimeintransit'])(
    'is understood as %s',
    async (option) => {
      const asWritten = await replay(option);
      expect(codesOf(asWritten.json), 'one pound is no freight').toEqual([
        option.startsWith('Shop') ? '111210' : '111219',
      ]);
      const asParcel = await replay(option, withoutFreight);
      expect(codesOf(asParcel.json)).toEqual([]);
      expect(asParcel.status).toBe(200);
    },
  );

  it('is answered with the members of the recorded answers', async () => {
    const { json } = await replay('Shoptimeintransit', withoutFreight);
    const ours = new Set(pathsOf(json));
    const files = ['FRRateResponseJSON', 'RateResponseJSON', 'RateResponseWithTotalChargesJSON'];
    const recorded = files.flatMap((name) =>
      pathsOf(JSON.parse(readFileSync(join(answers, `${name}.json`), 'utf8'))),
    );
    const missing = [...new Set(recorded)].filter((path) => !ours.has(path));
    expect(missing.filter((path) => reasonOf(path) === undefined)).toEqual([]);
    expect(new Set(missing.map(reasonOf)), 'a reason that nothing needs any more').toEqual(
      new Set(Object.keys(absent)),
    );
  });
});

it.runIf(!isThere)('skipped: recorded requests are not here (LADING_SHARED or ../shared)', () => {
  expect(isThere).toBe(false);
});
