import { allOperations } from '@lading/contract/catalogue';
import type { WireOperation } from '@lading/contract/operation';
import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from './client.ts';
import { testClient } from './testing/client.ts';
import { json, type SeenRequest, startServer, type TestServer } from './testing/server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Any document: what goes over the wire is told by the address, and the document passes unchanged. */
const document = { Anything: ['as it is'] } as never;
const upload = { UploadRequest: { ShipperNumber: 'A1B2C3' } } as never;
const push = { PushToImageRepositoryRequest: { ShipperNumber: 'A1B2C3' } } as never;

type Row = readonly [
  method: string,
  ask: (ups: Client) => Promise<unknown>,
  line: string,
  headers?: Readonly<Record<string, string>>,
];

const rows: readonly Row[] = [
  [
    'addressCity.validate',
    (ups) => ups.addressCity.validate(document, { maxCandidates: 10 }),
    'POST /api/addressvalidation/v2/1?maximumcandidatelistsize=10&regionalrequestindicator=True',
  ],
  [
    'addressStreet.validate',
    (ups) => ups.addressStreet.validate(document),
    'POST /api/addressvalidation/v2/1',
  ],
  [
    'addressStreet.classify',
    (ups) => ups.addressStreet.classify(document, { version: 'v1' }),
    'POST /api/addressvalidation/v1/2',
  ],
  [
    'addressStreet.validateAndClassify',
    (ups) => ups.addressStreet.validateAndClassify(document),
    'POST /api/addressvalidation/v2/3',
  ],
  [
    'dangerousGoods.chemicals',
    (ups) => ups.dangerousGoods.chemicals(document),
    'POST /api/dangerousgoods/v2409/chemicalreferencedata',
  ],
  [
    'dangerousGoods.precheck',
    (ups) => ups.dangerousGoods.precheck(document),
    'POST /api/dangerousgoods/v3/acceptanceauditprecheck',
  ],
  [
    'pickup.rate',
    (ups) => ups.pickup.rate(document, { type: 'smart' }),
    'POST /api/shipments/v2409/pickup/smart',
  ],
  ['pickup.create', (ups) => ups.pickup.create(document), 'POST /api/pickupcreation/v2409/pickup'],
  ['pickup.cancel', (ups) => ups.pickup.cancel(), 'DELETE /api/shipments/v2409/pickup/01'],
  [
    'pickup.cancel',
    (ups) => ups.pickup.cancel({ prn: '2929602E9CP' }),
    'DELETE /api/shipments/v2409/pickup/02',
    { prn: '2929602E9CP' },
  ],
  [
    'pickup.pending',
    (ups) => ups.pickup.pending('A1B2C3'),
    'GET /api/shipments/v2409/pickup/oncall',
    { accountnumber: 'A1B2C3' },
  ],
  ['pickup.divisions', (ups) => ups.pickup.divisions('CA'), 'GET /api/pickup/v2409/countries/CA'],
  ['pickup.centers', (ups) => ups.pickup.centers(document), 'POST /api/pickup/v2409/servicecenterlocations'],
  [
    'preNotification.notify',
    (ups) => ups.preNotification.notify(document),
    'POST /api/dangerousgoods/v2/prenotification',
  ],
  ['rating.rate', (ups) => ups.rating.rate(document), 'POST /api/rating/v2409/Rate'],
  ['rating.shop', (ups) => ups.rating.shop(document, { version: 'v1' }), 'POST /api/rating/v1/Shop'],
  [
    'rating.rateWithTransit',
    (ups) => ups.rating.rateWithTransit(document),
    'POST /api/rating/v2409/Ratetimeintransit?additionalinfo=timeintransit',
  ],
  [
    'rating.shopWithTransit',
    (ups) => ups.rating.shopWithTransit(document),
    'POST /api/rating/v2409/Shoptimeintransit?additionalinfo=timeintransit',
  ],
  [
    'shipping.create',
    (ups) => ups.shipping.create(document, { checksCity: true }),
    'POST /api/shipments/v2409/ship?additionaladdressvalidation=city',
  ],
  [
    'shipping.void',
    (ups) => ups.shipping.void({ shipmentId: '1Z1', shipperNumber: 'A1B2C3' }),
    'DELETE /api/shipments/v2409/void/cancel/1Z1',
    { shippernumber: 'A1B2C3' },
  ],
  [
    'shipping.void',
    (ups) => ups.shipping.void({ shipmentId: '1Z1', trackingNumbers: ['1Z1', '1Z2'] }),
    'DELETE /api/shipments/v2409/void/cancel/1Z1?trackingnumber=%5B%221Z1%22%2C%221Z2%22%5D',
  ],
  [
    'shipping.void',
    (ups) => ups.shipping.void({ shipmentId: '1Z1', trackingNumbers: ['1Z2'] }),
    'DELETE /api/shipments/v2409/void/cancel/1Z1?trackingnumber=1Z2',
  ],
  ['shipping.recover', (ups) => ups.shipping.recover(document), 'POST /api/labels/v1/recovery'],
  [
    'timeInTransit.services',
    (ups) => ups.timeInTransit.services(document),
    'POST /api/shipments/v1/transittimes',
  ],
  ['tracking.details', (ups) => ups.tracking.details('1Z1'), 'GET /api/track/v1/details/1Z1'],
  [
    'tracking.details',
    (ups) =>
      ups.tracking.details('1Z/1', { locale: 'fr_CA', withSignature: true, withProofOfDelivery: false }),
    'GET /api/track/v1/details/1Z%2F1?locale=fr_CA&returnSignature=true&returnPOD=false',
  ],
  [
    'tracking.byReference',
    (ups) => ups.tracking.byReference('PO 7', { from: '20261101', referenceKind: 'fgv' }),
    'GET /api/track/v1/reference/details/PO%207?fromPickUpDate=20261101&refNumType=fgv',
  ],
  [
    'tracking.byShipment',
    (ups) => ups.tracking.byShipment('1Z1', { offset: 50, count: 50 }),
    'GET /api/track/v1/shipment/details/1Z1?offset=50&count=50',
  ],
  [
    'signatureTracking.proof',
    (ups) => ups.signatureTracking.proof('1Z1'),
    'GET /api/track/v1/details/1Z1?returnPOD=true&returnSignature=true',
  ],
  [
    'paperless.upload',
    (ups) => ups.paperless.upload(upload),
    'POST /api/paperlessdocuments/v2/upload',
    { shippernumber: 'A1B2C3' },
  ],
  [
    'paperless.push',
    (ups) => ups.paperless.push(push),
    'POST /api/paperlessdocuments/v2/image',
    { shippernumber: 'A1B2C3' },
  ],
  [
    'paperless.delete',
    (ups) => ups.paperless.delete({ shipperNumber: 'A1B2C3', documentId: '2026-1' }),
    'DELETE /api/paperlessdocuments/v2/DocumentId/ShipperNumber',
    { shippernumber: 'A1B2C3', documentid: '2026-1' },
  ],
  [
    'trade.landedCost',
    (ups) => ups.trade.landedCost(document, { accountNumber: 'A1B2C3' }),
    'POST /api/landedcost/v1/quotes',
    { accountnumber: 'A1B2C3' },
  ],
];

async function ask(call: (ups: Client) => Promise<unknown>): Promise<SeenRequest> {
  const server = await startServer(json({}));
  servers.push(server);
  await call(testClient(server.baseUrl, { transactionSource: 'apis.test' }));
  const [seen] = server.requests;
  if (seen === undefined) throw new Error('nothing was sent');
  return seen;
}

describe('each method', () => {
  const filled = rows.map(([method, call, line, headers = {}]) => [method, call, line, headers] as const);
  it.each(filled)('%s asks what it says', async (_method, call, line, headers) => {
    const seen = await ask(call);
    expect(`${seen.method} ${seen.url}`).toBe(line);
    expect(seen.headers).toMatchObject({ ...headers, authorization: 'Bearer token-1' });
  });

  it('sends every header that its operation demands, and a transaction id where it knows one', async () => {
    for (const [method, call] of rows) {
      const seen = await ask(call);
      const operation = operationOf(seen);
      const demanded = operation.headers.filter(({ required }) => required).map(({ name }) => name);
      expect({ method, sent: Object.keys(seen.headers) }).toEqual({
        method,
        sent: expect.arrayContaining(demanded),
      });
      const knowsTransactions = operation.headers.some(({ name }) => name === 'transid');
      expect(seen.headers.transid ?? '').toMatch(knowsTransactions ? /^[0-9a-f]{32}$/ : /^$/);
      expect(seen.headers.transactionsrc).toBe(knowsTransactions ? 'apis.test' : undefined);
    }
  });

  it('stands for an operation of the contract, and each operation has one', async () => {
    const asked = new Set<string>();
    for (const [, call] of rows) asked.add(operationOf(await ask(call)).id);
    const elsewhere = new Set(['oauth', 'quantum-view', 'locator']);
    const expected = allOperations.filter(({ slug }) => !elsewhere.has(slug)).map(({ id }) => id);
    expect([...asked].sort()).toEqual(expected.sort());
  });
});

/** Where operations share an address, the one whose query is there says more. */
function operationOf({ method, url }: SeenRequest): WireOperation {
  const { pathname, searchParams } = new URL(url, 'http://carrier.invalid');
  const isIt = (one: WireOperation) =>
    one.method === method &&
    new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname) &&
    Object.entries(one.fixedQuery ?? {}).every(([name, value]) => searchParams.get(name) === value);
  const found = allOperations.filter(isIt);
  const [best] = [...found.filter(({ fixedQuery }) => fixedQuery !== undefined), ...found];
  if (best === undefined) throw new Error(`no operation answers ${method} ${url}`);
  return best;
}

describe('a request that cannot be made', () => {
  it.each<readonly [string, (ups: Client) => Promise<unknown>]>([
    ['a place that is empty', (ups) => ups.tracking.details('')],
    ['a place that leaves its path', (ups) => ups.tracking.details('..')],
    ['a version that never was', (ups) => ups.rating.rate(document, { version: 'v9' as never })],
    ['a void of no packages', async (ups) => ups.shipping.void({ shipmentId: '1Z1', trackingNumbers: [] })],
  ])('is a TypeError and is not sent: %s', async (_name, call) => {
    const server = await startServer(json({}));
    servers.push(server);
    await expect(call(testClient(server.baseUrl))).rejects.toThrow(TypeError);
    expect(server.requests).toEqual([]);
  });
});

describe('locator.search', () => {
  const answer = (Response: unknown) => json({ LocatorResponse: { Response } });
  const failed = { ErrorSeverity: 'Hard', ErrorCode: '350200', ErrorDescription: 'Invalid country code.' };

  it('asks for locations unless told otherwise', async () => {
    const seen = await serveLocator(answer({ ResponseStatusCode: '1' }), { locale: 'fr_CA' });
    expect(seen.url).toBe('/api/locations/v3/search/availabilities/1?Locale=fr_CA');
  });

  it('makes a fault of a failure inside a 200, one error or several', async () => {
    for (const errors of [failed, [failed]]) {
      await expect(serveLocator(answer({ ResponseStatusCode: '0', Error: errors }))).rejects.toMatchObject({
        code: '350200',
        text: 'Invalid country code.',
        status: 200,
        outcome: 'refused',
      });
    }
  });

  async function serveLocator(reply: ReturnType<typeof json>, options = {}): Promise<SeenRequest> {
    const server = await startServer(reply);
    servers.push(server);
    await testClient(server.baseUrl).locator.search(document, options);
    const [seen] = server.requests;
    if (seen === undefined) throw new Error('nothing was sent');
    return seen;
  }
});
