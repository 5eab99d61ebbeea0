import type { ParcelDetail, ParcelEvent, ParcelQuery, ParcelRow } from '../../api/parcels.ts';

/** The moment at which the mock hub stands still. */
export const NOW = '2026-11-20T19:40:00Z';
export const TODAY = '2026-11-20';

interface Town {
  readonly city: string;
  readonly region: string;
  readonly country: string;
  readonly zone: string;
  /** Hours from UTC in November. */
  readonly offset: number;
  readonly postalCode: string;
}

const MISSISSAUGA = town('Mississauga', 'ON', 'CA', 'America/Toronto', -5, 'L5T 2N7');
const LOUISVILLE = town('Louisville', 'KY', 'US', 'America/New_York', -5, '40213');
const TOWNS: readonly Town[] = [
  town('Vancouver', 'BC', 'CA', 'America/Vancouver', -8, 'V6B 1A1'),
  town('Montréal', 'QC', 'CA', 'America/Toronto', -5, 'H3B 2Y5'),
  town('Trois-Rivières', 'QC', 'CA', 'America/Toronto', -5, 'G9A 5H7'),
  town('Calgary', 'AB', 'CA', 'America/Edmonton', -7, 'T2P 2M5'),
  town('Halifax', 'NS', 'CA', 'America/Halifax', -4, 'B3J 1S9'),
  town('Chicago', 'IL', 'US', 'America/Chicago', -6, '60606'),
  town('Seattle', 'WA', 'US', 'America/Los_Angeles', -8, '98101'),
  town('St. John’s', 'NL', 'CA', 'America/St_Johns', -3.5, 'A1C 5S4'),
];

const PEOPLE = [
  'Aurora Ski & Cycle',
  'Boutique du Mont-Royal',
  'Café Névé',
  'Prairie Hardware Co-operative Association Limited',
  'Harbour Outfitters',
  'Lakeshore Books',
  'Cascade Climbing',
  'The Rock Surf Shop',
] as const;

const SERVICES = ['03', '11', '02', '01', '65'] as const;

type Story =
  | 'transit'
  | 'late'
  | 'exception'
  | 'delivered'
  | 'out'
  | 'manifested'
  | 'rescheduled'
  | 'returned'
  | 'voided';

const STORIES: readonly Story[] = [
  'transit',
  'delivered',
  'out',
  'late',
  'delivered',
  'exception',
  'manifested',
  'transit',
  'rescheduled',
  'delivered',
  'out',
  'returned',
  'delivered',
  'voided',
];

const STATUS: Readonly<Record<Story, ParcelRow['status']>> = {
  transit: 'in-transit',
  late: 'in-transit',
  exception: 'exception',
  delivered: 'delivered',
  out: 'out-for-delivery',
  manifested: 'manifested',
  rescheduled: 'exception',
  returned: 'returned',
  voided: 'voided',
};

function town(
  city: string,
  region: string,
  country: string,
  zone: string,
  offset: number,
  postalCode: string,
): Town {
  return { city, region, country, zone, offset, postalCode };
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}

export function parcelId(index: number): string {
  return `0193a000-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

function dayBefore(days: number): string {
  return new Date(Date.parse(`${TODAY}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Parcels of every status, deterministic: the same index is always the same parcel. */
export function makeParcels(count: number): readonly ParcelDetail[] {
  return Array.from({ length: count }, (_, index) => makeParcel(index));
}

function makeParcel(index: number): ParcelDetail {
  const story = pick(STORIES, index);
  const to = pick(TOWNS, index * 3 + 1);
  const shippedOn = dayBefore(2 + (index % 5));
  const events = eventsOf(index, story, to, shippedOn);
  const delivery = events.find((event) => event.kind === 'delivery');
  return {
    ...describe(index, story, to, shippedOn),
    deliveredAt: delivery?.time.occurredAt ?? null,
    lastEventAt: events[0]?.time.occurredAt ?? NOW,
    ...partiesOf(index, to),
    references: referencesOf(index),
    billing: { option: pick(['01', '01', '03', '04'], index), account: pick(['A1B2C3', '7G8H9J'], index) },
    dimensions: index % 4 === 0 ? null : { lengthMm: 305 + index * 3, widthMm: 203, heightMm: 152 },
    expectedTime: index % 3 === 0 ? '10:30' : null,
    signedBy: delivery?.signedBy ?? null,
    deliveredTo: delivery?.deliveredTo ?? null,
    events,
  };
}

function describe(index: number, story: Story, to: Town, shippedOn: string) {
  const expectedOn = story === 'late' ? dayBefore(1) : story === 'out' ? TODAY : dayBefore(-1 - (index % 3));
  const directions: ParcelRow['directions'] =
    index % 11 === 7
      ? []
      : index % 7 === 3
        ? ['inbound']
        : index % 5 === 4
          ? ['third-party', 'outbound']
          : ['outbound'];
  return {
    parcelId: parcelId(index),
    trackingNumber: `1ZA1B2C303${String(94_618_232 + index * 7919).padStart(8, '0')}`,
    environment: 'sandbox' as const,
    status: STATUS[story],
    isLate: story === 'late',
    isRescheduled: story === 'rescheduled',
    directions,
    shipperName: 'Maple Outfitters',
    consigneeName: index % 13 === 6 ? null : pick(PEOPLE, index),
    destination: { city: to.city, region: to.region, country: to.country },
    serviceCode: pick(SERVICES, index),
    weightGrams: index % 9 === 8 ? null : 900 + index * 137,
    shippedOn,
    expectedOn:
      story === 'manifested' || story === 'voided' ? null : story === 'delivered' ? TODAY : expectedOn,
  };
}

function partiesOf(index: number, to: Town) {
  return {
    shipper: {
      name: 'Maple Outfitters',
      attention: 'Shipping desk',
      lines: ['6285 Northam Drive', 'Dock 4'],
      city: MISSISSAUGA.city,
      region: MISSISSAUGA.region,
      postalCode: MISSISSAUGA.postalCode,
      country: MISSISSAUGA.country,
    },
    shipperNumber: 'A1B2C3',
    consignee: {
      name: pick(PEOPLE, index),
      attention: index % 2 === 0 ? 'Réception' : null,
      lines: [`${100 + index * 7} King Street West`],
      city: to.city,
      region: to.region,
      postalCode: to.postalCode,
      country: to.country,
    },
  };
}

function referencesOf(index: number): ParcelDetail['references'] {
  const order = { level: 'shipment' as const, code: 'PO', value: `PO-${40_500 + index}` };
  const invoice = { level: 'package' as const, code: 'IK', value: `INV ${2026_000 + index}/A` };
  return index % 6 === 5 ? [] : [order, invoice];
}

interface Scan {
  readonly kind: ParcelEvent['kind'];
  readonly code: string;
  readonly description: string;
  readonly at: Town;
  readonly localAt: string;
  readonly more?: Partial<ParcelEvent>;
}

function eventsOf(index: number, story: Story, to: Town, shippedOn: string): ParcelEvent[] {
  const scans: Scan[] = [
    scan('manifest', '', 'Billing information received', MISSISSAUGA, `${shippedOn}T14:05:00`),
  ];
  if (story === 'voided')
    scans.push(scan('generic', 'VM', 'Shipment voided', MISSISSAUGA, `${shippedOn}T16:40:00`));
  if (story !== 'manifested' && story !== 'voided') {
    scans.push(
      scan('origin', '', 'Origin scan', MISSISSAUGA, `${shippedOn}T18:22:00`),
      scan('generic', 'DS', 'Destination scan', LOUISVILLE, `${dayBefore(1)}T04:31:00`),
    );
  }
  scans.push(...endOf(story, to));
  return scans.map((each, ordinal) => toEvent(index, ordinal, each)).reverse();
}

function scan(
  kind: Scan['kind'],
  code: string,
  description: string,
  at: Town,
  localAt: string,
  more: Partial<ParcelEvent> = {},
): Scan {
  return { kind, code, description, at, localAt, more };
}

function endOf(story: Story, to: Town): readonly Scan[] {
  if (story === 'out') return [scan('generic', 'OD', 'Out for delivery', to, `${TODAY}T08:12:00`)];
  if (story === 'delivered') {
    return [
      scan('generic', 'OD', 'Out for delivery', to, `${TODAY}T08:12:00`),
      scan('delivery', '', 'Delivered', to, `${TODAY}T10:47:00`, {
        signedBy: 'LAVOIE',
        deliveredTo: 'Receiver',
      }),
    ];
  }
  if (story === 'exception') return [exceptionScan(to, null)];
  if (story === 'rescheduled') return [exceptionScan(to, dayBefore(-3))];
  if (story === 'returned')
    return [scan('generic', 'UR', 'Undeliverable, being returned', to, `${TODAY}T09:15:00`)];
  return [];
}

function exceptionScan(to: Town, rescheduledOn: string | null): Scan {
  return scan('exception', 'X', 'Exception', to, `${TODAY}T09:30:00`, {
    exception: {
      reasonCode: rescheduledOn ? '01' : '02',
      reason: rescheduledOn
        ? 'ADVERSE WEATHER CONDITIONS CAUSED THIS DELAY'
        : 'THE RECEIVER WAS NOT AVAILABLE FOR DELIVERY',
      resolutionCode: 'RS',
      resolution: rescheduledOn
        ? 'DELIVERY RESCHEDULED'
        : 'A SECOND DELIVERY ATTEMPT WILL BE MADE ON THE NEXT BUSINESS DAY',
      rescheduledOn,
    },
  });
}

function toEvent(
  index: number,
  ordinal: number,
  { kind, code, description, at, localAt, more }: Scan,
): ParcelEvent {
  const occurredAt = new Date(Date.parse(`${localAt}Z`) - at.offset * 3_600_000);
  const receivedAt = new Date(occurredAt.getTime() + 31 * 60_000).toISOString();
  const file = `${receivedAt.slice(2, 10).replaceAll('-', '')}_${receivedAt.slice(11, 19).replaceAll(':', '')}001`;
  const isUnknown = index % 10 === 4 && ordinal === 0;
  const source = { fileName: file, subscription: 'Outbound', source: 'oauth-json' as const, receivedAt };
  return {
    eventId: `0193b000-0000-7000-8000-${String(index * 100 + ordinal).padStart(12, '0')}`,
    kind,
    code,
    description,
    time: {
      localAt,
      occurredAt: occurredAt.toISOString(),
      zone: isUnknown ? null : at.zone,
      zoneSource: isUnknown ? 'unknown' : ordinal === 1 ? 'company' : 'place',
    },
    place: { city: at.city, region: at.region, country: at.country },
    exception: null,
    signedBy: null,
    deliveredTo: null,
    sources: sourcesOf(index, ordinal, source),
    ...more,
  };
}

/** One parcel is seen from two sides, and the file of its first event is no longer kept. */
function sourcesOf(
  index: number,
  ordinal: number,
  source: ParcelEvent['sources'][number],
): ParcelEvent['sources'] {
  if (index % 5 !== 4) return [source];
  if (ordinal === 0) return [];
  return [source, { ...source, subscription: 'ThirdParty', fileName: `${source.fileName.slice(0, -1)}2` }];
}

/** What the list shows of a parcel. */
export function rowOf(parcel: ParcelDetail): ParcelRow {
  const { shipper, shipperNumber, consignee, references, billing, dimensions, ...rest } = parcel;
  const { expectedTime, signedBy, deliveredTo, events, ...row } = rest;
  return row;
}

const OPEN: ReadonlySet<string> = new Set([
  'manifested',
  'picked-up',
  'in-transit',
  'out-for-delivery',
  'exception',
]);

/** The hub's filters, near enough for screens: words anywhere in what a person can see of the parcel. */
export function matches(parcel: ParcelDetail, query: ParcelQuery): boolean {
  const { q, direction, status, from, to, expected, exception } = query;
  return (
    (!direction || parcel.directions.includes(direction)) &&
    (!status || hasStatus(parcel, status)) &&
    (!from || parcel.shippedOn >= from) &&
    (!to || parcel.shippedOn <= to) &&
    (!expected || parcel.expectedOn === expected) &&
    (!exception || lastExceptionOn(parcel) === exception) &&
    (!q || hasWords(parcel, q))
  );
}

function lastExceptionOn({ events }: ParcelDetail): string | undefined {
  return events.find((event) => event.exception !== null)?.time.localAt.slice(0, 10);
}

function hasStatus(parcel: ParcelDetail, status: NonNullable<ParcelQuery['status']>): boolean {
  if (status === 'late') return parcel.isLate;
  return status === 'open' ? OPEN.has(parcel.status) : parcel.status === status;
}

function hasWords(parcel: ParcelDetail, q: string): boolean {
  const said = [
    parcel.trackingNumber,
    parcel.consigneeName,
    parcel.destination.city,
    ...parcel.references.map((reference) => reference.value),
  ];
  const text = fold(said.join(' '));
  return fold(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
