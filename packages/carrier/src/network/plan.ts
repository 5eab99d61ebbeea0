import { type Incident, incidentAt } from './incidents.ts';

/** What a scan says, in the order of a parcel's life. */
export type ScanKind =
  | 'label'
  | 'manifest'
  | 'pickup'
  | 'origin'
  | 'arrival'
  | 'departure'
  | 'import'
  | 'destination'
  | 'out-for-delivery'
  | 'exception'
  | 'delivered'
  | 'returned'
  | 'void';

/** One scan of one parcel, past or planned. */
export interface Scan {
  readonly kind: ScanKind;
  /** Milliseconds in UTC, whole seconds. */
  readonly at: number;
  /** Facility number. */
  readonly facility: number;
  /** Delivered, returned: see `handover`. Exception: see `exceptionOf`. Otherwise 0. */
  readonly detail: number;
}

/** All scans of a parcel in the order of time. */
export type Plan = readonly Scan[];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = LETTERS.length;
/** By character code; 255 for none. */
const DIGITS = new Uint8Array(128).fill(255);
[...LETTERS].forEach((letter, value) => {
  DIGITS[letter.charCodeAt(0)] = value;
});
const START_LENGTH = 6;
const DETAIL_BASE = 64;

const kindLetters: Readonly<Record<ScanKind, string>> = {
  label: 'M',
  manifest: 'E',
  pickup: 'P',
  origin: 'O',
  arrival: 'A',
  departure: 'D',
  import: 'I',
  destination: 'S',
  'out-for-delivery': 'F',
  exception: 'X',
  delivered: 'K',
  returned: 'R',
  void: 'V',
};
const kindOfLetter = new Map<string, ScanKind>();
for (const [kind, letter] of Object.entries(kindLetters)) {
  if (isScanKind(kind)) kindOfLetter.set(letter, kind).set(letter.toLowerCase(), kind);
}

/**
 * A plan in about six characters a scan, as journals and memory keep it: the first instant, then for each scan its
 * kind (small where the facility is that of the scan before), its facility, the seconds since the scan before and,
 * where the kind has one, its detail.
 */
export function packPlan(plan: Plan): string {
  const start = (plan[0]?.at ?? 0) / 1000;
  let [before, where] = [start, -1];
  let text = digits(start, START_LENGTH);
  for (const scan of plan) {
    const seconds = scan.at / 1000;
    const letter = kindLetters[scan.kind];
    text += scan.facility === where ? letter.toLowerCase() : letter + digits(scan.facility, 2);
    text += digits(seconds - before, 4);
    if (hasDetail(scan.kind)) text += digits(scan.detail, 2);
    [before, where] = [seconds, scan.facility];
  }
  return text;
}

/** Reads `packPlan`. @throws RangeError when the text is not a plan. */
export function unpackPlan(text: string): Plan {
  const scans: Scan[] = [];
  visitPlan(text, (kind, at, facility, detail) => {
    scans.push({ kind, at, facility, detail });
    return true;
  });
  return scans;
}

/** Gets the parts of a scan and its place in the plan; false ends the visit. */
export type ScanVisitor = (
  kind: ScanKind,
  at: number,
  facility: number,
  detail: number,
  index: number,
) => boolean;

/** Goes over a packed plan without unpacking it whole. @throws RangeError when the text is not a plan. */
export function visitPlan(text: string, visit: ScanVisitor): void {
  let seconds = number(text, 0, START_LENGTH);
  let facility = -1;
  let at = START_LENGTH;
  for (let index = 0; at < text.length; index += 1) {
    const letter = text.charAt(at);
    const kind = kindOfLetter.get(letter);
    if (kind === undefined) throw new RangeError(`not a plan: ${text}`);
    at += 1;
    if (letter < 'a') {
      facility = number(text, at, 2);
      at += 2;
    }
    seconds += number(text, at, 4);
    at += 4;
    const detail = hasDetail(kind) ? number(text, at, 2) : 0;
    if (hasDetail(kind)) at += 2;
    if (!visit(kind, seconds * 1000, facility, detail, index)) return;
  }
}

/** An incident and the days from the scan's local day to the new delivery day (0 for none), as a detail. */
export function exceptionDetail(incident: Incident, days: number): number {
  return incident.index * DETAIL_BASE + Math.min(days, DETAIL_BASE - 1);
}

/** Reads `exceptionDetail`. */
export function exceptionOf(scan: Scan): { readonly incident: Incident; readonly days: number } {
  return { incident: incidentAt(Math.floor(scan.detail / DETAIL_BASE)), days: scan.detail % DETAIL_BASE };
}

function isScanKind(text: string): text is ScanKind {
  return text in kindLetters;
}

function hasDetail(kind: ScanKind): boolean {
  return kind === 'exception' || kind === 'delivered' || kind === 'returned';
}

function digits(value: number, length: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= BASE ** length)
    throw new RangeError(`cannot pack ${value}`);
  let text = '';
  let left = value;
  for (let place = 0; place < length; place += 1) {
    text = LETTERS.charAt(left % BASE) + text;
    left = Math.floor(left / BASE);
  }
  return text;
}

function number(text: string, start: number, length: number): number {
  let value = 0;
  for (let place = start; place < start + length; place += 1) {
    const digit = DIGITS[text.charCodeAt(place)] ?? 255;
    if (digit === 255) throw new RangeError(`not a plan: ${text}`);
    value = value * BASE + digit;
  }
  return value;
}
