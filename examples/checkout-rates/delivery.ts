import type { Client, RateRequest, RateResponse } from '@lading/sdk';
import { type Goods, isOffered, type ServiceCode } from './shop.ts';

/** Where the customer wants it. */
export interface Destination {
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly isHome: boolean;
}

export interface DeliveryOption {
  readonly service: ServiceCode;
  /** In `currency`, with a point before the decimals. */
  readonly amount: string;
  readonly currency: string;
  /** `2026-11-25` and `10:30`, where the carrier states them. */
  readonly day: string | null;
  readonly time: string | null;
}

/** Either the ways to deliver, or the places that the customer may have meant. */
export type Delivery =
  | { readonly kind: 'options'; readonly options: readonly DeliveryOption[] }
  | { readonly kind: 'places'; readonly places: readonly Destination[] };

/** A customer waits at a checkout for seconds, not for the minute that a nightly job has. */
const PATIENCE = { timeoutMs: 8_000 } as const;

/** Checks the place first: a price for a place that does not exist helps nobody. @throws CarrierFault */
export async function deliveryTo(to: Destination, goods: Goods, ups: Client): Promise<Delivery> {
  const places = await placesLike(to, ups);
  if (places !== null) return { kind: 'places', places };
  const { RateResponse } = await ups.rating.shopWithTransit(question(to, goods), PATIENCE);
  const options = RateResponse.RatedShipment.flatMap(optionOf);
  return { kind: 'options', options: options.sort((a, b) => Number(a.amount) - Number(b.amount)) };
}

/** Null where city, state and ZIP code belong together. */
async function placesLike(to: Destination, ups: Client): Promise<readonly Destination[] | null> {
  const { XAVResponse } = await ups.addressCity.validate(
    {
      XAVRequest: {
        AddressKeyFormat: {
          PoliticalDivision2: to.city,
          PoliticalDivision1: to.state,
          PostcodePrimaryLow: to.postalCode,
          CountryCode: 'US',
        },
      },
    },
    { ...PATIENCE, maxCandidates: 5 },
  );
  if (XAVResponse.ValidAddressIndicator !== undefined) return null;
  return (XAVResponse.Candidate ?? []).map(({ AddressKeyFormat: place }) => ({
    city: place.PoliticalDivision2 ?? '',
    state: place.PoliticalDivision1 ?? '',
    postalCode: place.PostcodePrimaryLow ?? '',
    isHome: to.isHome,
  }));
}

function question(to: Destination, { pounds, inches, from }: Goods): RateRequest {
  const origin = { AddressLine: [], ...from };
  const [Length, Width, Height] = inches.map(String) as [string, string, string];
  return {
    RateRequest: {
      Request: { SubVersion: '2409' },
      Shipment: {
        Shipper: { Address: origin },
        ShipFrom: { Address: origin },
        ShipTo: {
          Address: {
            AddressLine: [],
            City: to.city,
            StateProvinceCode: to.state,
            PostalCode: to.postalCode,
            CountryCode: 'US',
            ...(to.isHome ? { ResidentialAddressIndicator: '' } : {}),
          },
        },
        // Goods, not documents.
        DeliveryTimeInformation: { PackageBillType: '03' },
        Package: [
          {
            PackagingType: { Code: '02' },
            Dimensions: { UnitOfMeasurement: { Code: 'IN', Description: 'Inches' }, Length, Width, Height },
            PackageWeight: {
              UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' },
              Weight: String(pounds),
            },
          },
        ],
      },
    },
  };
}

type Rated = RateResponse['RateResponse']['RatedShipment'][number];

/** One way to deliver, or none where the shop does not offer the service. */
function optionOf({ Service, TotalCharges, NegotiatedRateCharges, TimeInTransit }: Rated): DeliveryOption[] {
  if (!isOffered(Service.Code)) return [];
  // What the shop pays itself, where its contract is known, else the published price.
  const { MonetaryValue, CurrencyCode } = NegotiatedRateCharges?.TotalCharge ?? TotalCharges;
  const arrival = TimeInTransit?.ServiceSummary.EstimatedArrival.Arrival;
  return [
    {
      service: Service.Code,
      amount: MonetaryValue,
      currency: CurrencyCode,
      day: arrival?.Date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? null,
      time: arrival?.Time?.replace(/^(\d\d)(\d\d)\d\d$/, '$1:$2') ?? null,
    },
  ];
}
