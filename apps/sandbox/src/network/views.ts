import { type Plan, unpackPlan } from '@lading/carrier/network/plan';
import { type ServiceCode, service, serviceCodes } from '@lading/carrier/network/services';
import type { Parcel, Shipment } from '@lading/carrier/quantum-view/shipment';
import { checkTrackingNumber, makeTrackingNumber } from '@lading/carrier/tracking-number/rules';
import type { PlacedParty } from '@lading/carrier/traffic/parties';
import type { Frozen } from '../world/store.ts';
import type { ShipmentMade } from './facts.ts';
import { FLAG, unpackExtras, unpackReferences } from './pack.ts';
import type { NetworkState } from './state.ts';

/** The network as everybody but its store sees it. */
export type Network = Frozen<
  Pick<
    NetworkState,
    'shipments' | 'parcels' | 'plans' | 'references' | 'extras' | 'texts' | 'parties' | 'issued'
  >
>;

const billOptions = ['01', '01', '02', '03', '04'] as const;

/** A shipment with all its parcels, put together from the columns. */
export function shipmentAt(network: Network, shipment: number): Shipment {
  const { account, shipper, shipTo, parcels, ...fact } = shipmentFact(network, shipment);
  return {
    ...fact,
    shipper: { ...partyAt(network, shipper), account },
    shipTo: partyAt(network, shipTo),
    parcels: parcels.map((made, place) => ({
      ...made,
      trackingNumber: trackingNumberAt(network, network.shipments.get('firstParcel', shipment) + place),
      plan: unpackPlan(made.plan),
    })),
  };
}

/** The shipment that a parcel belongs to, and its place in it. */
export function placeOf(
  network: Network,
  parcel: number,
): { readonly shipment: number; readonly place: number } {
  const shipment = network.parcels.get('shipment', parcel);
  return { shipment, place: parcel - network.shipments.get('firstParcel', shipment) };
}

/** One parcel of a shipment by its place. @throws RangeError when there is none. */
export function parcelIn(shipment: Shipment, place: number): Parcel {
  const parcel = shipment.parcels[place];
  if (parcel === undefined) throw new RangeError(`no parcel ${place}`);
  return parcel;
}

export function planAt(network: Network, parcel: number): Plan {
  return unpackPlan(network.plans[parcel] ?? '');
}

export function partyAt(network: Network, party: number): PlacedParty {
  const found = network.parties[party];
  if (found === undefined) throw new RangeError(`no party ${party}`);
  return found;
}

export function trackingNumberAt(network: Network, parcel: number): string {
  const shipment = network.parcels.get('shipment', parcel);
  return makeTrackingNumber({
    shipperNumber: network.texts.text(network.shipments.get('account', shipment)),
    serviceIndicator: service(serviceAt(network, shipment)).indicator,
    packageNumber: network.parcels.get('number', parcel),
  });
}

/** The row of a parcel by its 1Z number; undefined where no such number was issued. */
export function findParcel(network: Network, trackingNumber: string): number | undefined {
  const check = checkTrackingNumber(trackingNumber);
  if (!check.ok) return undefined;
  const issued = network.issued.get(check.parts.shipperNumber);
  const parcel = issued?.parcels[check.parts.packageNumber - issued.first];
  return parcel !== undefined && trackingNumberAt(network, parcel) === check.number ? parcel : undefined;
}

export function serviceAt(network: Network, shipment: number): ServiceCode {
  const code = serviceCodes[network.shipments.get('service', shipment)];
  if (code === undefined) throw new RangeError(`shipment ${shipment} has no service`);
  return code;
}

/** The fact that would make this shipment anew, with its plans as they are now. */
export function shipmentFact(network: Network, shipment: number): ShipmentMade {
  const get = (name: Parameters<Network['shipments']['get']>[0]) => network.shipments.get(name, shipment);
  const {
    parcels: parcelExtras = {},
    accessorials = [],
    ...extras
  } = unpackExtras(network.extras.get(shipment));
  const references = network.references[shipment] ?? '';
  const flags = get('flags');
  return {
    type: 'shipment-made',
    shipper: get('shipper'),
    account: network.texts.text(get('account')),
    shipTo: get('shipTo'),
    service: serviceAt(network, shipment),
    references: unpackReferences(references, 0),
    billing: {
      option: billOptions[get('billOption')] ?? '01',
      account: network.texts.text(get('billAccount')),
    },
    isMetric: (flags & FLAG.isMetric) > 0,
    isDocument: (flags & FLAG.isDocument) > 0,
    wantsSaturday: (flags & FLAG.wantsSaturday) > 0,
    pickupDay: get('pickupDay'),
    scheduledDay: get('scheduledDay'),
    accessorials,
    ...extras,
    parcels: Array.from({ length: get('parcelCount') }, (_, place) => ({
      ...madeParcel(network, get('firstParcel') + place),
      references: unpackReferences(references, place + 1),
      ...parcelExtras[String(place)],
    })),
  };
}

function madeParcel(network: Network, parcel: number) {
  const get = (name: Parameters<Network['parcels']['get']>[0]) => network.parcels.get(name, parcel);
  const chargeCents = get('chargeCents');
  return {
    ...(chargeCents === 0 ? {} : { chargeCents }),
    number: get('number'),
    description: network.texts.text(get('description')),
    weightTenths: get('weightTenths'),
    dimensions: [get('length'), get('width'), get('height')] as const,
    plan: network.plans[parcel] ?? '',
  };
}
