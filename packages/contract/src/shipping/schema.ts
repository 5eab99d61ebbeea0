import { type Static, Type } from 'typebox';
import { LabelRecoveryRequestBody } from './schema/label-recovery-request.ts';
import { LabelRecoveryResponseBody } from './schema/label-recovery-response.ts';
import { ShipmentRequestBody } from './schema/shipment-request.ts';
import { ShipmentResponseBody } from './schema/shipment-response.ts';
import { VoidShipmentResponseBody } from './schema/void-shipment-response.ts';

/** A shipment to be created. */
export const ShipmentRequest = Type.Object({
  ShipmentRequest: ShipmentRequestBody,
});

/** Charges, tracking numbers, labels and forms of a created shipment. */
export const ShipmentResponse = Type.Object({
  ShipmentResponse: ShipmentResponseBody,
});

/** What was voided. */
export const VoidShipmentResponse = Type.Object({
  VoidShipmentResponse: VoidShipmentResponseBody,
});

/** Asks for labels again. */
export const LabelRecoveryRequest = Type.Object({
  LabelRecoveryRequest: LabelRecoveryRequestBody,
});

/** Labels, receipts and forms again. */
export const LabelRecoveryResponse = Type.Object({
  LabelRecoveryResponse: LabelRecoveryResponseBody,
});

/** See the schema of the same name. */
export type ShipmentRequest = Static<typeof ShipmentRequest>;
/** See the schema of the same name. */
export type ShipmentResponse = Static<typeof ShipmentResponse>;
/** See the schema of the same name. */
export type VoidShipmentResponse = Static<typeof VoidShipmentResponse>;
/** See the schema of the same name. */
export type LabelRecoveryRequest = Static<typeof LabelRecoveryRequest>;
/** See the schema of the same name. */
export type LabelRecoveryResponse = Static<typeof LabelRecoveryResponse>;
