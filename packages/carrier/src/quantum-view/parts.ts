import { service } from '../network/services.ts';
import type { Reference, Shipment } from './shipment.ts';

/** A part of an answer in the strict form: every node that can repeat is an array. */
export type WireObject = Readonly<Record<string, unknown>>;

/** References with their place on the label. */
export function numbered(references: readonly Reference[]): readonly WireObject[] {
  return references.map(({ code, value }, index) => ({
    Number: String(index + 1),
    Code: code,
    Value: value.slice(0, 35),
  }));
}

export function billTo({ billing }: Shipment): WireObject {
  return { Option: billing.option, Number: billing.account };
}

/** The second of the day by which the service is due at this receiver. */
export function dueSecond(shipment: Shipment): number {
  return service(shipment.service).dueSecond[shipment.shipTo.isHome ? 'home' : 'business'];
}
