import type { Place } from '../network/facilities.ts';
import type { ServiceCode } from '../network/services.ts';
import type { Money, Reference } from '../quantum-view/shipment.ts';
import { between, pick, pickWeighted, type Random } from '../random.ts';
import { goods } from './data/words.ts';

/** A parcel as its shipper wants it; its number and scans come later. */
export interface ParcelDraft {
  readonly description: string;
  readonly weightTenths: number;
  readonly dimensions: readonly [number, number, number];
  readonly references: readonly Reference[];
  readonly cod?: Money;
  readonly declaredValue?: Money;
  readonly isHazardous?: boolean;
}

/** A parcel with what customs asks about it. */
export interface Lot {
  readonly parcel: ParcelDraft;
  readonly valueMinor: number;
  readonly harmonizedCode: string;
}

/** What shapes the parcels of a shipment. */
export interface LotTerms {
  readonly from: Place;
  readonly to: Place;
  readonly code: ServiceCode;
  readonly isDocument: boolean;
  readonly isHome: boolean;
}

/** One parcel mostly, up to six. */
export function drawParcels(random: Random, terms: LotTerms): readonly Lot[] {
  const count = terms.isDocument
    ? 1
    : pickWeighted(random, [
        [1, 86],
        [2, 8],
        [3, 4],
        [between(random, 4, 6), 2],
      ]);
  return Array.from({ length: count }, () => drawParcel(random, terms));
}

function drawParcel(random: Random, terms: LotTerms): Lot {
  const [description, harmonizedCode, centsPerPound] = pick(random, goods);
  const pounds = terms.isDocument ? 0.5 : drawPounds(random);
  const isMetric = terms.from.country !== 'US';
  const valueMinor = Math.round(pounds * centsPerPound);
  const parcel: ParcelDraft = {
    description: terms.isDocument ? 'DOCUMENTS' : description,
    weightTenths: Math.max(1, Math.round(pounds * (isMetric ? 4.536 : 10))),
    dimensions: drawDimensions(random, pounds, isMetric, terms.isDocument),
    references: random() < 0.6 ? [{ code: 'IK', value: `INV${between(random, 1_000_000, 9_999_999)}` }] : [],
    ...drawOptions(random, terms, valueMinor),
  };
  return { parcel, valueMinor, harmonizedCode };
}

/** Most between one and twelve pounds, few near the limit of 150. */
function drawPounds(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(148, Math.max(0.4, Math.exp(1.5 + 0.95 * normal)));
}

/** Shippers leave the measures out one time in five. */
function drawDimensions(
  random: Random,
  pounds: number,
  isMetric: boolean,
  isDocument: boolean,
): readonly [number, number, number] {
  if (isDocument || random() < 0.2) return [0, 0, 0];
  const side = Math.cbrt(pounds / (0.004 + random() * 0.006));
  const unit = isMetric ? 2.54 : 1;
  const sides = [1.4, 1, 0.7].map((share) => Math.max(4, side * share * (0.8 + random() * 0.4)) * unit);
  const [length = 0, width = 0, height = 0] = sides.map(Math.round).sort((one, two) => two - one);
  return [Math.min(length, isMetric ? 270 : 108), width, height];
}

function drawOptions(
  random: Random,
  terms: LotTerms,
  valueMinor: number,
): Pick<ParcelDraft, 'cod' | 'declaredValue' | 'isHazardous'> {
  const currency = terms.from.country === 'CA' ? 'CAD' : 'USD';
  const isRoad = terms.from.country === terms.to.country && ['03', '11'].includes(terms.code);
  return {
    ...(isRoad && terms.isHome && random() < 0.012 ? { cod: { amountMinor: valueMinor, currency } } : {}),
    ...(random() < 0.06 ? { declaredValue: { amountMinor: Math.max(10_000, valueMinor), currency } } : {}),
    ...(isRoad && random() < 0.004 ? { isHazardous: true } : {}),
  };
}
