import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { isBusinessDay } from './calendar.ts';
import { handover } from './delivery-places.ts';
import { facility, findPlace, places, sortingFacilities } from './facilities.ts';
import { drawIncident, incident, incidents } from './incidents.ts';
import { deliverNow, interrupt, meet, voidNow } from './interrupt.ts';
import { exceptionOf, type Plan, packPlan, unpackPlan } from './plan.ts';
import { routeBetween } from './routes.ts';
import { type Journey, pickupDay, planParcel } from './rules.ts';
import { servesLane, service, serviceCodes } from './services.ts';
import { dayText, instantOf, localTime, timeText, weekday } from './zones.ts';

const CLOSE_SECOND = 17 * 3600 + 600;

/** Any lane that some service runs, at any moment of three years. */
const trip = fc
  .record({
    from: fc.nat(places.length - 1),
    to: fc.nat(places.length - 1),
    code: fc.constantFrom(...serviceCodes),
    isHome: fc.boolean(),
    wantsSaturday: fc.boolean(),
    labelAt: fc.integer({ min: Date.parse('2025-01-01') / 1000, max: Date.parse('2028-01-01') / 1000 }),
    seed: fc.nat(),
  })
  .filter(({ from, to, code }) => servesLane(code, placeAt(from), placeAt(to)));

describe('a scan plan', () => {
  it('runs forward in time on every lane, with and without incidents', () => {
    fc.assert(
      fc.property(trip, fc.option(fc.constantFrom(...incidents)), (one, what) => {
        const { journey, plan, random } = planned(one);
        const whole = what === null ? plan : meet(plan, journey, what, random);
        expectForward(whole);
      }),
      { numRuns: 600 },
    );
  });

  it('ends with a delivery at the destination on a business day, before the service is due', () => {
    fc.assert(
      fc.property(trip, (one) => {
        const { journey, plan, scheduledDay } = planned(one);
        const last = plan.at(-1);
        const { zone, country, center } = placeAt(journey.to);
        const { day, second } = localTime(zone, last?.at ?? 0);
        expect([last?.kind, last?.facility, day]).toEqual(['delivered', center, scheduledDay]);
        expect(second).toBeLessThanOrEqual(
          service(journey.service).dueSecond[journey.isHome ? 'home' : 'business'],
        );
        const isSaturday = weekday(day) === 6 && journey.wantsSaturday;
        expect(isBusinessDay(country, day) || isSaturday).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('comes back unchanged from its packed text', () => {
    fc.assert(
      fc.property(trip, fc.constantFrom(...incidents), (one, what) => {
        const { journey, plan, random } = planned(one);
        const whole = meet(plan, journey, what, random);
        expect(unpackPlan(packPlan(whole))).toEqual(whole);
      }),
    );
  });

  it('is the same for the same seed and another for another seed', () => {
    const one = {
      from: 2,
      to: 81,
      code: '03' as const,
      isHome: true,
      wantsSaturday: false,
      labelAt: 1_790_000_000,
    };
    expect(planned({ ...one, seed: 1 }).plan).toEqual(planned({ ...one, seed: 1 }).plan);
    expect(planned({ ...one, seed: 1 }).plan).not.toEqual(planned({ ...one, seed: 2 }).plan);
  });

  it('refuses a text that is no plan', () => {
    expect(() => unpackPlan('BqzkgM!')).toThrow(RangeError);
  });
});

describe('incidents', () => {
  it.each(['weather', 'late-trailer', 'receiver-absent', 'incorrect-address', 'customs-hold'] as const)(
    '%s moves the delivery to the day that the exception names',
    (name) => {
      const { journey, plan, random } = planned(columbusTo('CA', 'QC', 'Montreal', '11'));
      const late = meet(plan, journey, incident(name), random);
      const exception = late.find((scan) => scan.kind === 'exception');
      const [zone, at] = [facility(exception?.facility ?? 0).zone, exception?.at ?? 0];
      const promised = localTime(zone, at).day + (exception === undefined ? 0 : exceptionOf(exception).days);
      const delivered = late.at(-1);
      expect(delivered?.kind).toBe('delivered');
      expect(dayText(localTime(placeAt(journey.to).zone, delivered?.at ?? 0).day)).toBe(dayText(promised));
      expect(delivered?.at).toBeGreaterThan(plan.at(-1)?.at ?? 0);
    },
  );

  it('customs lets a parcel go before it travels on', () => {
    const { journey, plan, random } = planned(columbusTo('CA', 'QC', 'Montreal', '11'));
    const names = meet(plan, journey, incident('customs-hold'), random)
      .filter((scan) => scan.kind === 'exception')
      .map((scan) => exceptionOf(scan).incident.name);
    expect(names).toEqual(['customs-hold', 'customs-release']);
  });

  it.each(['refused', 'damaged'] as const)('%s sends the parcel back to its shipper', (name) => {
    const { journey, plan, random } = planned(columbusTo('US', 'WA', 'Seattle', '03'));
    const back = meet(plan, journey, incident(name), random);
    expect(back.at(-1)?.kind).toBe('returned');
    expect(back.at(-1)?.facility).toBe(placeAt(journey.from).center);
    expect(back.some((scan) => scan.kind === 'delivered')).toBe(false);
  });

  it('leaves a parcel alone that crosses no border when customs would hold it', () => {
    const { journey, plan, random } = planned(columbusTo('US', 'WA', 'Seattle', '03'));
    expect(meet(plan, journey, incident('customs-hold'), random)).toBe(plan);
  });

  it('happen to three to five parcels in a hundred', () => {
    const random = seededRandom('rate');
    const met = Array.from({ length: 20_000 }, (_, index) =>
      drawIncident(random, { isHome: index % 2 === 0, crossesBorder: index % 5 === 0 }),
    ).filter((one) => one !== null);
    expect(met.length / 20_000).toBeGreaterThan(0.03);
    expect(met.length / 20_000).toBeLessThan(0.05);
  });

  it('can be put at any moment of a running plan', () => {
    fc.assert(
      fc.property(
        trip,
        fc.constantFrom(...incidents),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, what, share) => {
          const { journey, plan, random } = planned(one);
          const [start, end] = [plan[0]?.at ?? 0, plan.at(-1)?.at ?? 0];
          const at = Math.floor((start + 1000 + (end - start - 1000) * share) / 1000) * 1000;
          const broken = interrupt(plan, journey, what, at, random);
          expectForward(broken);
          expect(broken.filter((scan) => scan.at < at)).toEqual(plan.filter((scan) => scan.at < at));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a parcel handed over early or voided ends there', () => {
    const { journey, plan } = planned(columbusTo('US', 'WA', 'Seattle', '03'));
    const at = (plan.find((scan) => scan.kind === 'origin')?.at ?? 0) + 60_000;
    expect(deliverNow(plan, journey, at, 0).at(-1)).toMatchObject({ kind: 'delivered', at });
    expect(voidNow(plan, (plan[0]?.at ?? 0) + 1000).map((scan) => scan.kind)).toEqual(['label', 'void']);
  });
});

describe('the network', () => {
  it('shows scans in the local time of each facility, across zones and the end of daylight saving', () => {
    const labelAt = Date.parse('2026-10-30T16:00:00Z') / 1000;
    const { plan } = planned({ ...columbusTo('US', 'WA', 'Seattle', '03'), labelAt });
    for (const scan of plan) {
      const { zone } = facility(scan.facility);
      const { day, second } = localTime(zone, scan.at);
      const platform = new Date(scan.at).toLocaleString('sv-SE', { timeZone: zone }).replace(/[-:]/g, '');
      expect(`${dayText(day)} ${timeText(second)}`).toBe(platform);
    }
    expect(new Set(plan.map((scan) => facility(scan.facility).zone)).size).toBeGreaterThan(2);
  });

  it('crosses the border at a gateway and stays at home otherwise', () => {
    const cross = routeBetween(found('US', 'IL', 'Naperville'), found('CA', 'ON', 'Ottawa'), 'standard');
    expect(cross.importAt === null ? '' : facility(cross.importAt).name).toBe('WINDSOR');
    const home = routeBetween(found('CA', 'BC', 'Victoria'), found('CA', 'NS', 'Halifax'), 'standard');
    expect(home.legs.every((leg) => facility(leg.to).country === 'CA')).toBe(true);
  });

  it.each([
    ['Friday before the end of day', '2026-11-20T20:00:00Z', '20261120'],
    ['Friday after it', '2026-11-20T23:30:00Z', '20261123'],
    ['a Saturday', '2026-11-21T15:00:00Z', '20261123'],
    ['Thanksgiving', '2026-11-26T15:00:00Z', '20261127'],
  ])('picks up a label of %s on %s → %s', (_, iso, expected) => {
    const day = pickupDay(found('US', 'OH', 'Columbus'), Date.parse(iso), CLOSE_SECOND);
    expect(dayText(day)).toBe(expected);
  });

  it('keeps the order of its tables, which journals rely on', () => {
    expect([sortingFacilities[0]?.name, sortingFacilities[1]?.name, sortingFacilities[64]?.name]).toEqual([
      'HODGKINS',
      'LOUISVILLE',
      'PARIS',
    ]);
    expect([places[0]?.city, places[132]?.city, places[160]?.city]).toEqual(['ATLANTA', 'MONTREAL', 'PARIS']);
    expect(incidents.map((one) => one.index)).toEqual(incidents.map((_, index) => index));
    expect(handover(0).signedBy).toBe('DRIVER RELEASE');
  });

  it('keeps every text within the lengths of the wire', () => {
    for (const one of incidents) {
      expect([one.statusCode, one.reasonCode, one.resolutionCode].map((code) => code.length)).toEqual([
        2, 2, 2,
      ]);
      expect(one.statusText.length).toBeLessThanOrEqual(120);
      expect(Math.max(one.reasonText.length, one.resolutionText.length)).toBeLessThanOrEqual(40);
    }
  });
});

interface Trip {
  readonly from: number;
  readonly to: number;
  readonly code: Journey['service'];
  readonly isHome: boolean;
  readonly wantsSaturday: boolean;
  /** Seconds. */
  readonly labelAt: number;
  readonly seed: number;
}

function planned(one: Trip) {
  const random = seededRandom(one.seed);
  const labelAt = one.labelAt * 1000;
  const closeAt = instantOf(placeAt(one.from).zone, pickupDay(one.from, labelAt, CLOSE_SECOND), CLOSE_SECOND);
  const journey: Journey = { ...one, service: one.code };
  return { journey, random, ...planParcel(journey, { labelAt, closeAt, carriesManifest: true }, random) };
}

function columbusTo(country: string, state: string, city: string, code: Journey['service']): Trip {
  const labelAt = Date.parse('2026-11-18T18:00:00Z') / 1000;
  const lane = { from: found('US', 'OH', 'Columbus'), to: found(country, state, city) };
  return { ...lane, code, isHome: false, wantsSaturday: false, labelAt, seed: 7 };
}

function expectForward(plan: Plan): void {
  plan.forEach((scan, index) => {
    expect(scan.at % 1000).toBe(0);
    const before = plan[index - 1];
    if (before !== undefined) expect(scan.at).toBeGreaterThan(before.at);
    expect(facility(scan.facility).name).not.toBe('');
  });
}

function placeAt(index: number) {
  const place = places[index];
  if (place === undefined) throw new RangeError(`no place ${index}`);
  return place;
}

function found(country: string, state: string, city: string): number {
  const place = findPlace(country, state, city);
  if (place === undefined) throw new RangeError(`no ${city}`);
  return place.index;
}
