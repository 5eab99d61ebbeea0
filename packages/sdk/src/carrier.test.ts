import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from './client.ts';
import type { DriftSeen } from './drift.ts';
import { isCarrierFault } from './errors.ts';
import { testClient } from './testing/client.ts';
import {
  closedAddress,
  cut,
  hangUp,
  json,
  type Reply,
  refusal,
  startServer,
  type TestServer,
} from './testing/server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...replies: readonly Reply[]): Promise<TestServer> {
  const server = await startServer(...replies);
  servers.push(server);
  return server;
}

const document = {} as never;

describe('an answer', () => {
  const rated = (RatedShipment: unknown) => json({ RateResponse: { RatedShipment } });

  it('has arrays wherever something can repeat, whatever the version sent', async () => {
    const server = await serve(rated({ RatedPackage: { Weight: '1.0' } }));
    const { RateResponse } = await testClient(server.baseUrl).rating.rate(document, { version: 'v1' });
    expect(RateResponse.RatedShipment).toEqual([{ RatedPackage: [{ Weight: '1.0' }] }]);
  });

  it('keeps members that the contract does not know, and tells which and how many', async () => {
    const seen: DriftSeen[] = [];
    const novelty = { Novelty: { TotalCharges: '1' }, Weight: '1.0' };
    const server = await serve(rated([{ RatedPackage: [novelty, novelty] }]));
    const ups = testClient(server.baseUrl, { hooks: { onDrift: (drift) => seen.push(drift) } });
    const { RateResponse } = await ups.rating.rate(document);
    expect(RateResponse.RatedShipment[0]?.RatedPackage).toEqual([novelty, novelty]);
    expect(seen).toEqual([{ operation: 'rating.rate', members: new Map([['Novelty', 2]]) }]);
  });

  it('that the contract knows wholly tells nothing', async () => {
    const seen: DriftSeen[] = [];
    const server = await serve(rated([]));
    await testClient(server.baseUrl, { hooks: { onDrift: (drift) => seen.push(drift) } }).rating.rate(
      document,
    );
    expect(seen).toEqual([]);
  });
});

type Ask = readonly [string, (ups: Client) => Promise<unknown>];

const changes: readonly Ask[] = [
  ['shipping.create', (ups) => ups.shipping.create(document)],
  ['shipping.void', (ups) => ups.shipping.void({ shipmentId: '1Z1' })],
  ['pickup.create', (ups) => ups.pickup.create(document)],
  ['pickup.cancel', (ups) => ups.pickup.cancel()],
  ['preNotification.notify', (ups) => ups.preNotification.notify(document)],
  ['paperless.upload', (ups) => ups.paperless.upload({ UploadRequest: { ShipperNumber: 'A' } } as never)],
  [
    'paperless.push',
    (ups) => ups.paperless.push({ PushToImageRepositoryRequest: { ShipperNumber: 'A' } } as never),
  ],
  ['paperless.delete', (ups) => ups.paperless.delete({ shipperNumber: 'A', documentId: '1' })],
  ['quantumView.files, unread', (ups) => ups.quantumView.files({ names: ['Outbound'] }).next()],
];

const reads: readonly Ask[] = [
  ['rating.shop', (ups) => ups.rating.shop(document)],
  ['tracking.details', (ups) => ups.tracking.details('1Z1')],
  ['pickup.pending', (ups) => ups.pickup.pending('A1B2C3')],
  ['shipping.recover', (ups) => ups.shipping.recover(document)],
  ['trade.landedCost', (ups) => ups.trade.landedCost(document)],
];

async function faultOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (thrown) {
    if (isCarrierFault(thrown)) return thrown;
    throw thrown;
  }
  throw new Error('expected a CarrierFault');
}

describe('what creates, changes or consumes something', () => {
  const lost: readonly (readonly [string, Reply])[] = [
    ['a cut answer', cut()],
    ['a closed connection', hangUp],
    ['a 503', refusal(503, '10004', 'The service is temporarily unavailable')],
    ['an answer that cannot be read', json('not an object')],
  ];
  it.each(
    changes.flatMap(([method, call]) => lost.map(([what, reply]) => [method, what, call, reply] as const)),
  )('%s is not repeated after %s, and the fault says how to look', async (_method, _what, call, reply) => {
    const server = await serve(reply);
    const ups = testClient(server.baseUrl);
    const fault = await faultOf(call(ups));
    expect(server.requests.length).toBe(1);
    expect(fault.outcome).toBe('unknown');
    expect(fault.howToLook?.en).toMatch(/\p{L}\. /u);
    expect(fault.howToLook?.fr).toMatch(/\p{L}\. /u);
  });

  it.each(changes)('%s is not repeated after a 429, and nothing is in doubt', async (_method, call) => {
    const server = await serve(refusal(429, '10429', 'Too Many Requests'));
    const fault = await faultOf(call(testClient(server.baseUrl)));
    expect(server.requests.length).toBe(1);
    expect(fault).toMatchObject({ outcome: 'refused', retryable: true, howToLook: undefined });
  });
});

describe('the number to quote to the carrier', () => {
  const options = { transactionId: 'asked-0001' };
  const rows: readonly (readonly [string, Reply, string])[] = [
    ['a lost connection bears', hangUp, 'asked-0001'],
    ['a refusal that names none bears', refusal(400, '111210', 'Unavailable'), 'asked-0001'],
    ['an answer that cannot be read bears', json('not an object'), 'asked-0001'],
    ['a refusal that names another bears', refusal(400, '1', 'No', { transid: 'theirs' }), 'theirs'],
  ];
  it.each(rows)(
    '%s the one that was sent, unless the carrier has its own',
    async (_what, reply, expected) => {
      const server = await serve(reply);
      const ups = testClient(server.baseUrl, { retry: { attempts: 1 } });
      const calls = [
        ups.rating.shop(document, options),
        ups.shipping.create(document, options),
        ups.locator.search(document, options),
      ];
      for (const call of calls) expect((await faultOf(call)).transactionId).toBe(expected);
      expect(server.requests.map(({ headers }) => headers.transid)).toEqual(calls.map(() => 'asked-0001'));
    },
  );

  it('is none where nothing arrived, and none where the operation takes none', async () => {
    const server = await serve(hangUp);
    const lost = testClient(server.baseUrl, { retry: { attempts: 1 } }).quantumView.raw({}, options);
    expect((await faultOf(lost)).transactionId).toBeUndefined();
    const never = testClient(await closedAddress()).rating.shop(document, options);
    expect(await faultOf(never)).toMatchObject({ outcome: 'not-sent', transactionId: undefined });
  });
});

describe('what only reads or computes', () => {
  it.each(reads)('%s is repeated after a cut answer', async (_method, call) => {
    const server = await serve(cut(), refusal(503, '10004', 'Not now'), json({}));
    const ups = testClient(server.baseUrl);
    await call(ups);
    expect(server.requests.length).toBe(3);
    expect(ups.waits).toEqual([250, 500]);
  });

  it.each(reads)('%s waits as long as Retry-After says', async (_method, call) => {
    const server = await serve(refusal(429, '10429', 'Too Many Requests', { 'retry-after': '7' }), json({}));
    const ups = testClient(server.baseUrl);
    await call(ups);
    expect(ups.waits).toEqual([7250]);
  });
});
