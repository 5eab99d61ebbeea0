import { crossesBorder, type Lane } from '@lading/carrier/rating/lane';
import { localTimeAt } from '@lading/carrier/time-in-transit/local-time';
import type { CarrierError } from '@lading/contract/stated';
import { timeInTransitErrors as errors } from '@lading/contract/time-in-transit/codes';
import { facts } from '@lading/contract/time-in-transit/facts';
import { calendarDay, hundredthsOf, secondOfDay, textAt } from '../rating/reading.ts';
import type { JsonObject } from '../registry.ts';

/** When and how a shipment goes, apart from its places. */
export interface AskedTerms {
  readonly shipDay: number;
  readonly shipSecond: number;
  readonly isHome: boolean;
  readonly isDocuments: boolean;
  readonly billType: string;
}

const RESIDENTIAL = '01';
const DOCUMENTS = '02';
const NOON = 12 * 3600;

/** Understands date, weight, value and kind of a shipment, or gives the carrier's error. */
export function readTerms(
  body: JsonObject,
  lane: Lane,
  nowMs: number,
): AskedTerms | { readonly error: CarrierError } {
  const date = readDate(body, lane, nowMs);
  if (date === null) return { error: errors.shipDateInvalid };
  const isAbroad = crossesBorder(lane);
  if (!isWeightFit(body, isAbroad)) return { error: errors.weightInvalid };
  const billType = textAt(body, 'billType') ?? '03';
  const isDocuments = billType === DOCUMENTS && isAbroad;
  const value = textAt(body, 'shipmentContentsValue');
  const needsValue = isAbroad && (!isDocuments || lane.to.country === 'CA');
  if (needsValue && value === undefined) return { error: errors.contentsValueMissing };
  return { ...date, isHome: textAt(body, 'residentialIndicator') === RESIDENTIAL, isDocuments, billType };
}

/** Null where the date is none or too far away. */
function readDate(
  body: JsonObject,
  { from }: Lane,
  nowMs: number,
): Pick<AskedTerms, 'shipDay' | 'shipSecond'> | null {
  const now = localTimeAt(from, nowMs);
  const date = textAt(body, 'shipDate');
  const given = secondOfDay(textAt(body, 'shipTime') ?? '');
  if (date === undefined) return { shipDay: now.day, shipSecond: given ?? now.second };
  const shipDay = calendarDay(date);
  if (shipDay === null) return null;
  const { shipDateDaysBack: back, shipDateDaysAhead: ahead } = facts;
  if (shipDay < now.day - back.today.value || shipDay > now.day + ahead.today.value) return null;
  return { shipDay, shipSecond: given ?? NOON };
}

/** At most 150 pounds or 70 kilograms; over a border it must be said. */
function isWeightFit(body: JsonObject, isAbroad: boolean): boolean {
  const text = textAt(body, 'weight');
  if (text === undefined) return !isAbroad;
  const hundredths = hundredthsOf(text);
  const isMetric = textAt(body, 'weightUnitOfMeasure')?.toUpperCase() === 'KGS';
  const most = isMetric ? facts.maximumWeightKilograms.today.value : facts.maximumWeightPounds.today.value;
  return hundredths !== null && hundredths > 0 && hundredths <= most * 100;
}
