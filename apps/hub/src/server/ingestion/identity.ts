import { hash } from 'node:crypto';
import type { EnvironmentName } from '../tables.ts';

/** Whose number it is: two companies, or two environments of one, never share a parcel. */
export interface NumberOwner {
  readonly tenantId: string;
  readonly environment: EnvironmentName;
}

/** The id of one life of a tracking number (see ADR 0003). The same on every hub, whoever computes it. */
export function parcelIdOf(owner: NumberOwner, trackingNumber: string, shipEpoch: number): string {
  return hashedId(`parcel\n${owner.tenantId}\n${owner.environment}\n${trackingNumber}\n${shipEpoch}`);
}

/**
 * The id of an event: what happened to which parcel, when by the local clock, where, and which of several equal
 * ones. Who told it is not in it. `identity` is `identityText` of its record.
 */
export function eventIdOf(parcelId: string, identity: string, ordinal: number): string {
  return hashedId(`event\n${parcelId}\n${identity}\n${ordinal}`);
}

/** RFC 9562 version 8: our own bits, here the beginning of a SHA-256. */
function hashedId(text: string): string {
  const hex = hash('sha256', text, 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
