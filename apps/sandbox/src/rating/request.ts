import type { Places } from '@lading/carrier/places/places';
import { deliveryAreaOf } from '@lading/carrier/rating/delivery-area';
import { crossesBorder, type Lane, type LaneEnd } from '@lading/carrier/rating/lane';
import { pointOf } from '@lading/carrier/rating/positions';
import { isRatedService, type RatedService } from '@lading/carrier/rating/services';
import type { DeliveryArea, RatedQuestion } from '@lading/carrier/rating/shipment';
import { localTimeAt } from '@lading/carrier/time-in-transit/local-time';
import { isAccountNumber } from '@lading/carrier/tracking-number/account-number';
import { ratingErrors } from '@lading/contract/rating/errors';
import { facts } from '@lading/contract/rating/facts';
import { legacyErrors } from '@lading/contract/response/codes';
import { isObject, listOf } from '../edge/reading.ts';
import {
  type Context,
  isRefusal,
  type JsonObject,
  type NormalisedRequest,
  type Refusal,
  refuse,
} from '../registry.ts';
import type { Profile } from '../world/settings.ts';
import { chartOf, readOptions } from './options.ts';
import { isWrong, readMoney, readParcels } from './parcels.ts';
import { calendarDay, invalid, isSet, missing, secondOfDay, textAt, within } from './reading.ts';
import { refuseUnrated } from './unrated.ts';

/** A rate request as it is understood; its postal codes are still to be held against their states. */
export interface AskedRate {
  readonly question: RatedQuestion;
  /** Null where all services of the lane are wanted. */
  readonly service: RatedService | null;
  readonly wantsTimes: boolean;
  readonly shipSecond: number;
  readonly isDocuments: boolean;
  readonly billType: string;
  /** The shipping date was not possible, and today's is used. */
  readonly isDateChanged: boolean;
  /** The account whose negotiated rates are wanted; null where nobody asked for them. */
  readonly negotiatedFor: string | null;
  readonly customerContext: string | undefined;
  readonly profile: Profile;
  /** Members that came with a later one are left out; four digits. */
  readonly subVersion: number;
}

const requestOptions = ['rate', 'shop', 'ratetimeintransit', 'shoptimeintransit'];
const DOCUMENTS = '02';
const GOODS = '03';

/** Understands a rate request, or says what is wrong with it. */
export function readRequest(
  context: Context,
  request: NormalisedRequest,
  places: Places,
): AskedRate | Refusal {
  const option = (request.params.requestoption ?? '').toLowerCase();
  if (!requestOptions.includes(option)) return refuse(legacyErrors.actionInvalid);
  const body = within(request.body, 'RateRequest');
  const shipment = within(body, 'Shipment');
  if (Object.keys(shipment).length === 0) return missing('Shipment');
  const lane = readLane(shipment);
  if (isRefusal(lane)) return lane;
  const service = option.startsWith('shop') ? null : readService(context, lane, shipment);
  if (typeof service === 'object' && service !== null) return service;
  const parcels = readParcels(shipment);
  if (isRefusal(parcels)) return parcels;
  const accounts = refuseAccounts(shipment);
  if (accounts !== null) return accounts;
  const date = readDate(context, lane, shipment);
  if (isRefusal(date)) return date;
  const deliveryArea = readDeliveryArea(lane, places);
  const question = readQuestion(body, shipment, { lane, parcels, day: date.day, deliveryArea });
  if (isRefusal(question)) return question;
  const isDocuments = areDocuments(shipment);
  return {
    question,
    service,
    wantsTimes: option.endsWith('timeintransit') || isTimeAsked(request.query),
    shipSecond: date.second,
    isDateChanged: date.isChanged,
    isDocuments: isDocuments && crossesBorder(lane),
    billType: billTypeOf(shipment) ?? (isDocuments ? DOCUMENTS : GOODS),
    negotiatedFor: readNegotiation(shipment),
    customerContext: textAt(body, 'Request', 'TransactionReference', 'CustomerContext'),
    profile: context.world.profile,
    subVersion: readSubVersion(body, context.version),
  };
}

function isTimeAsked(query: URLSearchParams): boolean {
  return query.get('additionalinfo')?.toLowerCase() === 'timeintransit';
}

/** Puerto Rico may stand as a country of its own, whose addresses are all alike. */
function readDeliveryArea({ to }: Lane, places: Places): DeliveryArea | null {
  return to.country === 'US' ? deliveryAreaOf(to, places.position(to.postalCode.slice(0, 5))) : null;
}

function readQuestion(
  body: JsonObject,
  shipment: JsonObject,
  { lane, parcels, day, deliveryArea }: Pick<RatedQuestion, 'lane' | 'parcels' | 'day' | 'deliveryArea'>,
): RatedQuestion | Refusal {
  const pickupType = textAt(body, 'PickupType', 'Code') ?? '01';
  const cod = readMoney(shipment, 'ShipmentServiceOptions', 'COD', 'CODAmount', 'MonetaryValue');
  if (isWrong(cod)) return invalid('COD/CODAmount/MonetaryValue', cod.text);
  const classification = textAt(body, 'CustomerClassification', 'Code');
  const rating = within(shipment, 'ShipmentRatingOptions');
  const asked = readOptions(shipment, pickupType);
  return {
    lane,
    parcels,
    day,
    isHome: isSet(within(shipment, 'ShipTo', 'Address'), 'ResidentialAddressIndicator'),
    deliveryArea,
    chart: chartOf(lane.from.country, classification, pickupType),
    options: asked.options,
    restrictedArticles: asked.restrictedArticles,
    returnService: asked.returnService,
    importControl: asked.importControl,
    shipmentSignature: asked.shipmentSignature,
    shipmentCodCents: cod,
    isFreight: isSet(rating, 'FRSShipmentIndicator'),
    wantsTaxes: isSet(shipment, 'TaxInformationIndicator'),
  };
}

/** The origin is `ShipFrom`, or the shipper where it is absent. */
function readLane(shipment: JsonObject): Lane | Refusal {
  const shipper = within(shipment, 'Shipper', 'Address');
  const shipFrom = within(shipment, 'ShipFrom', 'Address');
  const from = readEnd(Object.keys(shipFrom).length > 0 ? shipFrom : shipper, 'ShipFrom');
  if (isRefusal(from)) return from;
  const to = readEnd(within(shipment, 'ShipTo', 'Address'), 'ShipTo');
  return isRefusal(to) ? to : { from, to };
}

function readEnd(address: JsonObject, name: string): LaneEnd | Refusal {
  const country = textAt(address, 'CountryCode')?.toUpperCase();
  if (country === undefined) return missing(`${name}/Address/CountryCode`);
  if (!/^[A-Z]{2}$/.test(country)) return invalid(`${name}/Address/CountryCode`, country);
  const state = textAt(address, 'StateProvinceCode')?.toUpperCase() ?? '';
  const postalCode = textAt(address, 'PostalCode')?.toUpperCase() ?? '';
  const end = { country, state, postalCode };
  if (!isKnownCountry(country)) return invalid(`${name}/Address/CountryCode`, country);
  if (country !== 'US' && country !== 'PR') return end;
  const isDigits = /^\d{5}(-?\d{4})?$/.test(postalCode);
  if (postalCode === '') return missing(`${name}/Address/PostalCode`);
  return isDigits ? end : refuse(ratingErrors.postalCodeInvalid, { postalCode, state, country });
}

/** The United States and Canada have no point as a whole. */
function isKnownCountry(country: string): boolean {
  return country === 'US' || country === 'CA' || pointOf({ country, state: '', postalCode: '' }) !== null;
}

function readService(context: Context, lane: Lane, shipment: JsonObject): RatedService | Refusal {
  const code = textAt(shipment, 'Service', 'Code');
  if (code === undefined) return missing('Service');
  return isRatedService(code) ? code : refuseUnrated(context, code, lane);
}

const payers = ['BillShipper', 'BillReceiver', 'BillThirdParty'] as const;
const TRANSPORTATION = '01';

function refuseAccounts(shipment: JsonObject): Refusal | null {
  const shipper = textAt(shipment, 'Shipper', 'ShipperNumber');
  if (shipper !== undefined && !isAccountNumber(shipper.toUpperCase()))
    return refuse(ratingErrors.shipperNumberInvalid);
  for (const charge of listOf(within(shipment, 'PaymentDetails'), 'ShipmentCharge').filter(isObject)) {
    for (const payer of payers) {
      const number = textAt(charge, payer, 'AccountNumber');
      if (number !== undefined && !isAccountNumber(number.toUpperCase()))
        return refuse(ratingErrors.payerAccountInvalid);
    }
  }
  return null;
}

interface ShipDate {
  readonly day: number;
  readonly second: number;
  readonly isChanged: boolean;
}

/** The day and time that are given where they lie in the span the carrier takes, else those of now at the origin. */
function readDate({ world }: Context, { from }: Lane, shipment: JsonObject): ShipDate | Refusal {
  const now = localTimeAt(from, world.now());
  const pickup = within(shipment, 'DeliveryTimeInformation', 'Pickup');
  const date = textAt(pickup, 'Date');
  const time = textAt(pickup, 'Time');
  const second = time === undefined ? NOON : secondOfDay(time);
  if (second === null) return invalid('Pickup/Time', time ?? '');
  if (date === undefined)
    return { day: now.day, second: time === undefined ? now.second : second, isChanged: false };
  const day = calendarDay(date);
  const isPossible =
    day !== null &&
    day >= now.day - facts.shipDateDaysBack.today.value &&
    day <= now.day + facts.shipDateDaysAhead.today.value;
  return isPossible ? { day, second, isChanged: false } : { day: now.day, second, isChanged: true };
}

const NOON = 12 * 3600;

function areDocuments(shipment: JsonObject): boolean {
  return billTypeOf(shipment) === DOCUMENTS || isSet(shipment, 'DocumentsOnlyIndicator');
}

function billTypeOf(shipment: JsonObject): string | undefined {
  return textAt(shipment, 'DeliveryTimeInformation', 'PackageBillType');
}

/** Where a third party or the receiver pays, its account when its rates are asked for; else the shipper's. */
function readNegotiation(shipment: JsonObject): string | null {
  const rating = within(shipment, 'ShipmentRatingOptions');
  const payer = isSet(rating, 'TPFCNegotiatedRatesIndicator') ? otherPayer(shipment) : undefined;
  if (payer !== undefined) return payer.toUpperCase();
  if (!isSet(rating, 'NegotiatedRatesIndicator')) return null;
  return textAt(shipment, 'Shipper', 'ShipperNumber')?.toUpperCase() ?? '';
}

function otherPayer(shipment: JsonObject): string | undefined {
  const charges = listOf(within(shipment, 'PaymentDetails'), 'ShipmentCharge').filter(isObject);
  const charge = charges.find((one) => (textAt(one, 'Type') ?? TRANSPORTATION) === TRANSPORTATION);
  if (charge === undefined) return undefined;
  return textAt(charge, 'BillThirdParty', 'AccountNumber') ?? textAt(charge, 'BillReceiver', 'AccountNumber');
}

/** What the request says, else the version of the path. */
function readSubVersion(body: JsonObject, version: string | null): number {
  const stated = textAt(body, 'Request', 'SubVersion');
  const digits = /^\d{4}$/.test(stated ?? '') ? stated : /\d{4}$/.exec(version ?? '')?.[0];
  return Number(digits ?? 0);
}
