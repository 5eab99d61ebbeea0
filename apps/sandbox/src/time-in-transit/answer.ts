import { dayText, timeText } from '@lading/carrier/network/zones';
import type { Transit } from '@lading/carrier/time-in-transit/rules';
import { services as serviceNames, servicesFromCanada } from '@lading/contract/shipping/codes';
import { domesticServiceLevels } from '@lading/contract/time-in-transit/codes';
import { textAt } from '../rating/reading.ts';
import { dayOfWeek } from '../rating/times.ts';
import type { JsonObject } from '../registry.ts';
import type { AskedPlace, Candidate } from './places.ts';
import type { AskedTerms } from './request.ts';

const countryNames = new Intl.DisplayNames('en', { type: 'region' });
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
  const services = [
    ...transits.flatMap((transit) => saturdayService(transit, terms)),
    ...transits.map((transit) => serviceOf(transit, terms, origin.country)),
  ];
  const isAbroad = origin.country !== destination.country;
  return {
    shipDate: dashed(terms.shipDay),
    shipTime: colons(terms.shipSecond),
    serviceLevel: 'A',
    billType: terms.billType,
    ...(isAbroad ? { dutyType: terms.isDocuments ? NOT_DUTIABLE : DUTIABLE } : {}),
    residentialIndicator: terms.isHome ? '01' : '02',
    ...placeMembers('destination', destination),
    ...placeMembers('origin', origin),
    ...echoed(body, [
      'weight',
      'weightUnitOfMeasure',
      'shipmentContentsValue',
      'shipmentContentsCurrencyCode',
    ]),
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

function serviceOf(transit: Transit, terms: AskedTerms, country: string): JsonObject {
  const { level, deliveryDay, deliverySecond, saturday } = transit;
  return {
    ...timesOf(transit, terms, { level, day: deliveryDay, second: deliverySecond }),
    serviceLevelDescription: `UPS ${nameOf(transit, country)}`,
    ...(saturday === null
      ? {}
      : { saturdayDeliveryDate: dashed(saturday.day), saturdayDeliveryTime: colons(saturday.second) }),
    saturdayDeliveryIndicator: saturday === null ? '0' : '1',
  };
}

/** Delivery on Saturday where it is a service of its own. */
function saturdayService(transit: Transit, terms: AskedTerms): JsonObject[] {
  const { saturday } = transit;
  if (saturday === null || saturday.level === null) return [];
  const { level, day, second } = saturday;
  const times = timesOf(transit, terms, { level, day, second });
  const totalTransitDays = day - transit.pickupDay;
  return [
    {
      ...times,
      serviceLevelDescription: `UPS ${levelNames[level]?.en ?? ''}`,
      totalTransitDays,
      restDaysCount: 0,
      holidayCount: 0,
      businessTransitDays: totalTransitDays,
      saturdayDeliveryIndicator: '1',
    },
  ];
}

function timesOf(
  transit: Transit,
  { shipDay, shipSecond }: AskedTerms,
  { level, day, second }: { readonly level: string; readonly day: number; readonly second: number },
): JsonObject {
  return {
    serviceLevel: level,
    shipDate: dashed(shipDay),
    deliveryDate: dashed(day),
    commitTime: colons(second),
    deliveryTime: colons(second),
    deliveryDayOfWeek: dayOfWeek(day),
    nextDayPickupIndicator: transit.isNextDayPickup ? '1' : '0',
    saturdayPickupIndicator: '0',
    guaranteeIndicator: transit.isGuaranteed ? '1' : '0',
    totalTransitDays: transit.totalDays,
    businessTransitDays: transit.businessDays,
    restDaysCount: transit.restDays,
    holidayCount: transit.holidays,
    delayCount: transit.customsDays,
    pickupDate: dashed(transit.pickupDay),
    pickupTime: colons(shipSecond),
    cstccutoffTime: colons(transit.cutoffSecond),
  };
}

const levelNames: Readonly<Record<string, { readonly en: string }>> = domesticServiceLevels;
const canadianNames: Readonly<Record<string, { readonly en: string }>> = servicesFromCanada;

function nameOf({ level, service }: Transit, country: string): string {
  const fromCanada = country === 'CA' ? canadianNames[service] : undefined;
  return (levelNames[level] ?? fromCanada ?? serviceNames[service]).en;
}

function placeMembers(side: 'origin' | 'destination', place: AskedPlace): JsonObject {
  const { country, state, city, postalCode } = place;
  return {
    [`${side}CountryName`]: countryName(country),
    [`${side}CountryCode`]: country,
    ...(postalCode === '' ? {} : { [`${side}PostalCode`]: postalCode }),
    ...(state === '' ? {} : { [`${side}StateProvince`]: state }),
    ...(city === '' ? {} : { [`${side}CityName`]: city }),
  };
}

function echoed(body: JsonObject, members: readonly string[]): JsonObject {
  const texts = members.map((member) => [member, textAt(body, member)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

function countryName(code: string): string {
  return (countryNames.of(code) ?? code).toUpperCase();
}

/** `2026-11-20` */
function dashed(day: number): string {
  return dayText(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

/** `10:30:00` */
function colons(second: number): string {
  return timeText(second).replace(/^(\d\d)(\d\d)(\d\d)$/, '$1:$2:$3');
}
