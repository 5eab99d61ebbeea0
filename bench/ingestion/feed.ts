/** Parcels manifested in each file; with their later scans a full file holds about five times as many events. */
export const PARCELS_PER_FILE = 100;

const START_MS = Date.parse('2026-03-02T14:00:00Z');
const FILE_MS = 30 * 60_000;
const DAY_MS = 86_400_000;

export const CITIES = [
  ['ATLANTA', 'GA', '30339', 'US'],
  ['CHICAGO', 'IL', '60607', 'US'],
  ['DALLAS', 'TX', '75201', 'US'],
  ['DENVER', 'CO', '80202', 'US'],
  ['SEATTLE', 'WA', '98101', 'US'],
  ['NASHVILLE', 'TN', '37211', 'US'],
  ['TORONTO', 'ON', 'M5V2T6', 'CA'],
  ['LAVAL', 'QC', 'H7N5W8', 'CA'],
  ['CALGARY', 'AB', 'T2P1J9', 'CA'],
  ['VANCOUVER', 'BC', 'V6B1A1', 'CA'],
] as const;
export const FIRST = [
  'ALICE',
  'BRUNO',
  'CLARA',
  'DAVID',
  'ELENA',
  'FRANK',
  'GRACE',
  'HUGO',
  'INES',
  'JONAS',
  'KAREN',
];
export const LAST = [
  'ABBOTT',
  'BOUCHARD',
  'CARTER',
  'DUFOUR',
  'EVANS',
  'FORTIN',
  'GAGNON',
  'HARRIS',
  'IQBAL',
  'JENSEN',
];
export const TRADE = [
  'HARDWARE',
  'OUTFITTERS',
  'FOODS',
  'BOOKS',
  'DENTAL',
  'CYCLES',
  'LIGHTING',
  'TEXTILES',
  'MUSIC',
];

/** How many files after its manifest each later record of a parcel comes. */
const STAGES = { origin: 4, exception: 20, destination: 40, out: 48, delivery: 56 } as const;
/** One parcel in so many meets an exception. */
const EXCEPTION_EVERY = 25;

/** How many files it takes until every file holds every stage. */
export const WARM_UP_FILES = STAGES.delivery + 1;

type Wire = Record<string, unknown>;

/**
 * The `index`-th answer of an endless feed: one file with the manifests of new parcels and the scans of older ones,
 * written as real answers are (padded weights, empty elements). A pure function of its number, so that millions of
 * events need no memory.
 */
export function answerBytes(index: number, subscription = 'Outbound'): Uint8Array {
  const at = START_MS + index * FILE_MS;
  const file = {
    FileName: fileNameOf(index),
    StatusType: { Code: 'U', Description: 'Unread' },
    Manifest: parcelsOf(index).map((parcel) => manifest(parcel, at)),
    Origin: parcelsOf(index - STAGES.origin).map((parcel) => origin(parcel, at)),
    Exception: parcelsOf(index - STAGES.exception)
      .filter((parcel) => parcel % EXCEPTION_EVERY === 0)
      .map((parcel) => exception(parcel, at)),
    Delivery: parcelsOf(index - STAGES.delivery).map((parcel) => delivery(parcel, at)),
    Generic: [
      ...parcelsOf(index - STAGES.destination).map((parcel) => generic(parcel, at, 'DS')),
      ...parcelsOf(index - STAGES.out).map((parcel) => generic(parcel, at, 'OD')),
    ],
  };
  const document = {
    QuantumViewResponse: {
      Response: {
        TransactionReference: { XpciVersion: '1.0007' },
        ResponseStatusCode: '1',
        ResponseStatusDescription: 'Success',
      },
      QuantumViewEvents: {
        SubscriberID: 'il_support',
        SubscriptionEvents: [
          {
            Name: subscription,
            Number: '1201070001',
            SubscriptionStatus: { Code: 'A', Description: 'Active' },
            SubscriptionFile: [file],
          },
        ],
      },
    },
  };
  return Buffer.from(JSON.stringify(document));
}

export function fileNameOf(index: number): string {
  const moment = digits(START_MS + index * FILE_MS);
  return `${moment.slice(2, 8)}_${moment.slice(8, 14)}001`;
}

/** Events in the file of that number. */
export function eventsIn(index: number): number {
  const exceptions = parcelsOf(index - STAGES.exception).filter((parcel) => parcel % EXCEPTION_EVERY === 0);
  const stages = [0, STAGES.origin, STAGES.destination, STAGES.out, STAGES.delivery];
  return exceptions.length + stages.reduce((sum, behind) => sum + parcelsOf(index - behind).length, 0);
}

function parcelsOf(file: number): number[] {
  if (file < 0) return [];
  return Array.from({ length: PARCELS_PER_FILE }, (_, at) => file * PARCELS_PER_FILE + at);
}

/** A number that looks drawn and is the same every time. */
function draw(parcel: number, salt: number): number {
  let x = Math.imul(parcel + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return (x ^ (x >>> 12)) >>> 0;
}

function pick<Item>(list: readonly Item[], parcel: number, salt: number): Item {
  const item = list[draw(parcel, salt) % list.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}

export function trackingNumber(parcel: number): string {
  return `1ZA1B2C303${String(parcel).padStart(8, '0')}`;
}

/** The purchase order of a parcel, as a person would search for it. */
export function reference(parcel: number): string {
  return `PO-${700_000 + (draw(parcel, 1) % 9_000_000)}`;
}

export function consigneeName(parcel: number): string {
  return `${pick(LAST, parcel, 2)} ${pick(TRADE, parcel, 3)} ${draw(parcel, 4) % 5000}`;
}

function digits(at: number): string {
  return new Date(at).toISOString().replace(/\D/g, '');
}

const day = (at: number) => digits(at).slice(0, 8);
const time = (at: number) => digits(at).slice(8, 14);

function manifest(parcel: number, at: number): Wire {
  const [city, state, postal, country] = pick(CITIES, parcel, 5);
  return {
    Shipper: {
      Name: 'MAPLE OUTFITTERS',
      AttentionName: 'SHIPPING DESK',
      PhoneNumber: '4165550134',
      ShipperNumber: 'A1B2C3',
      Address: {
        AddressLine1: '120 KING ST W',
        City: 'TORONTO',
        StateProvinceCode: 'ON',
        PostalCode: 'M5V2T6',
        CountryCode: 'CA',
      },
    },
    ShipTo: {
      CompanyName: consigneeName(parcel),
      AttentionName: `${pick(FIRST, parcel, 6)} ${pick(LAST, parcel, 7)}`,
      PhoneNumber: '5145550100',
      Address: {
        ConsigneeName: consigneeName(parcel),
        AddressLine1: `${1 + (draw(parcel, 8) % 9000)} MAIN ST`,
        City: city,
        StateProvinceCode: state,
        PostalCode: postal,
        CountryCode: country,
      },
    },
    ReferenceNumber: [{ Number: '1', Code: 'PO', Value: reference(parcel) }],
    Service: { Code: '011' },
    PickupDate: day(at),
    ScheduledDeliveryDate: day(at + 3 * DAY_MS),
    ScheduledDeliveryTime: '190000',
    DocumentsOnly: '3',
    Package: [
      {
        Activity: [{ Date: day(at), Time: time(at) }],
        Description: 'CLOTHING',
        Dimensions: { Length: '00000030', Width: '00000020', Height: '00000012' },
        DimensionalWeight: { UnitOfMeasurement: { Code: 'KGS' }, Weight: '0000002' },
        PackageWeight: { Weight: `+${String(1 + (draw(parcel, 9) % 300)).padStart(4, '0')}.0` },
        TrackingNumber: trackingNumber(parcel),
        ReferenceNumber: [{ Number: '1', Code: 'IK', Value: `INV${100_000 + parcel}` }],
        PackageServiceOptions: { COD: '' },
      },
    ],
    ShipmentChargeType: 'P/P',
    BillToAccount: { Option: '01', Number: 'A1B2C3' },
  };
}

function references(parcel: number): Wire {
  return {
    PackageReferenceNumber: [{ Number: '1', Code: 'IK', Value: `INV${100_000 + parcel}` }],
    ShipmentReferenceNumber: [{ Number: '1', Code: 'PO', Value: reference(parcel) }],
  };
}

function scanned(parcel: number, at: number, [city, state, , country]: (typeof CITIES)[number]): Wire {
  return {
    ...references(parcel),
    ShipperNumber: 'A1B2C3',
    TrackingNumber: trackingNumber(parcel),
    Date: day(at),
    Time: time(at),
    ActivityLocation: {
      AddressArtifactFormat: { PoliticalDivision2: city, PoliticalDivision1: state, CountryCode: country },
    },
    BillToAccount: { Option: '01', Number: 'A1B2C3' },
  };
}

function origin(parcel: number, at: number): Wire {
  return {
    ...scanned(parcel, at, CITIES[6]),
    ScheduledDeliveryDate: day(at + 3 * DAY_MS),
    ScheduledDeliveryTime: '190000',
  };
}

function exception(parcel: number, at: number): Wire {
  return {
    ...scanned(parcel, at, pick(CITIES, parcel, 5)),
    StatusCode: 'DJ',
    StatusDescription: 'ADVERSE WEATHER CONDITIONS DELAY',
    ReasonCode: '01',
    ReasonDescription: 'ADVERSE WEATHER',
    Resolution: { Code: '01', Description: 'DELIVERY RESCHEDULED' },
    RescheduledDeliveryDate: day(at + 2 * DAY_MS),
    RescheduledDeliveryTime: '190000',
  };
}

function delivery(parcel: number, at: number): Wire {
  const place = pick(CITIES, parcel, 5);
  const [city, state, postal, country] = place;
  return {
    ...scanned(parcel, at, place),
    DeliveryLocation: {
      AddressArtifactFormat: {
        ConsigneeName: consigneeName(parcel),
        StreetNumberLow: String(1 + (draw(parcel, 8) % 9000)),
        StreetName: 'MAIN',
        StreetType: 'ST',
        PoliticalDivision2: city,
        PoliticalDivision1: state,
        CountryCode: country,
        PostcodePrimaryLow: postal,
        ResidentialAddressIndicator: '',
      },
      Code: 'FD',
      Description: 'FRONT DOOR',
      SignedForByName: pick(LAST, parcel, 10),
    },
    COD: '',
  };
}

function generic(parcel: number, at: number, ActivityType: string): Wire {
  return {
    ActivityType,
    TrackingNumber: trackingNumber(parcel),
    ShipperNumber: 'A1B2C3',
    ...references(parcel),
    Service: { Code: '011' },
    Activity: { Date: day(at), Time: time(at) },
    BillToAccount: { Option: '01', Number: 'A1B2C3' },
  };
}
