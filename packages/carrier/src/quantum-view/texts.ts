import type { Money } from './shipment.ts';

const CUT = 20;

/** Facility names reach the wire cut at 20 characters (recorded habit). */
export function facilityText(name: string): string {
  return name.slice(0, CUT).trimEnd();
}

/** `+0007.0`: signed, four digits, one decimal (recorded habit). */
export function weightText(tenths: number): string {
  return `+${(tenths / 10).toFixed(1).padStart(6, '0')}`;
}

/** `00000012`: eight digits (recorded habit; recorded for zero only). */
export function dimensionText(size: number): string {
  return String(Math.round(size)).padStart(8, '0');
}

/** `0000012`: seven digits (recorded habit; recorded for zero only). */
export function dimensionalWeightText(weight: number): string {
  return String(Math.ceil(weight)).padStart(7, '0');
}

/** `12.50`. */
export function moneyText({ amountMinor }: Money): string {
  return (amountMinor / 100).toFixed(2);
}

/** A two-digit service code as Quantum View pads it: `003` (recorded habit). */
export function serviceText(code: string): string {
  return code.padStart(3, '0');
}

/** At most so many characters, or nothing where the text is empty. */
export function shorten(text: string | undefined, length: number): string | undefined {
  return text === undefined || text === '' ? undefined : text.slice(0, length);
}

export interface Street {
  readonly number: string;
  readonly name: string;
  /** Empty where the line names none. */
  readonly type: string;
}

const STREET = /^(?:(\d+[A-Z]?) )?(.*?)(?: (ST|AVE|RD|DR|LN|CT|WAY|PL|TER|BLV|PKY))?$/;

/** Takes a street line apart into number, name and type. */
export function readStreet(line: string): Street {
  const [, number = '', name = '', type = ''] = STREET.exec(line.toUpperCase()) ?? [];
  return { number, name: name === '' ? line : name, type };
}

/** The number that the driver found right: the last two digits change places. */
export function correctNumber(number: string): string {
  const match = /^(\d*)(\d)(\d)([A-Z]?)$/.exec(number);
  if (match === null) return `${number}2`;
  const [, start = '', one = '', two = '', letter = ''] = match;
  const isSame = one === two || (start === '' && two === '0');
  return isSame ? `${start}${one}${(Number(two) + 2) % 10}${letter}` : `${start}${two}${one}${letter}`;
}
