import type { Setting } from '../meanings.ts';
import type { Ask } from '../target.ts';
import type { ApiSeeds } from './api-seeds.ts';
import { canada, germany, home, newYork, type Place } from './places.ts';

const parcel = (weight: string) => ({
  PackagingType: { Code: '02', Description: 'Customer supplied' },
  Dimensions: {
    UnitOfMeasurement: { Code: 'IN', Description: 'Inches' },
    Length: '10',
    Width: '8',
    Height: '6',
  },
  PackageWeight: { UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' }, Weight: weight },
});

function shipment({ account }: Setting, to: Place, service: string | undefined, weights: readonly string[]) {
  return {
    Shipper: { Name: 'Harbour Tools', ShipperNumber: account, Address: home },
    ShipTo: { Name: 'Receiver', Address: to },
    ShipFrom: { Name: 'Harbour Tools', Address: home },
    PaymentDetails: { ShipmentCharge: [{ Type: '01', BillShipper: { AccountNumber: account } }] },
    ...(service === undefined ? {} : { Service: { Code: service, Description: 'as asked' } }),
    NumOfPieces: String(weights.length),
    Package: weights.map(parcel),
  };
}

function ask(requestoption: string, Shipment: object): Ask {
  const Request = { RequestOption: requestoption, TransactionReference: { CustomerContext: 'rating' } };
  return { params: { requestoption }, body: { RateRequest: { Request, Shipment } } };
}

/** Lanes at home and over borders, one parcel and several, one service and all of them. */
export const ratingSeeds: ApiSeeds = (setting) => {
  const dated = (to: Place, service?: string) => ({
    ...shipment(setting, to, service, ['5']),
    DeliveryTimeInformation: { PackageBillType: '03' },
    ShipmentTotalWeight: { UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' }, Weight: '5' },
  });
  return {
    'rating.rate': [
      ask('Rate', shipment(setting, newYork, '03', ['5'])),
      ask('Rate', shipment(setting, newYork, '01', ['1', '20.5'])),
      ask('Shop', shipment(setting, newYork, undefined, ['10'])),
      ask('Shop', shipment(setting, canada, undefined, ['10'])),
      ask('Rate', shipment(setting, germany, '65', ['4'])),
      ask('Ratetimeintransit', dated(newYork, '03')),
      ask('Shoptimeintransit', dated(newYork)),
    ],
  };
};
