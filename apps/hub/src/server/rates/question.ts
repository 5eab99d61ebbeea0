import { charges } from '@lading/contract/rating/charges/codes';
import type { RateRequest, RateResponse } from '@lading/contract/rating/schema';
import { services } from '@lading/contract/shipping/codes';
import type { Text } from '@lading/kit/text';
import type { RateAnswer, RatedService, RateParcel, RatePlace, RateQuestion } from '../../api/rates.ts';

type Rated = RateResponse['RateResponse']['RatedShipment'][number];
type Names = Readonly<Record<string, Text>>;

/** The newest members of the answer: zones, itemised charges, modifiers. */
const SUB_VERSION = '2409';
/** Goods, not documents. */
const GOODS = '03';
const CUSTOMER_PACKAGING = '02';

/** The question in the carrier's words. */
export function requestOf(question: RateQuestion): RateRequest {
  const { from, to, isResidential } = question;
  const origin = addressOf(from);
  const destination = { ...addressOf(to), ...(isResidential ? { ResidentialAddressIndicator: '' } : {}) };
  return {
    RateRequest: {
      Request: { SubVersion: SUB_VERSION },
      Shipment: {
        Shipper: { Address: origin },
        ShipTo: { Address: destination },
        ShipFrom: { Address: origin },
        DeliveryTimeInformation: { PackageBillType: GOODS },
        Package: question.parcels.map((parcel) => packageOf(parcel, question.units)),
      },
    },
  };
}

function addressOf({ postalCode, city, region, country }: RatePlace) {
  return {
    AddressLine: [],
    ...(city ? { City: city } : {}),
    ...(region ? { StateProvinceCode: region } : {}),
    PostalCode: postalCode.replace(/[\s-]/g, ''),
    CountryCode: country,
  };
}

function packageOf({ weight, length, width, height }: RateParcel, units: RateQuestion['units']) {
  const [weightUnit, sizeUnit] = units === 'metric' ? ['KGS', 'CM'] : ['LBS', 'IN'];
  const unit = (Code: string) => ({ Code, Description: Code });
  const size =
    length && width && height
      ? {
          Dimensions: {
            UnitOfMeasurement: unit(sizeUnit ?? ''),
            Length: String(length),
            Width: String(width),
            Height: String(height),
          },
        }
      : {};
  return {
    PackagingType: { Code: CUSTOMER_PACKAGING },
    PackageWeight: { UnitOfMeasurement: unit(weightUnit ?? ''), Weight: String(weight) },
    ...size,
  };
}

/** The carrier's answer in our words, cheapest first. */
export function answerOf(
  { RateResponse: answer }: RateResponse,
  environment: RateAnswer['environment'],
): RateAnswer {
  const rated = answer.RatedShipment.map(serviceOf);
  const remarks = answer.RatedShipment.flatMap(({ RatedShipmentAlert = [] }) => RatedShipmentAlert);
  return {
    environment,
    services: rated.sort((a, b) => Number(a.total.amount) - Number(b.total.amount)),
    alerts: [...new Set(remarks.map(({ Description }) => Description))],
  };
}

function serviceOf(rated: Rated): RatedService {
  const { Code } = rated.Service;
  const total = rated.TotalChargesWithTaxes ?? rated.TotalCharges;
  const contract = rated.NegotiatedRateCharges;
  const negotiated = contract?.TotalChargesWithTaxes ?? contract?.TotalCharge;
  return {
    code: Code,
    name: nameOf(services, Code, rated.Service.Description),
    total: moneyOf(total),
    negotiated: negotiated ? moneyOf(negotiated) : null,
    ...arrivalOf(rated),
    lines: linesOf(rated),
  };
}

function moneyOf({ MonetaryValue: amount, CurrencyCode: currency }: Rated['TotalCharges']) {
  return { amount, currency };
}

function arrivalOf({
  TimeInTransit,
  GuaranteedDelivery,
}: Rated): Pick<RatedService, 'businessDays' | 'deliveryOn' | 'deliveryBy'> {
  const arrival = TimeInTransit?.ServiceSummary.EstimatedArrival;
  const days = arrival?.BusinessDaysInTransit ?? GuaranteedDelivery?.BusinessDaysInTransit;
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(arrival?.Arrival.Date ?? '');
  const time = /^(\d{2})(\d{2})/.exec(arrival?.Arrival.Time ?? '');
  return {
    businessDays: days === undefined || !/^\d+$/.test(days) ? null : Number(days),
    deliveryOn: day ? `${day[1]}-${day[2]}-${day[3]}` : null,
    deliveryBy: time ? `${time[1]}:${time[2]}` : null,
  };
}

/** Every line that the carrier gives, of the shipment and of its packages; zero lines say nothing. */
function linesOf(rated: Rated): RatedService['lines'] {
  const base = rated.BaseServiceCharge;
  const items = [
    ...(rated.ItemizedCharges ?? []),
    ...rated.RatedPackage.flatMap(({ ItemizedCharges = [] }) => ItemizedCharges),
  ];
  const lines = items.map(({ Code, Description, MonetaryValue }) => ({
    code: Code,
    name: nameOf(charges, Code, Description),
    amount: MonetaryValue,
  }));
  const first = base ? [{ code: '', name: baseName, amount: base.MonetaryValue }] : [];
  return [...first, ...lines].filter(({ amount }) => Number(amount) !== 0);
}

const baseName: Text = { en: 'Transport', fr: 'Transport' };

/** Our name of a code, else the carrier's word, else the code. */
function nameOf(names: Names, code: string, word: string | undefined): Text {
  const known = Object.hasOwn(names, code) ? names[code] : undefined;
  const fallback = word || code;
  return known ? { en: known.en, fr: known.fr } : { en: fallback, fr: fallback };
}
