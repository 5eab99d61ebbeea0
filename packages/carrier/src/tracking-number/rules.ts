import { isAccountNumber } from './account-number.ts';

const PACKAGE_NUMBERS = 10_000_000;
const BODY = /^1Z([0-9A-Z]{6})([0-9A-Z]{2})(\d{7})(\d)$/;
const SHIPMENT_DIGITS = '34789BCDFGHJKLMNPQRSTVWXYZ';
const SHIPMENT_LENGTH = 5;

export interface TrackingNumberParts {
  /** Six characters, the shipper's account. */
  readonly shipperNumber: string;
  /** Two characters, see `serviceIndicators`. */
  readonly serviceIndicator: string;
  /** 0 to 9,999,999, the shipper's own count. */
  readonly packageNumber: number;
}

export type TrackingNumberCheck =
  | { readonly ok: true; readonly number: string; readonly parts: TrackingNumberParts }
  | { readonly ok: false; readonly reason: 'shape' | 'check-digit' };

/**
 * The check digit over the 15 characters after `1Z`: letters count as (character code - 63) mod 10, every second
 * character is doubled, the digit fills the sum up to a multiple of ten.
 * Source: holds for 148 recorded numbers (see SOURCES.md).
 */
export function checkDigit(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const value = characterValue(body.charCodeAt(index));
    sum += index % 2 === 0 ? value : value * 2;
  }
  return (10 - (sum % 10)) % 10;
}

/**
 * Builds an 18-character 1Z number.
 * @throws RangeError when a part has the wrong shape.
 */
export function makeTrackingNumber(parts: TrackingNumberParts): string {
  const { shipperNumber, serviceIndicator, packageNumber } = parts;
  if (!isAccountNumber(shipperNumber)) throw new RangeError(`not an account number: ${shipperNumber}`);
  if (!/^[0-9A-Z]{2}$/.test(serviceIndicator)) throw new RangeError(`not an indicator: ${serviceIndicator}`);
  if (!Number.isInteger(packageNumber) || packageNumber < 0 || packageNumber >= PACKAGE_NUMBERS) {
    throw new RangeError(`not a package number: ${packageNumber}`);
  }
  const body = `${shipperNumber}${serviceIndicator}${String(packageNumber).padStart(7, '0')}`;
  return `1Z${body}${checkDigit(body)}`;
}

/** Reads a 1Z number as people type it (spaces and lower case are fine) and checks its digit. */
export function checkTrackingNumber(text: string): TrackingNumberCheck {
  const number = text.replace(/[\s-]/g, '').toUpperCase();
  const match = BODY.exec(number);
  if (match === null) return { ok: false, reason: 'shape' };
  const [, shipperNumber = '', serviceIndicator = '', digits = '', check = ''] = match;
  if (checkDigit(number.slice(2, 17)) !== Number(check)) return { ok: false, reason: 'check-digit' };
  return { ok: true, number, parts: { shipperNumber, serviceIndicator, packageNumber: Number(digits) } };
}

/**
 * The shipment number printed as SHP#: the shipper's account and the lead parcel's package number in base 26.
 * Source: holds for six recorded pairs (see SOURCES.md).
 */
export function shipmentNumber(lead: TrackingNumberParts): string {
  const digits = Array.from({ length: SHIPMENT_LENGTH }, (_, place) => {
    const rest = Math.floor(lead.packageNumber / SHIPMENT_DIGITS.length ** (SHIPMENT_LENGTH - 1 - place));
    return SHIPMENT_DIGITS.charAt(rest % SHIPMENT_DIGITS.length);
  });
  return lead.shipperNumber + digits.join('');
}

function characterValue(code: number): number {
  return code <= 57 ? code - 48 : (code - 63) % 10;
}
