import type { TSchema } from 'typebox';

/** The documents of an operation; without `request` it takes none. */
export interface Documents {
  readonly request?: TSchema;
  readonly response: TSchema;
}

type Load = () => Promise<Documents>;

/** Schemas are loaded when they are asked for: all of them together are long. */
const loaders: Readonly<Record<string, Load>> = Object.freeze({
  'address-street.validate': async () => {
    const s = await import('../address-street/schema.ts');
    return { request: s.AddressValidationRequest, response: s.AddressValidationResponse };
  },
  'address-city.validate': async () => {
    const s = await import('../address-street/schema.ts');
    return { request: s.AddressValidationRequest, response: s.AddressValidationResponse };
  },
  'dangerous-goods.chemicals': async () => {
    const s = await import('../dangerous-goods/schema.ts');
    return { request: s.ChemicalReferenceDataRequest, response: s.ChemicalReferenceDataResponse };
  },
  'dangerous-goods.precheck': async () => {
    const s = await import('../dangerous-goods/schema.ts');
    return { request: s.AcceptanceAuditPreCheckRequest, response: s.AcceptanceAuditPreCheckResponse };
  },
  'locator.search': async () => {
    const s = await import('../locator/schema.ts');
    return { request: s.LocatorRequest, response: s.LocatorResponse };
  },
  'paperless.upload': async () => {
    const s = await import('../paperless/schema.ts');
    return { request: s.UploadRequest, response: s.UploadResponse };
  },
  'paperless.push': async () => {
    const s = await import('../paperless/schema.ts');
    return { request: s.PushToImageRepositoryRequest, response: s.PushToImageRepositoryResponse };
  },
  'paperless.delete': async () => {
    const s = await import('../paperless/schema.ts');
    return { response: s.DeleteResponse };
  },
  'pickup.rate': async () => {
    const s = await import('../pickup/schema.ts');
    return { request: s.PickupRateRequest, response: s.PickupRateResponse };
  },
  'pickup.pending': async () => {
    const s = await import('../pickup/schema.ts');
    return { response: s.PickupPendingStatusResponse };
  },
  'pickup.cancel': async () => {
    const s = await import('../pickup/schema.ts');
    return { response: s.PickupCancelResponse };
  },
  'pickup.create': async () => {
    const s = await import('../pickup/schema.ts');
    return { request: s.PickupCreationRequest, response: s.PickupCreationResponse };
  },
  'pickup.divisions': async () => {
    const s = await import('../pickup/schema.ts');
    return { response: s.PickupPoliticalDivisionsResponse };
  },
  'pickup.centers': async () => {
    const s = await import('../pickup/schema.ts');
    return { request: s.PickupServiceCenterRequest, response: s.PickupServiceCenterResponse };
  },
  'pre-notification.notify': async () => {
    const s = await import('../pre-notification/schema.ts');
    return { request: s.PreNotificationRequest, response: s.PreNotificationResponse };
  },
  'quantum-view.events': async () => {
    const s = await import('../quantum-view/schema.ts');
    return { request: s.QuantumViewRequest, response: s.QuantumViewResponse };
  },
  'rating.rate': async () => {
    const s = await import('../rating/schema.ts');
    return { request: s.RateRequest, response: s.RateResponse };
  },
  'shipping.create': async () => {
    const s = await import('../shipping/schema.ts');
    return { request: s.ShipmentRequest, response: s.ShipmentResponse };
  },
  'shipping.void': async () => {
    const s = await import('../shipping/schema.ts');
    return { response: s.VoidShipmentResponse };
  },
  'shipping.recover': async () => {
    const s = await import('../shipping/schema.ts');
    return { request: s.LabelRecoveryRequest, response: s.LabelRecoveryResponse };
  },
  'signature-tracking.proof': async () => {
    const s = await import('../tracking/schema.ts');
    return { response: s.TrackResponse };
  },
  'time-in-transit.services': async () => {
    const s = await import('../time-in-transit/schema.ts');
    return { request: s.TimeInTransitRequest, response: s.TimeInTransitResponse };
  },
  'tracking.details': async () => {
    const s = await import('../tracking/schema.ts');
    return { response: s.TrackResponse };
  },
  'tracking.reference': async () => {
    const s = await import('../tracking/schema.ts');
    return { response: s.TrackResponse };
  },
  'tracking.shipment': async () => {
    const s = await import('../tracking/schema.ts');
    return { response: s.TrackResponse };
  },
  'trade.landedCost': async () => {
    const s = await import('../trade/schema.ts');
    return { request: s.LandedCostRequest, response: s.LandedCostResponse };
  },
});

/** The schemas of an operation in their strict form; undefined for one without JSON documents. */
export async function documentsOf(operationId: string): Promise<Documents | undefined> {
  return loaders[operationId]?.();
}
