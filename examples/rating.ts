/**
 * Prints what a parcel of seven pounds costs with each service, cheapest first.
 *
 *   npx tsx examples/rating.ts 30328 10001
 */
import type { RateRequest } from '@lading/sdk';
import { exampleClient, runExample } from './settings.ts';

const [from = '30328', to = '10001'] = process.argv.slice(2);

/** The carrier prices by postal code; street and city are for people. */
const shipper = { AddressLine: ['1 Main St'], PostalCode: from, CountryCode: 'US' };
const receiver = { AddressLine: ['2 Side St'], PostalCode: to, CountryCode: 'US' };

const request: RateRequest = {
  RateRequest: {
    Request: {},
    Shipment: {
      Shipper: { ShipperNumber: 'A1B2C3', Address: shipper },
      ShipTo: { Address: receiver },
      Package: [
        {
          PackagingType: { Code: '02' },
          PackageWeight: { UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' }, Weight: '7' },
        },
      ],
    },
  },
};

await runExample(async () => {
  const { RateResponse } = await exampleClient().rating.shop(request);
  const rated = RateResponse.RatedShipment.map(({ Service, TotalCharges }) => ({
    service: Service.Code,
    amount: Number(TotalCharges.MonetaryValue),
    currency: TotalCharges.CurrencyCode,
  }));
  for (const { service, amount, currency } of rated.sort((a, b) => a.amount - b.amount)) {
    console.log(`service ${service}: ${amount.toFixed(2)} ${currency}`);
  }
});
