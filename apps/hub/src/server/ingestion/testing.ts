import { randomUUID } from 'node:crypto';
import type { Door } from '@lading/kit/db/door';
import { sql } from 'kysely';
import type { DirectionName, HubTables } from '../tables.ts';
import { readPart } from './reader.ts';
import { type Feed, type PartToStore, storeParts } from './store.ts';

export const AT = new Date('2026-11-21T12:00:00Z');

/** A record as it stands in a file. */
export type Wire = Readonly<Record<string, unknown>>;

export const scan = (
  TrackingNumber: string,
  date: string,
  time: string,
  place: readonly [city: string, region: string, country: string] = ['ATLANTA', 'GA', 'US'],
): Wire => ({
  ShipperNumber: 'A1B2C3',
  TrackingNumber,
  Date: date,
  Time: time,
  ActivityLocation: {
    AddressArtifactFormat: {
      PoliticalDivision2: place[0],
      PoliticalDivision1: place[1],
      CountryCode: place[2],
    },
  },
});

export const generic = (ActivityType: string, TrackingNumber: string, date: string, Time: string): Wire => ({
  ActivityType,
  TrackingNumber,
  Activity: { Date: date, Time },
});

export const address = (
  City: string,
  StateProvinceCode: string,
  PostalCode: string,
  CountryCode: string,
) => ({
  AddressLine1: '1 MAIN ST',
  City,
  StateProvinceCode,
  PostalCode,
  CountryCode,
});

export const manifest = (numbers: readonly string[], date: string, change: Wire = {}): Wire => ({
  Shipper: {
    Name: 'MAPLE OUTFITTERS',
    ShipperNumber: 'A1B2C3',
    Address: address('TORONTO', 'ON', 'M5V 2T6', 'CA'),
  },
  ShipTo: { CompanyName: 'NORTH STORE', Address: address('VANCOUVER', 'BC', 'V6B1A1', 'CA') },
  ReferenceNumber: [{ Number: '1', Code: 'PO', Value: 'PO-4711' }],
  Service: { Code: '011' },
  PickupDate: date,
  ScheduledDeliveryDate: date.slice(0, 6) + String(Number(date.slice(6)) + 3).padStart(2, '0'),
  Package: numbers.map((TrackingNumber) => ({
    TrackingNumber,
    Activity: [{ Date: date, Time: '170000' }],
    PackageWeight: { Weight: '+0007.0' },
  })),
  ...change,
});

/** Records of a file by their kind. */
export interface FileContent {
  readonly Manifest?: readonly Wire[];
  readonly Origin?: readonly Wire[];
  readonly Exception?: readonly Wire[];
  readonly Delivery?: readonly Wire[];
  readonly Generic?: readonly Wire[];
}

export const file = (FileName: string, content: FileContent, status: 'R' | 'U' = 'U'): Wire => ({
  FileName,
  StatusType: { Code: status, Description: status === 'R' ? 'Read' : 'Unread' },
  ...content,
});

export const answer = (name: string, files: readonly Wire[], more: Wire = {}): Wire => ({
  QuantumViewResponse: {
    Response: { ResponseStatusCode: '1', ResponseStatusDescription: 'Success' },
    QuantumViewEvents: {
      SubscriberID: 'il_support',
      SubscriptionEvents: [
        {
          Name: name,
          Number: '1234567890',
          SubscriptionStatus: { Code: 'A', Description: 'Active' },
          SubscriptionFile: files,
        },
      ],
    },
    ...more,
  },
});

export interface NewFeed {
  readonly name: string;
  readonly direction?: DirectionName | null;
  readonly integrationId?: string;
  readonly mode?: 'shadow' | 'unread';
  readonly status?: 'pending' | 'authorized';
  readonly nextReadAt?: Date | null;
  readonly carrierUser?: string | null | undefined;
}

/** An authorized integration with one subscription, held by a lease of number 1. */
export async function newFeed(door: Door<HubTables>, tenantId: string, options: NewFeed): Promise<Feed> {
  const {
    name,
    direction = null,
    integrationId = randomUUID(),
    mode = 'unread',
    status = 'authorized',
    nextReadAt = null,
    carrierUser = 'il_support',
  } = options;
  const subscriptionId = randomUUID();
  await door.asTenant(tenantId, async (tx) => {
    await tx
      .insertInto('integrations')
      .values({
        tenant_id: tenantId,
        integration_id: integrationId,
        name: 'Test integration',
        type: 'ups-quantum-view-data',
        environment: 'sandbox',
        mode,
        status,
        created_at: AT,
        created_by: randomUUID(),
        carrier_user: carrierUser,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('subscriptions')
      .values({
        tenant_id: tenantId,
        subscription_id: subscriptionId,
        integration_id: integrationId,
        position: 1,
        name,
        direction,
        folded_direction: direction,
        fence: 1,
        next_read_at: nextReadAt,
      })
      .execute();
  });
  return { tenantId, subscriptionId, environment: 'sandbox', source: 'oauth-json', fence: 1 };
}

/** A file's element as a part to be stored. */
export function partOf(element: unknown): PartToStore {
  return {
    partId: randomUUID(),
    rawId: randomUUID(),
    walk: 'unread',
    receivedAt: AT,
    at: AT,
    part: readPart(element),
  };
}

/** Stores a file's element as one part; whether it was new. */
export async function tell(door: Door<HubTables>, feed: Feed, element: unknown): Promise<boolean> {
  const [isNew] = await storeParts(door, feed, [partOf(element)]);
  return isNew ?? false;
}

/** Everything that the feed has left in the store, in a fixed order; only chance ids are replaced. */
export function dump(door: Door<HubTables>, tenantId: string): Promise<Record<string, unknown[]>> {
  return door.asTenant(tenantId, async (tx) => {
    const rows = async (statement: ReturnType<typeof sql>) => (await statement.execute(tx)).rows;
    return {
      parcels: await rows(
        sql`select * from parcels full join parcel_states using (tenant_id, parcel_id)
          where tenant_id = ${tenantId} order by tracking_number, ship_epoch`,
      ),
      events: await rows(
        sql`select * from events where tenant_id = ${tenantId} order by parcel_id, event_id`,
      ),
      terms: await rows(
        sql`select * from terms where tenant_id = ${tenantId} order by parcel_id, term, shipped_on`,
      ),
      sources: await rows(sql`
        select s.parcel_id, s.event_id, f.subscription_id, f.file_name, encode(f.content_sha256, 'hex') as content
        from event_sources s join file_parts f on f.tenant_id = s.tenant_id and f.part_id = s.part_id
        where s.tenant_id = ${tenantId} order by 1, 2, 3, 4, 5`),
    };
  });
}

/** Forgets everything that the feed has told. */
export async function forget(door: Door<HubTables>, tenantId: string): Promise<void> {
  await door.asTenant(tenantId, async (tx) => {
    for (const table of [
      'event_sources',
      'terms',
      'events',
      'parcel_states',
      'parcels',
      'file_parts',
      'raw_answers',
    ] as const) {
      await tx.deleteFrom(table).where('tenant_id', '=', tenantId).execute();
    }
  });
}
