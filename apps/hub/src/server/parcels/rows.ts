import type { ParcelRow } from '../../api/parcels.ts';
import { type DIRECTIONS, OPEN_STATUSES, PARCEL_STATUSES } from '../../api/words.ts';
import type { EnvironmentName } from '../tables.ts';

export type Direction = (typeof DIRECTIONS)[number];
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

/** The bit of each direction in `parcels.directions`: one parcel may be seen from several sides. */
export const DIRECTION_BITS: Readonly<Record<Direction, number>> = {
  outbound: 1,
  inbound: 2,
  'third-party': 4,
};

/** What a list row is made of; the parcel's whole state stays in the store. */
export const ROW_COLUMNS = [
  'parcel_id',
  'tracking_number',
  'environment',
  'status',
  'directions',
  'shipped_on',
  'expected_on',
  'late_after',
  'rescheduled',
  'delivered_at',
  'last_event_at',
  'service_code',
  'weight_grams',
  'shipper_name',
  'consignee_name',
  'destination_city',
  'destination_region',
  'destination_country',
] as const;

export interface StoredRow {
  readonly parcel_id: string;
  readonly tracking_number: string;
  readonly environment: EnvironmentName;
  readonly status: string;
  readonly directions: number;
  readonly shipped_on: string;
  readonly expected_on: string | null;
  readonly late_after: Date | null;
  readonly rescheduled: boolean;
  readonly delivered_at: Date | null;
  readonly last_event_at: Date;
  readonly service_code: string | null;
  readonly weight_grams: number | null;
  readonly shipper_name: string | null;
  readonly consignee_name: string | null;
  readonly destination_city: string | null;
  readonly destination_region: string | null;
  readonly destination_country: string | null;
}

/** A stored row as screens and programs see it. Lateness is a question of the hub's clock, not of the store. */
export function toParcelRow(row: StoredRow, nowMs: number): ParcelRow {
  return {
    parcelId: row.parcel_id,
    trackingNumber: row.tracking_number,
    environment: row.environment,
    status: knownStatus(row.status),
    isLate: row.late_after !== null && row.late_after.getTime() <= nowMs,
    isRescheduled: row.rescheduled,
    directions: directionsOf(row.directions),
    shipperName: row.shipper_name,
    consigneeName: row.consignee_name,
    destination: {
      city: row.destination_city,
      region: row.destination_region,
      country: row.destination_country,
    },
    serviceCode: row.service_code,
    weightGrams: row.weight_grams,
    shippedOn: row.shipped_on,
    expectedOn: row.expected_on,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    lastEventAt: row.last_event_at.toISOString(),
  };
}

export function directionsOf(bits: number): Direction[] {
  const all: readonly Direction[] = ['outbound', 'inbound', 'third-party'];
  return all.filter((direction) => (bits & DIRECTION_BITS[direction]) !== 0);
}

function knownStatus(status: string): ParcelStatus {
  const known = PARCEL_STATUSES.find((each) => each === status);
  if (!known) throw new Error(`The store holds the unknown parcel status "${status}".`);
  return known;
}

/** The stored statuses behind the status of a query; null means any. */
export function statusesOf(status: ParcelStatus | 'open' | 'late' | undefined): readonly string[] | null {
  if (status === undefined || status === 'late') return null;
  return status === 'open' ? OPEN_STATUSES : [status];
}
