import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfText } from './dated.ts';
import { isQuote, type NoQuote, type Price, type Quote, quote, quotes, type RatingTables } from './rules.ts';
import { type RatedService, servicesOf } from './services.ts';
import type { Contract, RatedParcel, RatedQuestion, ShipmentOption } from './shipment.ts';

const us = (postalCode: string, state = '') => ({ country: 'US', state, postalCode });
const durhamToOrlando = { from: us('27703', 'NC'), to: us('32821', 'FL') };
const torontoToMontreal = {
  from: { country: 'CA', state: 'ON', postalCode: 'M5V 2T6' },
  to: { country: 'CA', state: 'QC', postalCode: 'H3B 4W8' },
};
const atlantaToLondon = { from: us('30339', 'GA'), to: { country: 'GB', state: '', postalCode: 'EC1A 1BB' } };

function parcel(pounds: number, more: Partial<RatedParcel> = {}): RatedParcel {
  return { packaging: '02', weight: { hundredths: pounds * 100, unit: 'LBS' }, dimensions: null, ...more };
}

function question(more: Partial<RatedQuestion> = {}): RatedQuestion {
  return {
    lane: durhamToOrlando,
    parcels: [parcel(5)],
    isHome: false,
    deliveryArea: null,
    day: dayOfText('2024-01-17'),
    chart: 'daily',
    options: new Set<ShipmentOption>(),
    ...more,
  };
}

function quoted(
  asked: RatedQuestion,
  service: RatedService = '03',
  contract: Contract | null = null,
  tables: RatingTables = {},
): Quote {
  const found = quote(asked, service, contract, tables);
  if (!isQuote(found)) throw new Error(`no quote: ${JSON.stringify(found)}`);
  return found;
}

const linesOf = ({ published }: Quote) =>
  Object.fromEntries(published.lines.map(({ code, cents }) => [code === '' ? 'base' : code, cents]));

describe('recorded prices of January 2024', () => {
  it.each([
    ['03', 1533, 565, 320],
    ['12', 2559, 620, 509],
    ['02', 3386, 620, 641],
    ['13', 9810, 620, 1669],
    ['01', 10_634, 620, 1801],
    ['14', 13_634, 620, 2281],
  ] as const)('to a home by %s: base, home and fuel on both', (service, base, home, fuel) => {
    const found = quoted(question({ isHome: true, options: new Set() }), service);
    expect(linesOf(found)).toEqual({ base, '270': home, '375': fuel });
    expect(found.published.totalCents).toBe(base + home + fuel);
  });

  it('a rural home of the second lane, a week later: fuel on the delivery area too', () => {
    const lane = { from: us('27703'), to: us('24011') };
    const asked = question({ lane, isHome: true, deliveryArea: 'rural', day: dayOfText('2024-01-23') });
    expect(quoted(asked).zone).toBe('002');
    const far = question({ ...asked, lane: { from: us('27703'), to: us('29401') } });
    expect(linesOf(quoted(far))).toEqual({ base: 1395, '270': 565, '376': 570, '375': 392 });
  });

  it('seven parcels to a home in 2020: one residential line for all', () => {
    const asked = question({
      isHome: true,
      parcels: Array.from({ length: 7 }, () => parcel(1)),
      day: dayOfText('2020-06-01'),
    });
    expect(linesOf(quoted(asked, '01'))['270']).toBe(3185);
    expect(linesOf(quoted(asked, '03'))['270']).toBe(2765);
  });
});

describe('lines of a price', () => {
  const asking = (more: Partial<RatedParcel>, rest: Partial<RatedQuestion> = {}) =>
    linesOf(quoted(question({ parcels: [parcel(5, more)], ...rest })));

  it.each<[string, Partial<RatedParcel>, Partial<RatedQuestion>, string, number]>([
    ['a declared value within the free part', { declaredValueCents: 10_000 }, {}, '400', 0],
    ['a little more', { declaredValueCents: 10_001 }, {}, '400', 405],
    ['beyond the least amount', { declaredValueCents: 30_001 }, {}, '400', 540],
    ['a signature', { signature: 'ordinary' }, {}, '120', 655],
    ['an adult’s signature', { signature: 'adult' }, {}, '120', 775],
    ['cash on delivery', { codCents: 5000 }, {}, '110', 1800],
    ['hazardous goods by road', { hasHazardousMaterials: true }, {}, '199', 4150],
    ['dry ice', { hasDryIce: true }, {}, '200', 790],
    ['packaging that needs handling', { needsHandling: true }, {}, '100', 1850],
    ['a long parcel', { dimensions: { hundredths: [5000, 500, 500], unit: 'IN' } }, {}, '100', 2000],
    ['a large parcel', { dimensions: { hundredths: [10_000, 500, 500], unit: 'IN' } }, {}, '377', 11_000],
    ['Saturday', {}, { options: new Set(['saturday-delivery']) }, '300', 1600],
    ['carbon neutral', {}, { options: new Set(['carbon-neutral']) }, '441', 5],
    ['a printed return label', {}, { returnService: '9' }, '250', 105],
    ['the second box fetched at three attempts', {}, { returnService: '17' }, '457', 1530],
    ['import control', {}, { importControl: '04' }, '444', 355],
    ['a shipment’s signature', {}, { shipmentSignature: 'ordinary' }, '121', 485],
    ['perishables', {}, { restrictedArticles: ['202'] }, '202', 5200],
  ])('%s', (_what, more, rest, code, cents) => {
    expect(asking(more, rest)[code]).toBe(cents);
  });

  it('puts no fuel on options', () => {
    const plain = asking({});
    const rich = asking({ declaredValueCents: 50_000, signature: 'adult', codCents: 100 });
    expect(rich['375']).toBe(plain['375']);
  });

  it('asks for additional handling by reach', () => {
    const to = (postalCode: string) =>
      asking({ needsHandling: true }, { lane: { from: us('27703'), to: us(postalCode) } })['100'];
    expect([to('27601'), to('32821'), to('98101')]).toEqual([1650, 1850, 2050]);
  });

  it('asks for demand in its season only', () => {
    const at = (day: string) => asking({ needsHandling: true }, { isHome: true, day: dayOfText(day) });
    expect(at('2025-09-27')).not.toHaveProperty('432');
    expect(at('2025-09-28')['432']).toBe(825);
    expect(at('2025-12-01')['432']).toBe(1080);
    expect(at('2025-12-01')['430']).toBe(60);
  });

  it('sells a simple rate at one price, whatever the weight and the door', () => {
    const price = (pounds: number, isHome: boolean) =>
      quoted(question({ isHome, parcels: [parcel(pounds, { simpleRate: 'S' })], deliveryArea: 'rural' }))
        .published;
    expect(price(2, false).totalCents).toBe(1240);
    expect(price(40, true).totalCents).toBe(1240);
  });

  it('rates ground freight by class and weight', () => {
    const asked = (pounds: number, freightClass: string) =>
      question({ isFreight: true, parcels: [parcel(pounds, { freightClass })] });
    expect(linesOf(quoted(asked(400, '100')))['base']).toBe(20_000);
    expect(linesOf(quoted(asked(400, '50')))['base']).toBe(10_400);
    expect(linesOf(quoted(asked(100, '50')))['base']).toBe(9900);
    expect(quote(asked(400, '51'), '03')).toEqual({ reason: 'no-rate' });
    expect(quote(asked(400, '100'), '01')).toEqual({ reason: 'no-rate' });
  });
});

describe('over borders', () => {
  it('rates the weight of the whole shipment, in the origin’s units and currency', () => {
    const one = quoted(question({ lane: atlantaToLondon, parcels: [parcel(10)] }), '07');
    const two = quoted(question({ lane: atlantaToLondon, parcels: [parcel(5), parcel(5)] }), '07');
    expect(two.published.lines[0]).toEqual(one.published.lines[0]);
    expect(two.billed).toEqual({ tenths: 100, unit: 'LBS' });
    expect(two.currency).toBe('USD');
  });

  it('adds the surcharge of Express Plus', () => {
    expect(linesOf(quoted(question({ lane: atlantaToLondon }), '54'))['380']).toBe(4000);
  });

  it('taxes lanes within Canada when asked', () => {
    const found = quoted(question({ lane: torontoToMontreal, wantsTaxes: true }), '01');
    expect(found.currency).toBe('CAD');
    expect(found.billed).toEqual({ tenths: 25, unit: 'KGS' });
    const { totalCents, taxes } = found.published;
    expect(taxes).toEqual([
      { type: 'GST', cents: Math.round(totalCents * 0.05) },
      { type: 'QST', cents: Math.round(totalCents * 0.0998) },
    ]);
    expect(quoted(question({ lane: torontoToMontreal }), '01').published.taxes).toEqual([]);
    expect(quoted(question({ wantsTaxes: true })).published.taxes).toEqual([]);
  });
});

describe('a contract', () => {
  const contract: Contract = {
    number: 'C1',
    serviceDiscountBps: { '03': 2000 },
    surchargeDiscountBps: { '270': 5000, '375': 1000 },
  };

  it('lowers the base, its surcharges and fuel, and leaves the published price alone', () => {
    const found = quoted(question({ isHome: true }), '03', contract);
    const lines = found.negotiated?.lines.map(({ code, cents }) => [code, cents]);
    expect(lines).toEqual([
      ['', 1226],
      ['270', 282],
      ['375', 207],
    ]);
    expect(found.published.totalCents).toBe(quoted(question({ isHome: true })).published.totalCents);
    expect(quoted(question()).negotiated).toBeNull();
  });
});

describe('no price', () => {
  it.each<[string, RatedQuestion, RatedService, NoQuote]>([
    [
      'too heavy',
      question({ parcels: [parcel(5), parcel(151)] }),
      '03',
      { reason: 'limit', parcel: 1, limit: 'weight' },
    ],
    ['not on the lane', question({ lane: atlantaToLondon }), '03', { reason: 'no-service' }],
    [
      'a ZIP that is not in use',
      question({ lane: { from: us('27703'), to: us('00001') } }),
      '03',
      { reason: 'no-service' },
    ],
    [
      'a simple rate by an early service',
      question({ parcels: [parcel(1, { simpleRate: 'S' })] }),
      '14',
      { reason: 'no-rate' },
    ],
  ])('%s', (_what, asked, service, expected) => {
    expect(quote(asked, service)).toEqual(expected);
  });
});

describe('the discounts of a contract', () => {
  const discounts = [
    { service: '03', zones: ['004'], fromPounds: 5, toPounds: 10, bps: 4000 },
    { service: '03', zones: ['004'], bps: 2000 },
    { service: '03', fromPounds: 100, bps: 9000 },
  ];
  const contract: Contract = {
    number: 'C2',
    discounts,
    serviceDiscountBps: { '03': 1000, '02': 3000 },
    surchargeDiscountBps: {},
  };
  const share = (asked: RatedQuestion, service: RatedService) => {
    const found = quoted(asked, service, contract);
    const base = ({ lines }: Price) => lines.find(({ code }) => code === '')?.cents ?? Number.NaN;
    return Math.round((100 * base(found.negotiated ?? found.published)) / base(found.published));
  };

  it.each<[string, RatedQuestion, RatedService, number]>([
    ['the first row that fits by zone and weight', question(), '03', 60],
    ['the next where the weight does not fit', question({ parcels: [parcel(11)] }), '03', 80],
    [
      'its service alone where no row fits',
      question({ lane: { from: us('27703'), to: us('27601') } }),
      '03',
      90,
    ],
    ['another service', question(), '02', 70],
    ['a service of which it says nothing', question(), '01', 100],
  ])('%s', (_what, asked, service, percent) => {
    expect(share(asked, service)).toBe(percent);
  });
});

describe('loaded tables', () => {
  it('answer exactly, zone and rate', () => {
    const tables: RatingTables = {
      zoneCharts: new Map([['277', [{ low: '300', high: '399', zones: { '03': '007' } }]]]),
      rates: [{ service: '03', chart: 'daily', rows: [{ pounds: 5, centsByZone: { '007': 4321 } }] }],
    };
    const found = quoted(question(), '03', null, tables);
    expect([found.zone, linesOf(found)['base']]).toEqual(['007', 4321]);
    expect(found.published.lines[0]?.rule.from).toMatchObject({ source: 'loaded' });
  });
});

describe('properties', () => {
  const lanes = [durhamToOrlando, torontoToMontreal, atlantaToLondon, { from: us('30339'), to: us('96813') }];
  const side = fc.integer({ min: 100, max: 4000 });
  const parcels = fc.record({
    packaging: fc.constantFrom('02', '01', '04', '21'),
    weight: fc.record({
      hundredths: fc.integer({ min: 1, max: 6000 }),
      unit: fc.constantFrom('LBS' as const, 'KGS' as const, 'OZS' as const),
    }),
    dimensions: fc.option(
      fc.record({
        hundredths: fc.tuple(side, side, side),
        unit: fc.constantFrom('IN' as const, 'CM' as const),
      }),
    ),
    needsHandling: fc.boolean(),
    declaredValueCents: fc.nat(5_000_000),
  });
  const questions = fc.record({
    lane: fc.constantFrom(...lanes),
    parcels: fc.array(parcels, { minLength: 1, maxLength: 4 }),
    isHome: fc.boolean(),
    deliveryArea: fc.constantFrom(null, 'rural' as const, 'suburban' as const),
    day: fc.integer({ min: dayOfText('2023-06-01'), max: dayOfText('2027-01-01') }),
    chart: fc.constantFrom('daily' as const, 'retail' as const),
    options: fc.constantFrom(new Set<ShipmentOption>(), new Set<ShipmentOption>(['saturday-delivery'])),
  });
  const contract: Contract = {
    number: 'C1',
    serviceDiscountBps: { '03': 1111 },
    surchargeDiscountBps: { '375': 333 },
  };

  it('the sum of the lines is the total, in whole cents, published and negotiated', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        for (const found of quotes(asked, contract))
          for (const price of [found.published, found.negotiated]) {
            const sum = price?.lines.reduce((all, { cents }) => all + cents, 0);
            expect(sum).toBe(price?.totalCents);
            expect(price?.lines.every(({ cents }) => Number.isInteger(cents) && cents >= 0)).toBe(true);
          }
      }),
    );
  });

  it('the price never falls when a parcel grows heavier', () => {
    fc.assert(
      fc.property(questions, fc.nat(3000), (asked, more) => {
        const [first, ...rest] = asked.parcels;
        if (first === undefined) return;
        const weight = { ...first.weight, hundredths: first.weight.hundredths + more };
        const heavier = { ...asked, parcels: [{ ...first, weight }, ...rest] };
        for (const service of servicesOf(asked.lane)) {
          const [before, after] = [quote(asked, service), quote(heavier, service)];
          if (!isQuote(before) || !isQuote(after)) continue;
          expect(after.published.totalCents).toBeGreaterThanOrEqual(before.published.totalCents);
        }
      }),
    );
  });

  it('a contract never raises a price', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        for (const found of quotes(asked, contract))
          expect(found.negotiated?.totalCents).toBeLessThanOrEqual(found.published.totalCents);
      }),
    );
  });
});
