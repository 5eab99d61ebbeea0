import type { EventKind } from '@lading/contract/quantum-view/wire';
import { handover } from '../network/delivery-places.ts';
import { facility } from '../network/facilities.ts';
import { exceptionOf, type Plan, type Scan } from '../network/plan.ts';
import { dayText, localTime, timeText } from '../network/zones.ts';
import type { PlannedEvent } from './events.ts';
import { type Form, forms } from './forms.ts';
import { manifestRecord } from './manifest.ts';
import { billTo, dueSecond, numbered, type WireObject } from './parts.ts';
import type { Parcel, Party, Shipment } from './shipment.ts';
import { correctNumber, facilityText, moneyText, readStreet, serviceText, shorten } from './texts.ts';

/**
 * One event as the record that a file carries, dates and times local to the facility. Only what the parcel's plan
 * knew at that moment goes in, so a record stays the same when the rest of the plan changes.
 */
export function recordOf(
  event: PlannedEvent,
  shipment: Shipment,
  parcel: Parcel,
  form: Form = forms.observed,
): WireObject {
  const scan = parcel.plan[event.scan];
  if (scan === undefined)
    throw new RangeError(`no scan ${event.scan} in the plan of ${parcel.trackingNumber}`);
  const told = parcel.plan.slice(0, event.scan + 1);
  return writers[event.kind]({ event, scan, told, shipment, parcel, form });
}

interface Telling {
  readonly event: PlannedEvent;
  readonly scan: Scan;
  /** The plan up to this scan. */
  readonly told: Plan;
  readonly shipment: Shipment;
  readonly parcel: Parcel;
  readonly form: Form;
}

const writers: Readonly<Record<EventKind, (telling: Telling) => WireObject>> = {
  Manifest: ({ shipment, scan, form }) => manifestRecord(shipment, localTexts(scan), form),
  Origin: originRecord,
  Exception: exceptionRecord,
  Delivery: deliveryRecord,
  Generic: genericRecord,
};

function originRecord(telling: Telling): WireObject {
  const { shipment } = telling;
  return {
    ...referencesOf(telling),
    ...scannedOf(telling),
    ...localOf(telling.scan),
    BillToAccount: billTo(shipment),
    ScheduledDeliveryDate: dayText(shipment.scheduledDay),
    ScheduledDeliveryTime: timeText(dueSecond(shipment)),
  };
}

function exceptionRecord(telling: Telling): WireObject {
  const { shipment, scan } = telling;
  const { incident } = exceptionOf(scan);
  return {
    ...referencesOf(telling),
    ...scannedOf(telling),
    Date: localTexts(scan).date,
    Time: localTexts(scan).time,
    ...(incident.effect === 'correct-address' ? { UpdatedAddress: updatedAddress(shipment.shipTo) } : {}),
    StatusCode: incident.statusCode,
    StatusDescription: incident.statusText,
    ReasonCode: incident.reasonCode,
    ReasonDescription: incident.reasonText,
    Resolution: { Code: incident.resolutionCode, Description: incident.resolutionText },
    ...rescheduledOf(telling, 'RescheduledDeliveryTime'),
    ActivityLocation: locationOf(scan),
    BillToAccount: billTo(shipment),
    ...accessPointOf(shipment),
  };
}

function deliveryRecord(telling: Telling): WireObject {
  const { shipment, parcel, scan, told, form } = telling;
  const { where, signedBy, isReleased } = handover(scan.detail);
  const isReturned = scan.kind === 'returned';
  const receiver = isReturned ? shipment.shipper : shipment.shipTo;
  return {
    ...referencesOf(telling),
    ...scannedOf(telling),
    Date: localTexts(scan).date,
    Time: localTexts(scan).time,
    ...(isReleased ? { DriverRelease: where.text } : {}),
    ActivityLocation: locationOf(scan),
    DeliveryLocation: {
      AddressArtifactFormat: deliveryAddress(receiver, !isReturned && wasCorrected(told)),
      Code: where.code,
      Description: where.text,
      SignedForByName: signedBy,
    },
    ...form.collect(isReturned ? undefined : codOf(parcel)),
    BillToAccount: billTo(shipment),
    ...accessPointOf(shipment),
  };
}

function genericRecord(telling: Telling): WireObject {
  const { event, shipment, parcel, scan } = telling;
  const { date, time } = localTexts(scan);
  return {
    ActivityType: event.activity ?? '',
    TrackingNumber: parcel.trackingNumber,
    ShipperNumber: shipment.shipper.account,
    ...referencesOf(telling),
    Service: { Code: serviceText(shipment.service) },
    Activity: { Date: date, Time: time },
    BillToAccount: billTo(shipment),
    ...shipToLocation(shipment.shipTo),
    ...rescheduledOf(telling),
  };
}

function referencesOf({ shipment, parcel }: Telling): WireObject {
  return {
    ...(parcel.references.length > 0 ? { PackageReferenceNumber: numbered(parcel.references) } : {}),
    ...(shipment.references.length > 0 ? { ShipmentReferenceNumber: numbered(shipment.references) } : {}),
  };
}

function scannedOf({ shipment, parcel }: Telling): WireObject {
  return { ShipperNumber: shipment.shipper.account, TrackingNumber: parcel.trackingNumber };
}

function localOf(scan: Scan): WireObject {
  const { date, time } = localTexts(scan);
  return { Date: date, Time: time, ActivityLocation: locationOf(scan) };
}

function localTexts(scan: Scan): { readonly date: string; readonly time: string } {
  const { day, second } = localTime(facility(scan.facility).zone, scan.at);
  return { date: dayText(day), time: timeText(second) };
}

function locationOf(scan: Scan): WireObject {
  const { name, state, country } = facility(scan.facility);
  const division = state === '' ? {} : { PoliticalDivision1: state };
  return {
    AddressArtifactFormat: { PoliticalDivision2: facilityText(name), ...division, CountryCode: country },
  };
}

/** The delivery day that the last exception set, as a date at its facility. */
function rescheduledOf({ told, shipment }: Telling, timeMember?: string): WireObject {
  const last = told.findLast((scan) => scan.kind === 'exception' && exceptionOf(scan).days > 0);
  const isExceptionItself = told.at(-1)?.kind === 'exception';
  if (last === undefined || (isExceptionItself && last !== told.at(-1))) return {};
  const { day } = localTime(facility(last.facility).zone, last.at);
  const time = timeMember === undefined ? {} : { [timeMember]: timeText(dueSecond(shipment)) };
  return { RescheduledDeliveryDate: dayText(day + exceptionOf(last).days), ...time };
}

function wasCorrected(told: Plan): boolean {
  return told.some(
    (scan) => scan.kind === 'exception' && exceptionOf(scan).incident.effect === 'correct-address',
  );
}

function updatedAddress(party: Party): WireObject {
  const street = readStreet(party.line1);
  return { ...streetOf(party, correctNumber(street.number)), ...cityOf(party) };
}

function deliveryAddress(party: Party, isCorrected: boolean): WireObject {
  const { number } = readStreet(party.line1);
  return {
    ...streetOf(party, isCorrected ? correctNumber(number) : number),
    ...cityOf(party),
    ResidentialAddressIndicator: '',
  };
}

function streetOf(party: Party, number: string): WireObject {
  const { name, type } = readStreet(party.line1);
  return {
    ConsigneeName: party.name.slice(0, 35),
    ...(number === '' ? {} : { StreetNumberLow: number.slice(0, 11) }),
    StreetName: name.slice(0, 50),
    ...(type === '' ? {} : { StreetType: type }),
    ...suiteOf(party),
  };
}

function suiteOf({ line2 }: Party): WireObject {
  const match = /^(SUITE|UNIT|APT|FLOOR|DOCK) (\S{1,11})$/.exec(line2 ?? '');
  if (match === null) return {};
  return { AddressExtendedInformation: [{ Type: match[1], Low: match[2] }] };
}

function cityOf({ city, state, country, postalCode }: Party): WireObject {
  return {
    PoliticalDivision2: city.slice(0, 30),
    ...(state === '' ? {} : { PoliticalDivision1: state }),
    CountryCode: country,
    PostcodePrimaryLow: postalCode.replace(/[\s-]/g, '').slice(0, 10),
  };
}

function codOf({ cod }: Parcel): WireObject | undefined {
  return cod && { CODAmount: { CurrencyCode: cod.currency, MonetaryValue: moneyText(cod) } };
}

function accessPointOf({ accessPoint }: Shipment): WireObject {
  return accessPoint === undefined ? {} : { AccessPointLocationID: accessPoint.id };
}

function shipToLocation(party: Party): WireObject {
  const location = shorten(party.locationId, 10);
  return location === undefined
    ? {}
    : { ShipTo: { LocationID: location, ReceivingAddressName: party.name.slice(0, 35) } };
}
