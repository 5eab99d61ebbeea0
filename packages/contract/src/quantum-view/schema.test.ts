import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { closed } from '../schema/notation.ts';
import { QuantumViewRequest, QuantumViewResponse } from './schema.ts';

const request = Compile(QuantumViewRequest);
const response = Compile(QuantumViewResponse);
const strict = Compile(closed(QuantumViewResponse));

const origin = {
  ShipperNumber: 'A1B2C3',
  TrackingNumber: '1ZA1B2C30312345678',
  Date: '20261120',
  Time: '184500',
  ActivityLocation: { AddressArtifactFormat: { PoliticalDivision2: 'LAVAL', CountryCode: 'CA' } },
};

function answer(record: Record<string, unknown>) {
  return {
    QuantumViewResponse: {
      Response: { ResponseStatusCode: '1', ResponseStatusDescription: 'Success' },
      QuantumViewEvents: {
        SubscriberID: 'il_support',
        SubscriptionEvents: [
          {
            Name: 'Outbound',
            Number: '21B6D76A8B32564B',
            SubscriptionStatus: { Code: 'A', Description: 'Active' },
            SubscriptionFile: [
              {
                FileName: '261120_190000001',
                StatusType: { Code: 'U', Description: 'Unread' },
                ...record,
              },
            ],
          },
        ],
      },
    },
  };
}

describe('QuantumViewRequest', () => {
  const wrap = (body: Record<string, unknown>) => ({
    QuantumViewRequest: { Request: { RequestAction: 'QVEvents' }, ...body },
  });
  it.each<[string, Record<string, unknown>, boolean]>([
    ['all unread', {}, true],
    ['by name', { SubscriptionRequest: [{ Name: 'Outbound' }] }, true],
    ['by file', { SubscriptionRequest: [{ Name: 'Outbound', FileName: ['261120_190000001'] }] }, true],
    ['a bookmark beside', { Bookmark: 'WE9MVFFBMQ==' }, true],
    ['a bookmark inside', { SubscriptionRequest: [{ Bookmark: 'WE9MVFFBMQ==' }] }, true],
    ['a name of 22 characters', { SubscriptionRequest: [{ Name: 'x'.repeat(22) }] }, false],
    ['a single subscription that is no array', { SubscriptionRequest: { Name: 'Outbound' } }, false],
    ['a short date', { SubscriptionRequest: [{ DateTimeRange: { BeginDateTime: '20261120' } }] }, false],
  ])('%s', (_name, body, accepted) => {
    expect(request.Check(wrap(body))).toBe(accepted);
  });
});

describe('QuantumViewResponse', () => {
  it.each<[string, unknown, boolean]>([
    ['a file with a record', answer({ Origin: [origin] }), true],
    ['a bare record where an array belongs', answer({ Origin: origin }), false],
    [
      'a record without its tracking number',
      answer({ Origin: [{ ...origin, TrackingNumber: undefined }] }),
      false,
    ],
    [
      'a refusal without events',
      {
        QuantumViewResponse: {
          Response: { ResponseStatusCode: '0', Error: [{ ErrorSeverity: 'Hard', ErrorCode: '330015' }] },
        },
      },
      true,
    ],
  ])('%s', (_name, document, accepted) => {
    expect(response.Check(document)).toBe(accepted);
  });

  it('accepts members it does not know, its closed form does not', () => {
    const document = answer({ Origin: [{ ...origin, Undeclared: 'x' }] });
    expect(response.Check(document)).toBe(true);
    expect(strict.Check(document)).toBe(false);
    expect(strict.Check(answer({ Origin: [origin] }))).toBe(true);
  });
});
