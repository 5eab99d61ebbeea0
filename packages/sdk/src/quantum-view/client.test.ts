import { afterEach, describe, expect, it } from 'vitest';
import { isCarrierFault } from '../errors.ts';
import { testClient } from '../testing/client.ts';
import { cut, json, type Reply, startServer, type TestServer } from '../testing/server.ts';
import type { QuantumViewItem } from './answer.ts';
import type { QuantumViewQuery } from './request.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...replies: readonly Reply[]): Promise<TestServer> {
  const server = await startServer(...replies);
  servers.push(server);
  return server;
}

const success = { ResponseStatusCode: '1', ResponseStatusDescription: 'Success' };
const outbound = {
  Name: 'Outbound',
  Number: '21B6',
  SubscriptionStatus: { Code: 'A', Description: 'Active' },
};

function page(subscriptions: unknown, more: Record<string, unknown> = {}, response: unknown = success) {
  const QuantumViewEvents = { SubscriberID: 'il_support', SubscriptionEvents: subscriptions };
  return { QuantumViewResponse: { Response: response, QuantumViewEvents, ...more } };
}

function file(FileName: string, records: Record<string, unknown> = {}) {
  return { FileName, StatusType: { Code: 'U', Description: 'Unread' }, ...records };
}

async function collect(items: AsyncIterable<QuantumViewItem>): Promise<QuantumViewItem[]> {
  const collected: QuantumViewItem[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function collectUntilFault(items: AsyncIterable<QuantumViewItem>) {
  const collected: QuantumViewItem[] = [];
  try {
    for await (const item of items) collected.push(item);
  } catch (thrown) {
    if (isCarrierFault(thrown)) return { collected, fault: thrown };
    throw thrown;
  }
  throw new Error('expected a CarrierFault');
}

const names = (items: readonly QuantumViewItem[]) =>
  items.map((item) => (item.kind === 'file' ? item.fileName : item.kind));

describe('the request', () => {
  const request = { RequestAction: 'QVEvents' };
  it.each<[string, QuantumViewQuery, Record<string, unknown>]>([
    ['nothing: all unread', {}, {}],
    ['one name', { names: ['Outbound'] }, { SubscriptionRequest: [{ Name: 'Outbound' }] }],
    [
      'several names and a range in UTC',
      {
        names: ['Outbound', 'Inbound'],
        from: new Date('2026-11-20T23:30:05-05:00'),
        to: new Date('2026-11-22T00:00:00Z'),
      },
      {
        SubscriptionRequest: ['Outbound', 'Inbound'].map((Name) => ({
          Name,
          DateTimeRange: { BeginDateTime: '20261121043005', EndDateTime: '20261122000000' },
        })),
      },
    ],
    [
      'a range of all subscriptions',
      { from: new Date('2026-11-20T00:00:00Z') },
      { SubscriptionRequest: [{ DateTimeRange: { BeginDateTime: '20261120000000' } }] },
    ],
    [
      'files by name',
      { names: ['Outbound'], fileNames: ['261120_190000001'] },
      { SubscriptionRequest: [{ Name: 'Outbound', FileName: ['261120_190000001'] }] },
    ],
  ])('for %s', async (_name, query, expected) => {
    const server = await serve(json(page([])));
    await collect(testClient(server.baseUrl).quantumView.files(query));
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      QuantumViewRequest: { Request: request, ...expected },
    });
  });

  it('carries token, version and reference', async () => {
    const server = await serve(json(page([])));
    await collect(
      testClient(server.baseUrl).quantumView.files({ reference: 'night run' }, { version: 'v1' }),
    );
    const [seen] = server.requests;
    expect(seen?.url).toBe('/api/quantumview/v1/events');
    expect(seen?.headers.authorization).toBe('Bearer token-1');
    expect(seen?.body).toContain('"CustomerContext":"night run"');
  });

  it.each<[string, QuantumViewQuery]>([
    ['an empty list of names, which would read everything', { names: [] }],
    ['an empty list of files, which would consume', { names: ['Outbound'], fileNames: [] }],
    ['an end without a begin', { to: new Date() }],
    ['a date that is none', { from: new Date('yesterday') }],
  ])('is refused before it is sent: %s', async (_name, query) => {
    const server = await serve(json(page([])));
    expect(() => testClient(server.baseUrl).quantumView.files(query)).toThrow(TypeError);
    expect(server.requests).toEqual([]);
  });
});

describe('files', () => {
  it('come across bookmarks, each once, with the query and the bookmark of the answer before', async () => {
    const server = await serve(
      json(page([{ ...outbound, SubscriptionFile: [file('261120_190000001')] }], { Bookmark: 'one' })),
      json(page([{ ...outbound, SubscriptionFile: [file('261120_193000001')] }], { Bookmark: 'two' })),
      json(page([{ ...outbound, SubscriptionFile: [file('261120_200000001')] }])),
    );
    const items = await collect(testClient(server.baseUrl).quantumView.files({ names: ['Outbound'] }));
    expect(names(items)).toEqual([
      'subscription',
      '261120_190000001',
      '261120_193000001',
      '261120_200000001',
    ]);
    const [first, ...others] = server.requests.map(({ body }) => JSON.parse(body).QuantumViewRequest);
    expect(others).toEqual([
      { ...first, Bookmark: 'one' },
      { ...first, Bookmark: 'two' },
    ]);
  });

  it('come from an old version too, where what is single is no array', async () => {
    const delivery = {
      TrackingNumber: '1Z1',
      PackageReferenceNumber: { Value: 'PO 1' },
      Novelty: { kept: 1 },
    };
    const single = { ...outbound, SubscriptionFile: file('261120_190000001', { Delivery: delivery }) };
    const server = await serve(json(page(single)));
    const [, item] = await collect(testClient(server.baseUrl).quantumView.files());
    expect(item).toMatchObject({
      kind: 'file',
      isUnread: true,
      subscription: { name: 'Outbound', number: '21B6', status: 'A' },
      manifests: [],
      generics: [],
      deliveries: [
        { TrackingNumber: '1Z1', PackageReferenceNumber: [{ Value: 'PO 1' }], Novelty: { kept: 1 } },
      ],
    });
  });

  it('come beside warnings, which are values and come once', async () => {
    const inactive = {
      ErrorSeverity: 'Warning',
      ErrorCode: '336000',
      ErrorDescription: 'The following Subscriptions are inactive IVS .',
    };
    const warned = { ...success, Error: inactive };
    const server = await serve(
      json(page([], { Bookmark: 'one' }, warned)),
      json(page([{ ...outbound, SubscriptionFile: [file('261120_190000001')] }], {}, warned)),
    );
    const items = await collect(testClient(server.baseUrl).quantumView.files());
    expect(names(items)).toEqual(['warning', 'subscription', '261120_190000001']);
    expect(items[0]).toEqual({ kind: 'warning', code: '336000', text: inactive.ErrorDescription });
  });

  it('of an unread read go on although its bookmark, which only names the subscriber, stays the same', async () => {
    const same = { Bookmark: 'WE9MVFFBMQ==' };
    const server = await serve(
      json(page([{ ...outbound, SubscriptionFile: [file('261120_190000001')] }], same)),
      json(page([{ ...outbound, SubscriptionFile: [file('261120_193000001')] }], same)),
      json(page([{ ...outbound, SubscriptionFile: [] }])),
    );
    const items = await collect(testClient(server.baseUrl).quantumView.files());
    expect(names(items)).toEqual(['subscription', '261120_190000001', '261120_193000001']);
  });

  it('end with a fault when bookmarks lead in a circle', async () => {
    const a = json(page([{ ...outbound, SubscriptionFile: [file('a')] }], { Bookmark: 'b' }));
    const b = json(page([{ ...outbound, SubscriptionFile: [file('b')] }], { Bookmark: 'a' }));
    const server = await serve(a, b, a);
    const { collected, fault } = await collectUntilFault(testClient(server.baseUrl).quantumView.files());
    expect(fault).toMatchObject({ code: 'BOOKMARK_LOOP', outcome: 'unknown' });
    expect(names(collected)).toEqual(['subscription', 'a', 'b']);
    expect(server.requests.length).toBe(3);
  });

  it('that came before a fault have been handed over', async () => {
    const first = json(page([{ ...outbound, SubscriptionFile: [file('a')] }], { Bookmark: 'b' }));
    const server = await serve(first, cut());
    const { collected, fault } = await collectUntilFault(
      testClient(server.baseUrl).quantumView.files({ names: ['Outbound'] }),
    );
    expect(names(collected)).toEqual(['subscription', 'a']);
    expect(fault).toMatchObject({ code: 'CONNECTION_LOST', outcome: 'unknown' });
    expect(server.requests.length).toBe(2);
  });
});

describe('an error inside a 200', () => {
  const failure = (error: unknown) =>
    json({ QuantumViewResponse: { Response: { ResponseStatusCode: '0', Error: error } } }, 200, {
      transid: 'T1',
    });

  it('becomes a fault with the carrier’s code, text and our hint', async () => {
    const hard = { ErrorSeverity: 'Hard', ErrorCode: '330015', ErrorDescription: 'Bookmark is invalid.' };
    const server = await serve(failure(hard));
    const { fault } = await collectUntilFault(testClient(server.baseUrl).quantumView.files());
    expect(fault).toMatchObject({
      code: '330015',
      text: 'Bookmark is invalid.',
      status: 200,
      transactionId: 'T1',
      outcome: 'refused',
      retryable: false,
    });
    expect(fault.hint?.fr).toContain('signet');
  });

  it('that passes says when to come back', async () => {
    const passing = { ErrorSeverity: 'Transient', ErrorCode: '330099', MinimumRetrySeconds: '60' };
    const server = await serve(failure([passing]));
    const { fault } = await collectUntilFault(testClient(server.baseUrl).quantumView.files());
    expect(fault).toMatchObject({ code: '330099', retryable: true, retryAfterSeconds: 60 });
  });
});

describe('an answer that is none', () => {
  const send = (body: string): Reply => {
    return (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body);
    };
  };
  it.each([
    ['a page of HTML', '<html>down for maintenance</html>'],
    ['another kind of value', '[1,2]'],
    ['an object of another kind', '{"hello":1}'],
    ['a failure without a reason', '{"QuantumViewResponse":{"Response":{"ResponseStatusCode":"0"}}}'],
    ['nothing', ''],
    ['a megabyte of nested arrays', '['.repeat(1_000_000)],
    ['members of the wrong kind', '{"QuantumViewResponse":[[1]]}'],
  ])('is a fault: %s', async (_name, body) => {
    const server = await serve(send(body));
    const { fault } = await collectUntilFault(testClient(server.baseUrl).quantumView.files());
    expect(fault).toMatchObject({ code: 'ANSWER_UNREADABLE', outcome: 'unknown', status: 200 });
  });

  it('but members of the wrong kind inside one are left out, not invented', async () => {
    const odd = page([
      { ...outbound, SubscriptionFile: [7, file('a', { Delivery: ['x', { TrackingNumber: 5 }] })] },
    ]);
    const server = await serve(json(odd));
    const items = await collect(testClient(server.baseUrl).quantumView.files());
    expect(names(items)).toEqual(['subscription', 'a']);
    expect(items[1]).toMatchObject({ deliveries: [{ TrackingNumber: 5 }] });
  });
});

describe('raw', () => {
  it('hands over the bytes as they came, business errors included', async () => {
    const document = { QuantumViewResponse: { Response: { ResponseStatusCode: '0' } } };
    const server = await serve(json(document, 200, { transid: 'T1' }));
    const answer = await testClient(server.baseUrl).quantumView.raw(
      { names: ['Outbound'], from: new Date('2026-11-20T00:00:00Z') },
      { bookmark: 'WE9M' },
    );
    expect(new TextDecoder().decode(answer.body)).toBe(JSON.stringify(document));
    expect(answer.headers.transid).toBe('T1');
    expect(server.requests[0]?.body).toContain('"Bookmark":"WE9M"');
  });
});
