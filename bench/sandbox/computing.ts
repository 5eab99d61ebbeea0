import type { AddressValidationRequest } from '@lading/contract/address-street/schema';
import type { RateRequest } from '@lading/contract/rating/schema';
import type { TimeInTransitRequest } from '@lading/contract/time-in-transit/schema';
import { fullRateRequest } from '../contract/rate-request.ts';
import type { BenchResult } from '../measure.ts';
import { type Endpoint, measureEndpoints, type Prepare } from './compare.ts';

const FLOORS = { rate: 0.35, shop: 0.2, address: 0.4, transit: 0.35 } as const;

/** The computing operations against a Fastify that validates the same request and sends as many bytes. */
export async function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  const prepare: Prepare = async (world, load) => {
    const headers = {
      authorization: `Bearer ${await load.token(world.url)}`,
      'content-type': 'application/json',
      transid: 'bench',
      transactionSrc: 'bench',
    };
    return questions.map((question) => ({ ...question, headers, callsPerRound: isShort ? 20 : 1_000 }));
  };
  return measureEndpoints(prepare, isShort ? 3 : 11);
}

/** Cities with a street that anybody could live in. */
const places = [
  ['New York', 'NY', '10001', '350 5th Ave'],
  ['Los Angeles', 'CA', '90012', '200 N Spring St'],
  ['Chicago', 'IL', '60602', '121 N La Salle St Apt 4'],
  ['Houston', 'TX', '77002', '901 Bagby Street'],
  ['Phoenix', 'AZ', '85003', '200 West Washington St'],
  ['Denver', 'CO', '80202', '1437 Bannock St'],
  ['Seattle', 'WA', '98104', '600 4th Avenue'],
] as const;

type Place = (typeof places)[number];
type Question = Omit<Endpoint, 'headers' | 'callsPerRound'>;

const questions: readonly Question[] = [
  {
    name: 'rating: Rate, one parcel',
    path: '/api/rating/v2409/Rate',
    bodies: places.map((place, at) => JSON.stringify(rateRequest(place, 3 + at))),
    validates: 'rating.rate',
    floor: FLOORS.rate,
  },
  {
    name: 'rating: Ratetimeintransit, four parcels with options (4 KB)',
    path: '/api/rating/v2409/Ratetimeintransit',
    bodies: ['10', '12', '14.5', '18'].map((weight) => JSON.stringify(heavierBy(weight))),
    validates: 'rating.rate',
    floor: FLOORS.rate,
  },
  {
    name: 'rating: Shop, one parcel',
    path: '/api/rating/v2409/Shop',
    bodies: places.map((place, at) => JSON.stringify(rateRequest(place, 3 + at))),
    validates: 'rating.rate',
    floor: FLOORS.shop,
  },
  {
    name: 'address: city, state and ZIP code',
    path: '/api/addressvalidation/v2/1?regionalrequestindicator=True',
    bodies: places.map((place) => JSON.stringify(addressRequest(place))),
    validates: 'address-city.validate',
    floor: FLOORS.address,
  },
  {
    name: 'address: street, validated and classified',
    path: '/api/addressvalidation/v2/3',
    bodies: places.map((place) => JSON.stringify(addressRequest(place))),
    validates: 'address-street.validate',
    floor: FLOORS.address,
  },
  {
    name: 'time in transit',
    path: '/api/shipments/v1/transittimes',
    bodies: places.map((place, at) => JSON.stringify(transitRequest(place, 3 + at))),
    validates: 'time-in-transit.services',
    floor: FLOORS.transit,
  },
];

function rateRequest([City, StateProvinceCode, PostalCode, street]: Place, pounds: number): RateRequest {
  const unit = { Code: 'LBS', Description: 'Pounds' };
  const home = { AddressLine: ['1 Main St'], City: 'Atlanta', StateProvinceCode: 'GA', PostalCode: '30328' };
  return {
    RateRequest: {
      Request: { SubVersion: '2409' },
      Shipment: {
        Shipper: { ShipperNumber: 'A1B2C3', Address: { ...home, CountryCode: 'US' } },
        ShipTo: {
          Address: { AddressLine: [street], City, StateProvinceCode, PostalCode, CountryCode: 'US' },
        },
        Service: { Code: '03' },
        Package: [
          {
            PackagingType: { Code: '02' },
            Dimensions: {
              UnitOfMeasurement: { Code: 'IN', Description: 'Inches' },
              Length: '12',
              Width: '10',
              Height: '8',
            },
            PackageWeight: { UnitOfMeasurement: unit, Weight: String(pounds) },
          },
        ],
      },
    },
  };
}

function heavierBy(weight: string): RateRequest {
  const { Shipment, ...rest } = fullRateRequest.RateRequest;
  const Package = Shipment.Package.map((parcel) => ({
    ...parcel,
    PackageWeight: { UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' }, Weight: weight },
  }));
  return { RateRequest: { ...rest, Shipment: { ...Shipment, Package } } };
}

function addressRequest([city, state, postalCode, street]: Place): AddressValidationRequest {
  return {
    XAVRequest: {
      AddressKeyFormat: {
        AddressLine: [street],
        PoliticalDivision2: city,
        PoliticalDivision1: state,
        PostcodePrimaryLow: postalCode,
        CountryCode: 'US',
      },
    },
  };
}

function transitRequest([city, state, postalCode]: Place, weight: number): TimeInTransitRequest {
  return {
    originCountryCode: 'US',
    originPostalCode: '30328',
    destinationCountryCode: 'US',
    destinationStateProvince: state,
    destinationCityName: city,
    destinationPostalCode: postalCode,
    weight,
    weightUnitOfMeasure: 'LBS',
    shipDate: '2026-11-20',
    numberOfPackages: 1,
  };
}
