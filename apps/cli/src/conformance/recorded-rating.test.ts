import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rate } from '@lading/contract/rating/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from './target.ts';
import { specsFolder } from './testing/shared.ts';
import { type Asked, ownWorld } from './world.ts';

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

let asked: Asked;
beforeAll(async () => {
  asked = await ownWorld('observed');
});
afterAll(() => asked.close());

type Shipment = Record<string, Record<string, unknown>>;

/**
 * Sends the recorded request. It is a form with every member filled in: account numbers hold a word, and freight is asked
 * for one pound, which `change` may take out.
 */
async function replay(
  option: string,
  change: (shipment: Shipment) => void = () => undefined,
): Promise<Reply> {
  const document = JSON.parse(
    readFileSync(requestFile, 'utf8').replaceAll(
      /("(?:ShipperNumber|AccountNumber)":\s*)"ShipperNumber"/g,
      `$1"${asked.account}"`,
    ),
  ) as { RateRequest: { Shipment: Shipment } };
  change(document.RateRequest.Shipment);
  return asked.target.call(rate, {
    params: { requestoption: option },
    query: { additionalinfo: 'timeintransit' },
    version: 'v2409',
    body: document,
  });
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
