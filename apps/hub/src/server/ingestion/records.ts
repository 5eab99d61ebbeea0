import { activityPlace, artifactOf } from './addresses.ts';
import { cut } from './cut.ts';
import type { EventFacts, EventKind } from './facts.ts';
import { below, compact, type Draft, type Fields, isFields, textBelow } from './fields.ts';
import { readManifest } from './manifest.ts';
import { dayBelow, serviceBelow, timeBelow } from './measures.ts';
import {
  billingOf,
  LONGEST,
  localAtOf,
  moneyOf,
  type Outcome,
  referencesOf,
  trackingNumberOf,
} from './parts.ts';

type Reader = (record: Fields, path: string) => readonly Outcome[];

export const readers: Readonly<Record<'Manifest' | 'Origin' | 'Exception' | 'Delivery' | 'Generic', Reader>> =
  {
    Manifest: readManifest,
    Origin: scanReader('origin', () => '', originFacts),
    Exception: scanReader('exception', (record) => textBelow(record, 'StatusCode') ?? '', exceptionFacts),
    Delivery: scanReader('delivery', () => '', deliveryFacts),
    Generic: readGeneric,
  };

function scanReader(
  kind: EventKind,
  codeOf: (record: Fields) => string,
  factsOf: (record: Fields) => Draft<EventFacts>,
): Reader {
  return (record, path) => {
    const trackingNumber = trackingNumberOf(record);
    const localAt = localAtOf(record);
    if (trackingNumber === undefined)
      return [{ code: 'TRACKING_NUMBER_UNREADABLE', path: `${path}/TrackingNumber` }];
    if (localAt === undefined) return [{ code: 'DATE_UNREADABLE', path: `${path}/Date` }];
    return [
      {
        trackingNumber,
        kind,
        code: cut(codeOf(record), LONGEST.code),
        localAt,
        facts: compact<EventFacts>(scanFacts(record), factsOf(record)) ?? {},
      },
    ];
  };
}

function readGeneric(record: Fields, path: string): readonly Outcome[] {
  const trackingNumber = trackingNumberOf(record);
  const activity = below(record, 'Activity');
  const localAt = localAtOf(activity);
  if (trackingNumber === undefined)
    return [{ code: 'TRACKING_NUMBER_UNREADABLE', path: `${path}/TrackingNumber` }];
  if (localAt === undefined) return [{ code: 'DATE_UNREADABLE', path: `${path}/Activity/Date` }];
  const code = cut(textBelow(record, 'ActivityType')?.toUpperCase() ?? '', LONGEST.code);
  return [
    {
      trackingNumber,
      kind: 'generic',
      code,
      localAt,
      facts: compact<EventFacts>(scanFacts(record), genericFacts(record)) ?? {},
    },
  ];
}

function scanFacts(record: Fields): Draft<EventFacts> {
  return {
    place: activityPlace(record),
    shipperNumber: textBelow(record, 'ShipperNumber'),
    references: [
      ...referencesOf(record, 'ShipmentReferenceNumber', 'shipment'),
      ...referencesOf(record, 'PackageReferenceNumber', 'package'),
    ],
    billing: billingOf(record),
  };
}

function originFacts(record: Fields): Draft<EventFacts> {
  return {
    scheduledOn: dayBelow(record, 'ScheduledDeliveryDate'),
    scheduledTime: timeBelow(record, 'ScheduledDeliveryTime'),
  };
}

function exceptionFacts(record: Fields): Draft<EventFacts> {
  const resolution = below(record, 'Resolution');
  return {
    status: textBelow(record, 'StatusDescription'),
    reasonCode: textBelow(record, 'ReasonCode'),
    reason: textBelow(record, 'ReasonDescription'),
    resolutionCode: textBelow(resolution, 'Code'),
    resolution: textBelow(resolution, 'Description'),
    rescheduledOn: dayBelow(record, 'RescheduledDeliveryDate'),
    rescheduledTime: timeBelow(record, 'RescheduledDeliveryTime'),
    updatedAddress: artifactOf(below(record, 'UpdatedAddress')),
    accessPointId: textBelow(record, 'AccessPointLocationID'),
  };
}

function deliveryFacts(record: Fields): Draft<EventFacts> {
  const location = below(record, 'DeliveryLocation');
  return {
    deliveredTo: artifactOf(below(location, 'AddressArtifactFormat')),
    location: textBelow(location, 'Description') ?? textBelow(location, 'Code'),
    signedBy: textBelow(location, 'SignedForByName'),
    driverRelease: textBelow(record, 'DriverRelease'),
    collect: moneyOf(below(below(record, 'COD'), 'CODAmount')),
    accessPointId: textBelow(record, 'AccessPointLocationID'),
  };
}

function genericFacts(record: Fields): Draft<EventFacts> {
  const notice = below(record, 'FailureNotification');
  return {
    service: serviceBelow(record),
    rescheduledOn: dayBelow(record, 'RescheduledDeliveryDate'),
    receivingLocation: textBelow(below(record, 'ShipTo'), 'ReceivingAddressName'),
    failedNotice: textBelow(notice, 'FailedEmailAddress'),
  };
}

/** One element of a file's list of records; what is no object is blamed. */
export function readRecord(kind: keyof typeof readers, element: unknown, path: string): readonly Outcome[] {
  if (!isFields(element)) return [{ code: 'NOT_A_RECORD', path: path }];
  return readers[kind](element, path);
}
