import { createClient } from '@lading/sdk/client';
import { describe, expect, it } from 'vitest';
import { probeSubscription } from './probe.ts';

const NOW = Date.parse('2026-03-08T12:00:00Z');

const active = { Name: 'Outbound', Number: '1', SubscriptionStatus: { Code: 'A', Description: 'Active' } };
const file = {
  FileName: '260308_113000001',
  StatusType: { Code: 'U', Description: 'Unread' },
  Origin: [{ TrackingNumber: '1Z999AA10123456784' }, { TrackingNumber: '1Z999AA10123456784' }],
  Delivery: [{ TrackingNumber: '1Z999AA10123456793' }],
};

function success(events: unknown[], errors: unknown[] = []) {
  const Response = { ResponseStatusCode: '1', ResponseStatusDescription: 'Success', Error: errors };
  return {
    QuantumViewResponse: { Response, QuantumViewEvents: { SubscriberID: 'x', SubscriptionEvents: events } },
  };
}

function refusal(code: string) {
  const errors = [{ ErrorSeverity: 'Hard', ErrorCode: code, ErrorDescription: 'no' }];
  return { QuantumViewResponse: { Response: { ResponseStatusCode: '0', Error: errors } } };
}

const sent: string[] = [];

function probe(status: number, document: unknown) {
  const client = createClient({
    environment: { baseUrl: 'http://carrier.test' },
    clientId: 'client',
    clientSecret: 'secret',
    retry: { attempts: 1 },
    fetch: async (_input, init) => {
      sent.push(String(init?.body));
      return Response.json(document, { status });
    },
  });
  const signal = AbortSignal.timeout(5_000);
  return probeSubscription(client, { accessToken: 't', name: 'Outbound', nowMs: NOW, signal });
}

describe('what the self-test says about a subscription', () => {
  it.each<[string, number, unknown, object]>([
    [
      'found, with its first records',
      200,
      success([{ ...active, SubscriptionFile: [file] }]),
      {
        outcome: 'found',
        carrierStatus: 'A',
        carrierNumber: '1',
        files: 1,
        records: 3,
        firstTrackingNumbers: ['1Z999AA10123456784', '1Z999AA10123456793'],
      },
    ],
    ['found, when nothing has happened yet', 200, success([active]), { outcome: 'found', files: 0 }],
    ['not found, when the carrier leaves it out', 200, success([]), { outcome: 'not-found', fault: null }],
    ['not found, when the carrier refuses the name', 200, refusal('330010'), { outcome: 'not-found' }],
    [
      'inactive, by its status',
      200,
      success([{ ...active, SubscriptionStatus: { Code: 'I' } }]),
      {
        outcome: 'inactive',
        carrierStatus: 'I',
      },
    ],
    [
      'inactive, by the carrier’s warning',
      200,
      success([], [{ ErrorSeverity: 'Warning', ErrorCode: '336000', ErrorDescription: 'inactive' }]),
      { outcome: 'inactive' },
    ],
    [
      'failed, with the reason',
      500,
      { response: { errors: [{ code: '9', message: 'down' }] } },
      {
        outcome: 'failed',
        fault: { code: '9', message: 'down' },
        isTokenRefused: false,
      },
    ],
    [
      'failed, in words that can be kept',
      400,
      { response: { errors: [{ code: '9\0', message: 'no\ud800' }] } },
      { outcome: 'failed', fault: { code: '9', message: 'no\ufffd' } },
    ],
    [
      'failed, when the token is refused',
      401,
      { response: { errors: [{ code: '250002', message: 'x' }] } },
      {
        outcome: 'failed',
        isTokenRefused: true,
      },
    ],
  ])('%s', async (_name, status, document, expected) => {
    expect(await probe(status, document)).toMatchObject(expected);
  });

  it('is asked by name and by date, so that nothing is consumed', async () => {
    sent.length = 0;
    await probe(200, success([active]));
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({
      QuantumViewRequest: {
        SubscriptionRequest: [
          {
            Name: 'Outbound',
            DateTimeRange: { BeginDateTime: '20260301121000', EndDateTime: '20260308120000' },
          },
        ],
      },
    });
  });
});
