import { partyOf } from './addresses.ts';
import type { EventFacts } from './facts.ts';
import { below, compact, type Draft, type Fields, isFields, listBelow, textBelow } from './fields.ts';
import { dayBelow, dimensionsMm, serviceBelow, timeBelow, unitOf, weightGrams } from './measures.ts';
import { billingOf, localAtOf, moneyOf, type Outcome, referencesOf, trackingNumberOf } from './parts.ts';

/** A manifest tells about a shipment; every package in it becomes an event of its own parcel. */
export function readManifest(manifest: Fields, path: string): readonly Outcome[] {
  const packages = listBelow(manifest, 'Package');
  if (packages.length === 0) return [{ code: 'NO_PACKAGE', path: `${path}/Package` }];
  const shipment = shipmentFacts(manifest);
  const pickedUp = dayBelow(manifest, 'PickupDate');
  return packages.flatMap((pack, at) => readPackage(pack, `${path}/Package[${at}]`, { shipment, pickedUp }));
}

interface Around {
  readonly shipment: Draft<EventFacts>;
  readonly pickedUp: string | undefined;
}

function readPackage(pack: unknown, path: string, { shipment, pickedUp }: Around): readonly Outcome[] {
  if (!isFields(pack)) return [{ code: 'NOT_A_RECORD', path: path }];
  const trackingNumber = trackingNumberOf(pack);
  if (trackingNumber === undefined)
    return [{ code: 'TRACKING_NUMBER_UNREADABLE', path: `${path}/TrackingNumber` }];
  const [activity] = listBelow(pack, 'Activity').filter(isFields);
  const localAt = (activity && localAtOf(activity)) ?? (pickedUp && `${pickedUp}T00:00:00`);
  if (localAt === undefined) return [{ code: 'DATE_UNREADABLE', path: `${path}/Activity` }];
  return [
    {
      trackingNumber,
      kind: 'manifest',
      code: '',
      localAt,
      facts: compact<EventFacts>(shipment, packageFacts(pack, shipment)) ?? {},
    },
  ];
}

function shipmentFacts(manifest: Fields): Draft<EventFacts> {
  const shipper = below(manifest, 'Shipper');
  const number = textBelow(shipper, 'ShipperNumber');
  return {
    shipper: partyOf(shipper, ['Name']),
    shipperNumber: number,
    consignee: partyOf(below(manifest, 'ShipTo'), ['CompanyName', 'ConsigneeName', 'ReceivingAddressName']),
    accessPoint: partyOf(below(manifest, 'UAPAddress'), ['CompanyName']),
    references: referencesOf(manifest, 'ReferenceNumber', 'shipment'),
    service: serviceBelow(manifest),
    pickedUpOn: dayBelow(manifest, 'PickupDate'),
    scheduledOn: dayBelow(manifest, 'ScheduledDeliveryDate'),
    scheduledTime: timeBelow(manifest, 'ScheduledDeliveryTime'),
    billing: billingOf(manifest),
    documents: textBelow(manifest, 'DocumentsOnly'),
    chargeType: textBelow(manifest, 'ShipmentChargeType'),
    instructions: textBelow(manifest, 'SpecialInstructions'),
    leadNumber: textBelow(manifest, 'LeadShipmentTrackingNumber'),
    options: Object.keys(manifest).filter((name) => manifest[name] === 'Y'),
  };
}

function packageFacts(pack: Fields, shipment: Draft<EventFacts>): Draft<EventFacts> {
  const unit = unitOf(pack, shipment.shipper?.country);
  const options = below(pack, 'PackageServiceOptions');
  return {
    description: textBelow(pack, 'Description'),
    weightGrams: weightGrams(pack, unit),
    dimensionsMm: dimensionsMm(pack, unit),
    references: [...(shipment.references ?? []), ...referencesOf(pack, 'ReferenceNumber', 'package')],
    collect: moneyOf(below(below(options, 'COD'), 'CODAmount')),
    declared: moneyOf(below(options, 'InsuredValue')),
  };
}
