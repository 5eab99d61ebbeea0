import { closed } from '@lading/contract/schema/notation';
import { TimeInTransitResponse } from '@lading/contract/time-in-transit/schema';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateRequest, tokenOf } from '../rating/testing/ask.ts';
import { startWorld, type WorldForTests } from '../testing.ts';

const strict = Compile(closed(TimeInTransitResponse));
let world: WorldForTests;
let token: string;

beforeAll(async () => {
  world = await startWorld({ clock: '2024-01-19T15:00:00Z' });
  token = await tokenOf(world);
});
afterAll(() => world.close());

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${world.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const durhamToOrlando = {
  originCountryCode: 'US',
  originPostalCode: '27703',
  destinationCountryCode: 'US',
  destinationPostalCode: '32821',
  residentialIndicator: '01',
  shipDate: '2024-01-22',
  shipTime: '10:00:00',
};
const toLondon = {
  ...durhamToOrlando,
  destinationCountryCode: 'GB',
  destinationPostalCode: 'EC1A1BB',
  weight: '10',
  weightUnitOfMeasure: 'LBS',
  shipmentContentsValue: 100,
  shipmentContentsCurrencyCode: 'USD',
  billType: '03',
};

const ask = (body: object) =>
  post('/api/shipments/v1/transittimes', body, { transId: '1', transactionSrc: 'testing' });

async function answered(body: object) {
  const { status, body: answer } = await ask(body);
  expect([status, answer]).toEqual([200, expect.anything()]);
  if (!strict.Check(answer)) throw new Error(JSON.stringify(strict.Errors(answer).slice(0, 3)));
  return answer;
}

async function servicesOf(body: object) {
  return (await answered(body)).emsResponse?.services ?? [];
}

const shown = (one: {
  serviceLevel: string;
  deliveryDate: string;
  deliveryTime: string;
  businessTransitDays: number;
}) => [one.serviceLevel, one.deliveryDate, one.deliveryTime, one.businessTransitDays].join(' ');

describe('time in transit', () => {
  it('gives every service of the lane with day and time', async () => {
    expect((await servicesOf(durhamToOrlando)).map(shown)).toEqual([
      '1DM 2024-01-23 08:00:00 1',
      '1DA 2024-01-23 10:30:00 1',
      '1DP 2024-01-23 23:00:00 1',
      '2DM 2024-01-24 12:00:00 2',
      '2DA 2024-01-24 23:00:00 2',
      '3DS 2024-01-25 23:00:00 3',
      'GND 2024-01-24 23:00:00 2',
    ]);
  });

  it('puts Saturday first on a Friday, and counts the weekend', async () => {
    const found = await servicesOf({ ...durhamToOrlando, shipDate: '2024-01-19' });
    expect(found.slice(0, 2).map(shown)).toEqual([
      '1DMS 2024-01-20 09:30:00 1',
      '1DAS 2024-01-20 10:30:00 1',
    ]);
    const nextDay = found.find(({ serviceLevel }) => serviceLevel === '1DA');
    expect(nextDay).toMatchObject({
      deliveryDate: '2024-01-22',
      totalTransitDays: 3,
      restDaysCount: 2,
      saturdayDeliveryDate: '2024-01-20',
      saturdayDeliveryIndicator: '1',
    });
  });

  it('says the same as rating', async () => {
    const times = (await servicesOf(durhamToOrlando)).map(({ deliveryDate, deliveryTime }) =>
      `${deliveryDate} ${deliveryTime}`.replace(/[-:]/g, ''),
    );
    const DeliveryTimeInformation = { PackageBillType: '03', Pickup: { Date: '20240122', Time: '100000' } };
    const { body } = await post(
      '/api/rating/v2409/Shoptimeintransit',
      rateRequest({ to: { ResidentialAddressIndicator: '' }, shipment: { DeliveryTimeInformation } }),
    );
    const shipments: {
      TimeInTransit: { ServiceSummary: { EstimatedArrival: { Arrival: { Date: string; Time: string } } } };
    }[] = Object(body).RateResponse.RatedShipment;
    const rated = shipments.map(({ TimeInTransit }) => TimeInTransit.ServiceSummary.EstimatedArrival.Arrival);
    expect(rated.map(({ Date: day, Time }) => `${day} ${Time}`)).toEqual(times);
  });

  it('goes abroad', async () => {
    const answer = await answered(toLondon);
    expect(answer.emsResponse).toMatchObject({ dutyType: '01', destinationCountryName: 'UNITED KINGDOM' });
    expect(answer.emsResponse?.services?.map(shown)).toEqual([
      '21 2024-01-24 09:00:00 2',
      '01 2024-01-24 14:00:00 2',
      '28 2024-01-24 23:00:00 2',
      '05 2024-01-29 23:00:00 5',
    ]);
  });

  it('finds a city by its name where there is only one', async () => {
    const { destinationPostalCode: _, ...rest } = durhamToOrlando;
    const answer = await answered({
      ...rest,
      destinationCityName: 'Orlando',
      destinationStateProvince: 'FL',
    });
    expect(answer.emsResponse?.destinationPostalCode).toMatch(/^328/);
  });

  it('gives candidates where a name fits several places', async () => {
    const { destinationPostalCode: _, ...rest } = durhamToOrlando;
    const answer = await answered({ ...rest, destinationCityName: 'Springfield', maxList: 5 });
    expect(answer.validationList).toEqual({ destinationAmbiguous: true, originAmbiguous: false });
    expect(answer.destinationPickList).toHaveLength(5);
    expect(answer.destinationPickList?.[0]).toMatchObject({ city: 'SPRINGFIELD', countryCode: 'US' });
    expect(answer.emsResponse).toBeUndefined();
  });
});
