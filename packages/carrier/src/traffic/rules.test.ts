import { describe, expect, it } from 'vitest';
import { findPlace } from '../network/facilities.ts';
import { servesLane } from '../network/services.ts';
import { localTime, weekday } from '../network/zones.ts';
import { seededRandom } from '../random.ts';
import { isAccountNumber } from '../tracking-number/account-number.ts';
import { drawBusiness, type PlacedParty } from './parties.ts';
import { type AccountRole, createTraffic, type ShipmentDraft, type TrafficAccount } from './rules.ts';

const from = Date.parse('2026-11-02T05:00:00Z');
const to = Date.parse('2026-11-30T05:00:00Z');
const accounts = [
  account('A1B2C3', 'outbound', 55),
  account('D4E5F6', 'inbound', 25),
  account('7G8H9J', 'third-party', 20),
];
const drafts = [...createTraffic({ seed: 'volume', shipments: 4000, from, to, accounts })];

describe('traffic', () => {
  it('is the same for the same order, and another for another seed', () => {
    const order = { shipments: 30, from, to, accounts };
    expect([...createTraffic({ ...order, seed: 'a' })]).toEqual([...createTraffic({ ...order, seed: 'a' })]);
    expect([...createTraffic({ ...order, seed: 'a' })]).not.toEqual([
      ...createTraffic({ ...order, seed: 'b' }),
    ]);
  });

  it('makes as many shipments as ordered, in order and within the time', () => {
    expect(drafts).toHaveLength(4000);
    const moments = drafts.map((draft) => draft.labelAt);
    expect(moments).toEqual([...moments].sort((one, two) => one - two));
    expect(moments[0]).toBeGreaterThanOrEqual(from);
    expect(moments.at(-1)).toBeLessThan(to);
  });

  it('is busy on weekdays around noon and quiet on Sundays', () => {
    const days = share((draft) => weekday(localTime('America/New_York', draft.labelAt).day) === 0);
    const noon = share(
      (draft) => Math.abs(localTime('America/New_York', draft.labelAt).second / 3600 - 13) < 4,
    );
    expect(days).toBeLessThan(0.04);
    expect(noon).toBeGreaterThan(0.6);
  });

  it('goes only where its service runs, mostly on the road', () => {
    expect(drafts.filter((draft) => !servesLane(draft.service, draft.shipper, draft.shipTo))).toEqual([]);
    const road = share((draft) => draft.service === '03' || draft.service === '11');
    expect(road).toBeGreaterThan(0.6);
    expect(road).toBeLessThan(0.85);
  });

  it('flows for each kind of account as its subscription expects', () => {
    const [outbound, inbound, paid] = ['A1B2C3', 'D4E5F6', '7G8H9J'];
    expect(share((draft) => draft.shipper.account === outbound)).toBeCloseTo(0.55, 1);
    expect(share((draft) => draft.shipTo.account === inbound)).toBeCloseTo(0.25, 1);
    const options = new Set(
      drafts.filter((draft) => draft.billing.account === paid).map((draft) => draft.billing.option),
    );
    expect([...options].sort()).toEqual(['02', '03', '04']);
    const seenTwice = drafts.filter(
      (draft) => draft.shipTo.account === inbound && draft.billing.account === paid,
    );
    expect(seenTwice.length).toBeGreaterThan(20);
  });

  it('has parcels of believable weight, most shipments with one', () => {
    const weights = drafts.flatMap((draft) => draft.parcels.map((parcel) => parcel.weightTenths));
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expect(Math.max(...weights)).toBeLessThanOrEqual(1500);
    expect(share((draft) => draft.parcels.length === 1)).toBeGreaterThan(0.8);
    expect(share((draft) => draft.parcels.some((parcel) => parcel.cod !== undefined))).toBeLessThan(0.02);
  });

  it('names only well-formed accounts and declares a value abroad', () => {
    expect(drafts.every((draft) => isAccountNumber(draft.shipper.account))).toBe(true);
    const abroad = drafts.filter((draft) => draft.shipper.country !== draft.shipTo.country);
    expect(abroad.length).toBeGreaterThan(50);
    expect(abroad.every((draft) => (draft.customs?.value.amountMinor ?? 0) > 0)).toBe(true);
  });

  it('refuses an order without accounts', () => {
    expect(() => createTraffic({ seed: 'a', shipments: 1, from, to, accounts: [] }).next()).toThrow(
      RangeError,
    );
  });

  it('puts a moment even into an empty span of time', () => {
    const [only] = [...createTraffic({ seed: 'a', shipments: 1, from, to: from, accounts })];
    expect(only?.labelAt).toBe(from);
  });
});

function share(fits: (draft: ShipmentDraft) => boolean): number {
  return drafts.filter(fits).length / drafts.length;
}

function account(number: string, role: AccountRole, weight: number): TrafficAccount {
  const town = findPlace('US', 'OH', 'Columbus');
  if (town === undefined) throw new RangeError('no Columbus');
  const party: PlacedParty = drawBusiness(seededRandom(number), town.index);
  return { role, owner: 'il_support', weight, party: { ...party, account: number } };
}
