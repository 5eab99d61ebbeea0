import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { endOfDay, instantOf } from './local-time.ts';
import { countryZones, zoneOf } from './zones.ts';

describe('the zone of a place', () => {
  it.each<[string, Parameters<typeof zoneOf>[0], ReturnType<typeof zoneOf>]>([
    [
      'is its state’s',
      { city: 'Atlanta', region: 'GA', country: 'US' },
      { zone: 'America/New_York', source: 'region' },
    ],
    [
      'is its own where a line runs through the state',
      { city: 'EL PASO', region: 'TX', country: 'US' },
      { zone: 'America/Denver', source: 'place' },
    ],
    [
      'does not mind dots, blanks and accents',
      { city: 'Les Îles-de-la-Madeleine', region: 'QC', country: 'CA' },
      { zone: 'America/Halifax', source: 'place' },
    ],
    ['is its country’s', { city: 'KOELN', country: 'DE' }, { zone: 'Europe/Berlin', source: 'country' }],
    [
      'is its country’s where the state is unheard of',
      { region: 'ZZ', country: 'US' },
      { zone: 'America/New_York', source: 'country' },
    ],
    [
      'takes a long country code',
      { region: 'BC', country: 'CAN' },
      { zone: 'America/Vancouver', source: 'region' },
    ],
    ['is unknown without a country', { city: 'PARIS', region: 'TX' }, null],
    ['is unknown in a country that is none', { country: 'XX' }, null],
    ['is unknown of nothing', {}, null],
  ])('%s', (_name, place, zone) => expect(zoneOf(place)).toEqual(zone));

  it('agrees with the machine’s own list of each country', () => {
    const wrong = [...countryZones].filter(([country, zone]) => !isZoneOf(zone, country));
    expect(countryZones.size).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('is always one that the machine knows', () => {
    const zones = [...new Set(countryZones.values())];
    for (const zone of zones) expect(() => instantOf('2026-07-01T12:00:00', zone)).not.toThrow();
  });
});

/** Names of one zone differ between tables (Kiev, Kyiv), so what counts is that it runs like one of the list. */
function isZoneOf(zone: string, country: string): boolean {
  const locale = new Intl.Locale(`und-${country}`);
  const list = Reflect.get(locale, 'timeZones') ?? Reflect.get(locale, 'getTimeZones')?.call(locale);
  if (!Array.isArray(list)) return false;
  const clock = (name: string) =>
    ['2026-01-15T12:00:00', '2026-07-15T12:00:00'].map((at) => instantOf(at, name)).join();
  return list.some((name) => clock(String(name)) === clock(zone));
}

describe('the instant of a local time', () => {
  it.each([
    ['on an ordinary day', '2026-11-20T09:03:00', 'America/Toronto', '2026-11-20T14:03:00Z'],
    ['in summer', '2026-07-01T09:03:00', 'America/Toronto', '2026-07-01T13:03:00Z'],
    ['shown twice is the first', '2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['after the hour shown twice', '2026-11-01T02:00:00', 'America/New_York', '2026-11-01T07:00:00Z'],
    ['skipped is moved on', '2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['in a zone of half hours', '2026-07-01T00:00:00', 'America/St_Johns', '2026-07-01T02:30:00Z'],
  ])('%s', (_name, localAt, zone, instant) => {
    expect(new Date(instantOf(localAt, zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  it('is what Temporal says, on every day of every kind of zone', () => {
    const zones = [
      'America/New_York',
      'America/Phoenix',
      'Europe/Paris',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
    ];
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (date, zone) => {
        const localAt = date.toISOString().slice(0, 19);
        const expected = Temporal.PlainDateTime.from(localAt).toZonedDateTime(zone).epochMilliseconds;
        expect(instantOf(localAt, zone)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

it('a day ends when the next begins, also on the day that has 25 hours', () => {
  expect(new Date(endOfDay('2026-11-01', 'America/New_York')).toISOString()).toBe('2026-11-02T05:00:00.000Z');
  expect(new Date(endOfDay('2026-12-31', 'Asia/Tokyo')).toISOString()).toBe('2026-12-31T15:00:00.000Z');
});
