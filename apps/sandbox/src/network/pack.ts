import type { Accessorial, AccessPoint, Money, Reference } from '@lading/carrier/quantum-view/shipment';
import type { MadeParcel, ShipmentMade } from './facts.ts';

/** What few shipments have; the others keep nothing. */
export interface Extras {
  readonly accessorials?: readonly Accessorial[];
  readonly customs?: NonNullable<ShipmentMade['customs']>;
  readonly instructions?: string;
  readonly accessPoint?: AccessPoint;
  /** By place in the shipment. */
  readonly parcels?: Readonly<Record<string, ParcelExtras>>;
}

export interface ParcelExtras {
  readonly cod?: Money;
  readonly declaredValue?: Money;
  readonly isHazardous?: boolean;
}

/** Bits of a shipment's flags. */
export const FLAG = { isMetric: 1, isDocument: 2, wantsSaturday: 4 } as const;

const LIST_END = '\n';
const ITEM_END = '\t';

/** References of a shipment and its parcels in one text: one line each, two characters of code before each value. */
export function packReferences(lists: readonly (readonly Reference[])[]): string {
  const lines = lists.map((list) => list.map(({ code, value }) => code + value).join(ITEM_END));
  return lines.every((line) => line === '') ? '' : lines.join(LIST_END);
}

/** Reads one line of `packReferences`. */
export function unpackReferences(text: string, line: number): readonly Reference[] {
  const items = text.split(LIST_END)[line]?.split(ITEM_END) ?? [];
  return items
    .filter((item) => item !== '')
    .map((item) => ({ code: item.slice(0, 2), value: item.slice(2) }));
}

/** What is out of the ordinary as JSON with short member names, or undefined. */
export function packExtras(fact: ShipmentMade): string | undefined {
  const parcels = fact.parcels
    .map((parcel, place) => [String(place), parcelExtras(parcel)] as const)
    .filter(([, extras]) => Object.keys(extras).length > 0);
  const packed: Packed = {
    ...(fact.accessorials.length > 0 ? { a: fact.accessorials } : {}),
    ...(fact.customs === undefined ? {} : { c: packCustoms(fact.customs) }),
    ...(fact.instructions === undefined ? {} : { i: fact.instructions }),
    ...(fact.accessPoint === undefined ? {} : { u: fact.accessPoint }),
    ...(parcels.length > 0 ? { p: Object.fromEntries(parcels) } : {}),
  };
  return Object.keys(packed).length > 0 ? JSON.stringify(packed) : undefined;
}

/** Reads `packExtras`; nothing else writes such texts. */
export function unpackExtras(text: string | undefined): Extras {
  if (text === undefined) return {};
  const { a, c, i, u, p } = JSON.parse(text) as Packed;
  return {
    ...(a === undefined ? {} : { accessorials: a }),
    ...(c === undefined ? {} : { customs: unpackCustoms(c) }),
    ...(i === undefined ? {} : { instructions: i }),
    ...(u === undefined ? {} : { accessPoint: u }),
    ...(p === undefined ? {} : { parcels: p }),
  };
}

type Customs = NonNullable<ShipmentMade['customs']>;
type PackedCustoms = readonly [amountMinor: number, currency: string, harmonizedCode: string, madeIn: string];

interface Packed {
  readonly a?: readonly Accessorial[];
  readonly c?: PackedCustoms;
  readonly i?: string;
  readonly u?: AccessPoint;
  readonly p?: Readonly<Record<string, ParcelExtras>>;
}

function packCustoms({ value, harmonizedCode, madeIn }: Customs): PackedCustoms {
  return [value.amountMinor, value.currency, harmonizedCode, madeIn];
}

function unpackCustoms([amountMinor, currency, harmonizedCode, madeIn]: PackedCustoms): Customs {
  return { value: { amountMinor, currency }, harmonizedCode, madeIn };
}

function parcelExtras({ cod, declaredValue, isHazardous }: MadeParcel): ParcelExtras {
  return {
    ...(cod === undefined ? {} : { cod }),
    ...(declaredValue === undefined ? {} : { declaredValue }),
    ...(isHazardous === undefined ? {} : { isHazardous }),
  };
}
