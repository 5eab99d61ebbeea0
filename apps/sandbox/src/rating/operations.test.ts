import { expandArrays } from '@lading/contract/arrays/wire';
import { RateResponse } from '@lading/contract/rating/schema';
import { rate } from '@lading/contract/rating/wire';
import { closed } from '@lading/contract/schema/notation';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestClaim } from '../accounts/testing/accounts.ts';
import { startWorld, type WorldForTests } from '../testing.ts';
import { type AskRate, type RateCall, rateAsker, rateRequest, type ShipmentWish } from './testing/ask.ts';

const strict = Compile(closed(RateResponse));
let world: WorldForTests;
let ask: AskRate;

beforeAll(async () => {
  world = await startWorld({ clock: '2024-01-17T15:00:00Z' });
  ask = await rateAsker(world);
});
afterAll(() => world.close());

/** The rated shipments of an answer that must be a success. */
async function rated(wish: ShipmentWish = {}, call: RateCall = {}) {
  const { status, body } = await ask(rateRequest(wish), call);
  expect([status, body]).toEqual([200, expect.anything()]);
  const expanded = expandArrays(body, rate.responseArrays);
  if (!strict.Check(expanded)) throw new Error(JSON.stringify(strict.Errors(expanded).slice(0, 3)));
  return expanded.RateResponse;
}

async function oneRated(wish: ShipmentWish = {}, call: RateCall = {}) {
  const { RatedShipment } = await rated(wish, call);
  expect(RatedShipment).toHaveLength(1);
  const first = RatedShipment[0];
  if (first === undefined) throw new Error('nothing rated');
  return first;
}

const home = { ResidentialAddressIndicator: '' };

describe('Rate', () => {
  it('reproduces the recorded price of January 2024, line by line', async () => {
    const found = await oneRated({ to: home });
    expect(found).toMatchObject({
      Service: { Code: '03' },
      RateChart: '1',
      Zone: '004',
      BillingWeight: { UnitOfMeasurement: { Code: 'LBS' }, Weight: '5.0' },
      TransportationCharges: { CurrencyCode: 'USD', MonetaryValue: '24.18' },
      BaseServiceCharge: { MonetaryValue: '15.33' },
      ItemizedCharges: [{ Code: '270', MonetaryValue: '5.65' }],
      ServiceOptionsCharges: { MonetaryValue: '0.00' },
      TotalCharges: { MonetaryValue: '24.18' },
      RatedPackage: [
        {
          TransportationCharges: { MonetaryValue: '18.53' },
          ItemizedCharges: [{ Code: '375', MonetaryValue: '3.20' }],
          Weight: '5.0',
        },
      ],
    });
  });

  it('adds the delivery area and says so', async () => {
    const found = await oneRated({ to: { PostalCode: '89301', StateProvinceCode: 'NV', ...home } });
    expect(found.RatedPackage[0]?.ItemizedCharges).toContainEqual(
      expect.objectContaining({ Code: '376', SubType: 'Rural Extended', MonetaryValue: '7.80' }),
    );
    expect(found.RatedShipmentAlert).toContainEqual(expect.objectContaining({ Code: '112081' }));
  });

  it('keeps members back from who asks with an older version', async () => {
    const members = async (version: string, SubVersion?: string) => {
      const request = SubVersion === undefined ? {} : { Request: { SubVersion } };
      const found = await oneRated({ to: home, request }, { version });
      return [
        found.Zone,
        found.BaseServiceCharge,
        found.ItemizedCharges,
        found.RatedPackage[0]?.ItemizedCharges,
      ].map((member) => member !== undefined);
    };
    expect(await members('v1')).toEqual([false, false, false, false]);
    expect(await members('v1', '1601')).toEqual([false, false, true, false]);
    expect(await members('v1607')).toEqual([false, false, true, true]);
    expect(await members('v1701')).toEqual([false, true, true, true]);
    expect(await members('v2409')).toEqual([true, true, true, true]);
  });

  it('answers older versions with a single object where the newer ones have an array', async () => {
    const { body } = await ask(rateRequest(), { version: 'v2205' });
    expect(body).toMatchObject({ RateResponse: { RatedShipment: { Service: { Code: '03' } } } });
  });

  it('rates by the pickup type and the customer classification', async () => {
    const total = async (request: object) => {
      const { RateChart, TotalCharges } = await oneRated({ request });
      return [RateChart, Number(TotalCharges.MonetaryValue)] as const;
    };
    const daily = await total({});
    const retail = await total({ CustomerClassification: { Code: '04' } });
    const counter = await total({ PickupType: { Code: '03' } });
    expect([daily[0], retail[0], counter[0]]).toEqual(['1', '4', '4']);
    expect(retail[1]).toBeGreaterThan(daily[1]);
    expect(counter).toEqual(retail);
    expect((await total({ PickupType: { Code: '77' } }))[0]).toBe('1');
  });

  it('reads single values for arrays and numbers for text', async () => {
    const loose = { PackageWeight: { UnitOfMeasurement: { Code: 'LBS' }, Weight: 5 } };
    expect((await oneRated({ packages: loose })).TotalCharges).toEqual((await oneRated()).TotalCharges);
  });

  it('taxes a lane within Canada in its currency', async () => {
    const found = await oneRated({
      from: { PostalCode: 'M5V2T6', StateProvinceCode: 'ON', CountryCode: 'CA' },
      to: { PostalCode: 'H3B4W8', StateProvinceCode: 'QC', CountryCode: 'CA' },
      shipment: { Service: { Code: '01' }, TaxInformationIndicator: '' },
    });
    expect(found.TotalCharges.CurrencyCode).toBe('CAD');
    expect(found.TaxCharges?.map(({ Type }) => Type)).toEqual(['GST', 'QST']);
    expect(Number(found.TotalChargesWithTaxes?.MonetaryValue)).toBeGreaterThan(
      Number(found.TotalCharges.MonetaryValue),
    );
  });
});

describe('Shop', () => {
  it('gives every service of the lane', async () => {
    const { RatedShipment } = await rated({}, { option: 'Shop' });
    expect(RatedShipment.map(({ Service }) => Service.Code)).toEqual([
      '14',
      '01',
      '13',
      '59',
      '02',
      '12',
      '03',
    ]);
    expect(RatedShipment.every(({ TimeInTransit }) => TimeInTransit === undefined)).toBe(true);
  });

  it('adds times where the option or the query asks for them', async () => {
    const byOption = await rated({ to: home }, { option: 'Shoptimeintransit' });
    const byQuery = await rated({ to: home }, { option: 'Shop', query: '?additionalinfo=timeintransit' });
    expect(byQuery).toEqual(byOption);
    const days = byOption.RatedShipment.map(({ Service, TimeInTransit }) => {
      const { Arrival, BusinessDaysInTransit, DayOfWeek } =
        TimeInTransit?.ServiceSummary.EstimatedArrival ?? {};
      return [Service.Code, Arrival?.Date, Arrival?.Time, BusinessDaysInTransit, DayOfWeek].join(' ');
    });
    expect(days).toEqual([
      '14 20240118 080000 1 THU',
      '01 20240118 103000 1 THU',
      '13 20240118 230000 1 THU',
      '59 20240119 120000 2 FRI',
      '02 20240119 230000 2 FRI',
      '12 20240122 230000 3 MON',
      '03 20240119 230000 2 FRI',
    ]);
  });

  it('delivers on the Saturday that is asked for', async () => {
    const shipment = {
      Service: { Code: '01' },
      ShipmentServiceOptions: { SaturdayDeliveryIndicator: '' },
      DeliveryTimeInformation: { PackageBillType: '03', Pickup: { Date: '20240119', Time: '1000' } },
    };
    const found = await oneRated({ shipment }, { option: 'Ratetimeintransit' });
    expect(found.TimeInTransit?.ServiceSummary).toMatchObject({
      SaturdayDelivery: '1',
      EstimatedArrival: { Arrival: { Date: '20240120' }, DayOfWeek: 'SAT' },
    });
    expect(found.ItemizedCharges).toContainEqual(expect.objectContaining({ Code: '300' }));
  });
});

describe('negotiated rates', () => {
  let billed: WorldForTests;
  let askBilled: AskRate;
  beforeAll(async () => {
    billed = await startWorld({ clock: '2024-01-17T15:00:00Z' });
    askBilled = await rateAsker(billed);
    const contract = { number: 'C7', serviceDiscountBps: { '03': 3000 } };
    await billed.command('agree-contract', { account: 'A1B2C3', ...contract });
    await billed.command('agree-contract', { account: '7G8H9J', ...contract, number: 'C8' });
    await billed.traffic({ shipments: 200, from: '2024-01-08T00:00:00Z', to: '2024-01-12T00:00:00Z' });
  });
  afterAll(() => billed.close());

  const shipper = {
    ShipperNumber: 'A1B2C3',
    Address: { PostalCode: '27703', StateProvinceCode: 'NC', CountryCode: 'US' },
  };
  const wishOf = (indicators: readonly string[], payer?: object): ShipmentWish => ({
    shipment: {
      Shipper: shipper,
      ShipmentRatingOptions: Object.fromEntries(indicators.map((name) => [name, ''])),
      ...(payer === undefined ? {} : { PaymentDetails: { ShipmentCharge: { Type: '01', ...payer } } }),
    },
  });
  const thirdParty = { BillThirdParty: { AccountNumber: '7G8H9J' } };
  const told = async (wish: ShipmentWish) => {
    const { status, body } = await askBilled(rateRequest(wish));
    const expanded = expandArrays(body, rate.responseArrays);
    if (status !== 200 || !strict.Check(expanded)) throw new Error(JSON.stringify(body));
    const { Response, RatedShipment } = expanded.RateResponse;
    const isWarned = Response.Alert?.some(({ Code }) => Code === '120900') ?? false;
    return { isWarned, rated: RatedShipment[0] };
  };
  const authenticate = async (account: string) =>
    billed.command('authenticate-by-invoice', await latestClaim(billed, 'il_support', account));

  it('stay hidden from who passed no authentication, and come to who did', async () => {
    const hidden = await told(wishOf(['NegotiatedRatesIndicator']));
    expect([hidden.isWarned, hidden.rated?.NegotiatedRateCharges]).toEqual([true, undefined]);
    await authenticate('A1B2C3');
    const { isWarned, rated: shown } = await told(wishOf(['NegotiatedRatesIndicator']));
    expect(isWarned).toBe(false);
    expect(shown?.NegotiatedRateCharges?.BaseServiceCharge).toEqual([
      { CurrencyCode: 'USD', MonetaryValue: '10.73' },
    ]);
    expect(Number(shown?.NegotiatedRateCharges?.TotalCharge.MonetaryValue)).toBeLessThan(
      Number(shown?.TotalCharges.MonetaryValue),
    );
    expect((await told(wishOf([]))).rated?.NegotiatedRateCharges).toBeUndefined();
  });

  it('of a third party that pays come to who passed the authentication of its account', async () => {
    const asked = wishOf(['NegotiatedRatesIndicator', 'TPFCNegotiatedRatesIndicator'], thirdParty);
    expect((await told(asked)).isWarned).toBe(true);
    await authenticate('7G8H9J');
    const { isWarned, rated: shown } = await told(asked);
    expect([isWarned, shown?.NegotiatedRateCharges === undefined]).toEqual([false, false]);
  });

  it('of an account that agreed nothing are the published ones, with the warning', async () => {
    const agreedNothing = { Shipper: { ...shipper, ShipperNumber: 'N1R2T3' } };
    const wish = wishOf(['NegotiatedRatesIndicator']);
    expect((await told({ shipment: { ...wish.shipment, ...agreedNothing } })).isWarned).toBe(true);
  });
});

it('uses today’s date in place of one too far away', async () => {
  const DeliveryTimeInformation = { PackageBillType: '03', Pickup: { Date: '20250101' } };
  const { Response, RatedShipment } = await rated(
    { shipment: { DeliveryTimeInformation } },
    { option: 'Ratetimeintransit' },
  );
  expect(Response.Alert).toContainEqual(expect.objectContaining({ Code: '111730' }));
  expect(RatedShipment[0]?.TimeInTransit?.PickupDate).toBe('20240117');
});

it('explains each line in both languages', async () => {
  const { requestId } = await ask(rateRequest({ to: home }));
  const told = JSON.stringify(await world.control('GET', `explain/${requestId}`));
  for (const part of ['at zone 004', '15.33 USD (base-rate zone=004', '5.65 USD', 'fuel base=2098 bps=1525'])
    expect(told).toContain(part);
  expect(told).toContain('tarif de base');
});

it('never fails, whatever is sent', async () => {
  const values = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant({}),
    fc.constant([]),
  );
  const names = [
    'Package',
    'Service',
    'ShipTo',
    'Shipper',
    'ShipFrom',
    'ShipmentServiceOptions',
    'PaymentDetails',
  ];
  const names2 = ['PickupType', 'CustomerClassification', 'Request', 'Shipment'];
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...names), values),
      fc.dictionary(fc.constantFrom(...names2), values),
      async (shipment, request) => {
        const body = rateRequest({ shipment });
        const { RateRequest } = body as { RateRequest: object };
        const { status } = await ask({ RateRequest: { ...RateRequest, ...request } }, { option: 'Shop' });
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
