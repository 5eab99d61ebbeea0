import { dayText, timeText } from '@lading/carrier/network/zones';
import type { Transit } from '@lading/carrier/time-in-transit/rules';
import { services as serviceNames, servicesFromCanada } from '@lading/contract/shipping/codes';
import { domesticServiceLevels } from '@lading/contract/time-in-transit/codes';
import { textAt } from '../rating/reading.ts';
import { dayOfWeek } from '../rating/times.ts';
import type { JsonObject } from '../registry.ts';
import type { AskedPlace, Candidate } from './places.ts';
import type { AskedTerms } from './request.ts';

const namesOfRegions = new Intl.DisplayNames('en', { type: 'region' });
const DUTIABLE = '01';
const NOT_DUTIABLE = '02';

/** The services with their days, those of a Saturday before the ordinary ones. */
export function emsResponse(
  body: JsonObject,
  ends: { readonly origin: AskedPlace; readonly destination: AskedPlace },
  terms: AskedTerms,
  transits: readonly Transit[],
): JsonObject {
  const { origin, destination } = ends;
  const handedOver = { date: dashed(terms.shipDay), time: colons(terms.shipSecond) };
  const services = [
    ...transits.flatMap((transit) => saturdayService(transit, handedOver)),
    ...transits.map((transit) => serviceOf(transit, nameOf(transit, origin.country), false, handedOver)),
  ];
  const isAbroad = origin.country !== destination.country;
  return {
    shipDate: handedOver.date,
    shipTime: handedOver.time,
    serviceLevel: 'A',
    billType: terms.billType,
    dutyType: isAbroad ? (terms.isDocuments ? NOT_DUTIABLE : DUTIABLE) : undefined,
    residentialIndicator: terms.isHome ? '01' : '02',
    destinationCountryName: countryName(destination.country),
    destinationCountryCode: destination.country,
    destinationPostalCode: destination.postalCode || undefined,
    destinationStateProvince: destination.state || undefined,
    destinationCityName: destination.city || undefined,
    originCountryName: countryName(origin.country),
    originCountryCode: origin.country,
    originPostalCode: origin.postalCode || undefined,
    originStateProvince: origin.state || undefined,
    originCityName: origin.city || undefined,
    weight: textAt(body, 'weight'),
    weightUnitOfMeasure: textAt(body, 'weightUnitOfMeasure'),
    shipmentContentsValue: textAt(body, 'shipmentContentsValue'),
    shipmentContentsCurrencyCode: textAt(body, 'shipmentContentsCurrencyCode'),
    guaranteeSuspended: false,
    numberOfServices: services.length,
    services,
  };
}

/** A place of a pick list. */
export function candidateOf({ city, state, low, high }: Candidate, country: string): JsonObject {
  return {
    countryName: countryName(country),
    countryCode: country,
    stateProvince: state,
    city,
    postalCodeLow: low,
    postalCodeHigh: high,
  };
}

/** Delivery on Saturday where it is a service of its own. */
function saturdayService(transit: Transit, handedOver: HandedOver): JsonObject[] {
  const { saturday, pickupDay } = transit;
  if (saturday === null || saturday.level === null) return [];
  const days = saturday.day - pickupDay;
  const onSaturday: Transit = {
    ...transit,
    level: saturday.level,
    deliveryDay: saturday.day,
    deliverySecond: saturday.second,
    totalDays: days,
    businessDays: days,
    restDays: 0,
    holidays: 0,
    saturday: null,
  };
  return [serviceOf(onSaturday, levelNames[saturday.level]?.en ?? '', true, handedOver)];
}

/** When the shipment was handed over, as every service repeats it. */
interface HandedOver {
  readonly date: string;
  readonly time: string;
}

function serviceOf(
  transit: Transit,
  name: string,
  isOnSaturday: boolean,
  handedOver: HandedOver,
): JsonObject {
  const { deliveryDay, saturday } = transit;
  const time = colons(transit.deliverySecond);
  return {
    serviceLevel: transit.level,
    shipDate: handedOver.date,
    deliveryDate: dashed(deliveryDay),
    commitTime: time,
    deliveryTime: time,
    deliveryDayOfWeek: dayOfWeek(deliveryDay),
    nextDayPickupIndicator: transit.isNextDayPickup ? '1' : '0',
    saturdayPickupIndicator: '0',
    guaranteeIndicator: transit.isGuaranteed ? '1' : '0',
    totalTransitDays: transit.totalDays,
    businessTransitDays: transit.businessDays,
    restDaysCount: transit.restDays,
    holidayCount: transit.holidays,
    delayCount: transit.customsDays,
    pickupDate: dashed(transit.pickupDay),
    pickupTime: handedOver.time,
    cstccutoffTime: colons(transit.cutoffSecond),
    serviceLevelDescription: `UPS ${name}`,
    saturdayDeliveryDate: saturday === null ? undefined : dashed(saturday.day),
    saturdayDeliveryTime: saturday === null ? undefined : colons(saturday.second),
    saturdayDeliveryIndicator: isOnSaturday || saturday !== null ? '1' : '0',
  };
}

const levelNames: Readonly<Record<string, { readonly en: string }>> = domesticServiceLevels;
const canadianNames: Readonly<Record<string, { readonly en: string }>> = servicesFromCanada;

function nameOf({ level, service }: Transit, country: string): string {
  const fromCanada = country === 'CA' ? canadianNames[service] : undefined;
  return (levelNames[level] ?? fromCanada ?? serviceNames[service]).en;
}

const countryNames = new Map<string, string>();

/** In capitals; each is looked up once, and there are no more than countries. */
function countryName(code: string): string {
  const known = countryNames.get(code);
  if (known !== undefined) return known;
  const name = (namesOfRegions.of(code) ?? code).toUpperCase();
  countryNames.set(code, name);
  return name;
}

/** `2026-11-20` */
function dashed(day: number): string {
  return dayText(day, '-');
}

/** `10:30:00` */
function colons(second: number): string {
  return timeText(second, ':');
}
