import { describe, expect, it } from 'vitest';
import type { EventFacts } from './facts.ts';
import { foldParcel } from './fold.ts';
import type { LocatedEvent } from './located.ts';

const consignee = { city: 'VANCOUVER', region: 'BC', country: 'CA', postalCode: 'V6B1A1' };
const shipper = { city: 'TORONTO', region: 'ON', country: 'CA', postalCode: 'M5V2T6' };

function event(kind: LocatedEvent['kind'], at: string, facts: EventFacts = {}, code = ''): LocatedEvent {
  return {
    trackingNumber: '1ZA1B2C30113128187',
    eventId: `${kind}-${at}`,
    kind,
    code,
    localAt: at,
    identity: `${kind} ${at} ${code} `,
    ordinal: 0,
    zone: 'UTC',
    source: 'company',
    instantMs: Date.parse(`${at}Z`),
    facts,
  };
}

const label = event('manifest', '2026-11-16T17:00:00', { shipper, consignee, scheduledOn: '2026-11-19' });
const origin = event('origin', '2026-11-16T20:00:00');
const delivered = event('delivery', '2026-11-19T15:00:00', { deliveredTo: consignee });
const putOff = event('exception', '2026-11-18T09:00:00', { rescheduledOn: '2026-11-20' }, 'DJ');

describe('when a parcel is late', () => {
  it('is late when its expected day has ended where it goes', () => {
    const folded = foldParcel([label, origin], 'America/Toronto');
    // The end of November 19 in Vancouver, eight hours behind Greenwich.
    expect(new Date(folded.lateAfterMs ?? 0).toISOString()).toBe('2026-11-20T08:00:00.000Z');
    expect(folded.isRescheduled).toBe(false);
  });

  it('is late from the moment it is put off to a later day', () => {
    const folded = foldParcel([label, origin, putOff], 'America/Toronto');
    expect(folded).toMatchObject({
      expectedOn: '2026-11-20',
      isRescheduled: true,
      lateAfterMs: putOff.instantMs,
    });
  });

  it('is not late by an earlier new day before that day has ended', () => {
    const sooner = event('generic', '2026-11-17T09:00:00', { rescheduledOn: '2026-11-18' }, 'UD');
    const folded = foldParcel([label, origin, sooner], 'America/Toronto');
    expect(folded).toMatchObject({ expectedOn: '2026-11-18', isRescheduled: true });
    expect(new Date(folded.lateAfterMs ?? 0).toISOString()).toBe('2026-11-19T08:00:00.000Z');
  });

  it('is no longer late once it is delivered', () => {
    expect(foldParcel([label, origin, putOff, delivered], 'UTC').lateAfterMs).toBeNull();
  });

  it('is never late without an expected day', () => {
    expect(foldParcel([origin], 'UTC').lateAfterMs).toBeNull();
  });
});

describe('where a parcel stands', () => {
  const moving = event('generic', '2026-11-19T08:00:00', {}, 'OD');
  const backHome = event('delivery', '2026-11-24T10:00:00', { deliveredTo: shipper });

  it.each([
    ['a label alone', [label], 'manifested'],
    ['a voided label', [label, event('generic', '2026-11-16T18:00:00', {}, 'VM')], 'voided'],
    [
      'a label that travelled in spite of its void',
      [label, event('generic', '2026-11-16T18:00:00', {}, 'VM'), origin],
      'picked-up',
    ],
    ['on the van', [label, origin, moving], 'out-for-delivery'],
    [
      'an exception after the van',
      [label, origin, moving, event('exception', '2026-11-19T16:00:00')],
      'exception',
    ],
    ['delivered', [label, origin, delivered], 'delivered'],
    ['an older scan told after the delivery', [delivered, label, origin], 'delivered'],
    ['brought back to the shipper', [label, origin, putOff, backHome], 'returned'],
  ] as const)('%s', (_name, events, status) => {
    expect(foldParcel(events, 'UTC').status).toBe(status);
    expect(foldParcel([...events].reverse(), 'UTC')).toEqual(foldParcel(events, 'UTC'));
  });
});
