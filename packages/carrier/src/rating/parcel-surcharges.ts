import { demandSeasons, type SurchargeName } from './data/surcharge-amounts.ts';
import { dayOfText } from './dated.ts';
import { crossesBorder } from './lane.ts';
import type { ChargeLine } from './lines.ts';
import { amountOf, inCurrency, lineOf, type Rated } from './priced.ts';
import type { RatedService } from './services.ts';
import type { DeliveryArea, RatedParcel } from './shipment.ts';

const areaWords: Readonly<Record<DeliveryArea, string>> = {
  suburban: 'Suburban',
  rural: 'Rural',
  extended: 'Rural Extended',
  remote: 'Remote',
};
/** Value up to which declaring costs nothing, and the step beyond it, in cents. */
const FREE_VALUE = 10_000;
/** Value up to which the least amount is asked. */
const LEAST_VALUE = 30_000;
/** Zones 2 to 8 of every service, as their last digit. */
const CONTIGUOUS_ZONE = /^(?:00|10|13|20|24|30)([2-8])$/;
const FARTHEST = 8;

/** The surcharges of one parcel but fuel, in the order of the price. */
export function parcelSurcharges(rated: Rated, parcel: RatedParcel, index: number): ChargeLine[] {
  if (parcel.simpleRate !== undefined) return optionLines(rated, parcel, index);
  return [
    ...areaLines(rated, index),
    ...sizeLines(rated, parcel, index),
    ...demandLines(rated, parcel, index),
    ...optionLines(rated, parcel, index),
  ];
}

/** Delivered by the services at home; what flies abroad is of the extended area instead, which the model has not. */
function areaLines(rated: Rated, parcel: number): ChargeLine[] {
  const { deliveryArea } = rated.question;
  if (deliveryArea === null || !isDomestic(rated)) return [];
  return [
    lineOf(rated, '376', areaAmount(rated, deliveryArea), {
      parcel,
      subType: areaWords[deliveryArea],
      carriesFuel: true,
      isTransportation: true,
    }),
  ];
}

function areaAmount({ question, service }: Rated, area: DeliveryArea): SurchargeName {
  if (area === 'remote') return 'area.remote';
  if (!question.isHome) return `area.business.${area}`;
  return `area.home.${isRoad(service) ? 'ground' : 'air'}.${area}`;
}

function sizeLines(rated: Rated, parcel: RatedParcel, index: number): ChargeLine[] {
  const billing = rated.billings[index];
  if (parcel.isLarge === true || billing?.isLarge === true) {
    const name = rated.question.isHome ? 'large.home' : 'large.business';
    return [lineOf(rated, '377', name, { parcel: index })];
  }
  const reason = handlingReason(parcel, billing?.handling ?? null);
  if (reason === null) return [];
  return [
    lineOf(rated, '100', `handling.${reason}.${reachOf(rated.zone)}`, { parcel: index, subType: reason }),
  ];
}

/** One charge, for the dearest of its reasons. */
function handlingReason(
  parcel: RatedParcel,
  measured: 'weight' | 'length' | 'girth' | null,
): 'weight' | 'length' | 'packaging' | null {
  if (measured !== null) return measured === 'weight' ? 'weight' : 'length';
  return parcel.needsHandling === true ? 'packaging' : null;
}

/** Zone 2, zones 3 and 4, and everything farther. */
function reachOf(zone: string): 'near' | 'middle' | 'far' {
  const ground = Number(CONTIGUOUS_ZONE.exec(zone)?.[1] ?? FARTHEST);
  if (ground <= 2) return 'near';
  return ground <= 4 ? 'middle' : 'far';
}

const seasons = demandSeasons.map((season) => ({
  ...season,
  first: dayOfText(season.first),
  last: dayOfText(season.last),
}));

function demandLines(rated: Rated, parcel: RatedParcel, index: number): ChargeLine[] {
  const { day, isHome } = rated.question;
  const season = seasons.find(({ first, last }) => first <= day && day <= last);
  if (season === undefined || !isDomestic(rated)) return [];
  const billing = rated.billings[index];
  const isLarge = parcel.isLarge === true || billing?.isLarge === true;
  const needsHandling = handlingReason(parcel, billing?.handling ?? null) !== null;
  const homeCents = isHome ? (isRoad(rated.service) ? season.homeGround : season.homeAir) : 0;
  return [
    ...(homeCents > 0 ? [demandLine(rated, '430', homeCents, index)] : []),
    ...(isLarge ? [demandLine(rated, '431', season.large, index)] : []),
    ...(needsHandling && !isLarge ? [demandLine(rated, '432', season.handling, index)] : []),
  ];
}

function demandLine(rated: Rated, code: string, dollarCents: number, parcel: number): ChargeLine {
  const cents = inCurrency(dollarCents, rated.currency);
  return {
    code,
    cents,
    parcel,
    isTransportation: true,
    carriesFuel: false,
    rule: { name: 'demand', from: {} },
  };
}

function optionLines(rated: Rated, parcel: RatedParcel, index: number): ChargeLine[] {
  const at = { parcel: index };
  const hazardous = isRoad(rated.service) ? 'hazardous.ground' : 'hazardous.air';
  return [
    ...(parcel.signature === undefined ? [] : [lineOf(rated, '120', `signature.${parcel.signature}`, at)]),
    ...(parcel.codCents === undefined ? [] : [lineOf(rated, '110', 'cod', at)]),
    ...(parcel.hasHazardousMaterials === true ? [lineOf(rated, '199', hazardous, at)] : []),
    ...(parcel.hasDryIce === true ? [lineOf(rated, '200', 'dry-ice', at)] : []),
    ...(parcel.isProactive === true ? [lineOf(rated, '404', 'proactive', at)] : []),
    ...(parcel.hasPremiumCare === true ? [lineOf(rated, '515', 'premium-care', at)] : []),
    ...valueLines(rated, parcel, index),
  ];
}

/** Nothing up to 100.00, a least amount up to 300.00, then an amount for each 100.00 or part of it. */
function valueLines(rated: Rated, parcel: RatedParcel, index: number): ChargeLine[] {
  const value = parcel.declaredValueCents;
  if (value === undefined) return [];
  const hundreds = Math.ceil(value / FREE_VALUE);
  const beyond =
    value > LEAST_VALUE ? amountOf(rated, 'value.hundred') * hundreds : amountOf(rated, 'value.least');
  return [
    {
      code: '400',
      subType: 'EVS',
      cents: value <= FREE_VALUE ? 0 : beyond,
      parcel: index,
      isTransportation: false,
      carriesFuel: false,
      rule: { name: 'declared-value', from: { valueCents: value } },
    },
  ];
}

function isDomestic({ question }: Rated): boolean {
  return !crossesBorder(question.lane);
}

function isRoad(service: RatedService): boolean {
  return service === '03' || service === '11';
}
