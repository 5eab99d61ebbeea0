import type { Client } from '@lading/sdk/client';

/** One use of a method; `document` fits the operation's request schema. */
export type SdkCall = (ups: Client, document: never) => Promise<unknown>;

const PARCEL = '1Z12345E0205271688';
const ACCOUNT = 'A1B2C3';

/** How the SDK asks each operation, with what its methods take beside the document. */
export const sdkCalls: Readonly<Record<string, readonly SdkCall[]>> = {
  'address-city.validate': [(ups, document) => ups.addressCity.validate(document, { maxCandidates: 10 })],
  'address-street.validate': [
    (ups, document) => ups.addressStreet.validate(document),
    (ups, document) => ups.addressStreet.classify(document, { version: 'v1' }),
    (ups, document) => ups.addressStreet.validateAndClassify(document, { maxCandidates: 50 }),
  ],
  'dangerous-goods.chemicals': [(ups, document) => ups.dangerousGoods.chemicals(document)],
  'dangerous-goods.precheck': [(ups, document) => ups.dangerousGoods.precheck(document)],
  'locator.search': [(ups, document) => ups.locator.search(document)],
  'paperless.upload': [(ups, document) => ups.paperless.upload(document)],
  'paperless.push': [(ups, document) => ups.paperless.push(document)],
  'paperless.delete': [(ups) => ups.paperless.delete({ shipperNumber: ACCOUNT, documentId: '2026-11-20' })],
  'pickup.rate': [
    (ups, document) => ups.pickup.rate(document),
    (ups, document) => ups.pickup.rate(document, { type: 'smart' }),
  ],
  'pickup.create': [(ups, document) => ups.pickup.create(document)],
  'pickup.cancel': [(ups) => ups.pickup.cancel(), (ups) => ups.pickup.cancel({ prn: '2929602E9CP' })],
  'pickup.pending': [(ups) => ups.pickup.pending(ACCOUNT)],
  'pickup.divisions': [(ups) => ups.pickup.divisions('CA')],
  'pickup.centers': [(ups, document) => ups.pickup.centers(document)],
  'pre-notification.notify': [(ups, document) => ups.preNotification.notify(document)],
  'quantum-view.events': [
    (ups) => ups.quantumView.raw(),
    (ups) => ups.quantumView.raw({ names: ['Outbound'], reference: 'a note' }),
    (ups) =>
      ups.quantumView.raw(
        { names: ['Outbound', 'Inbound'], from: new Date(0), to: new Date(86_400_000) },
        { bookmark: 'WE9M', version: 'v2' },
      ),
    (ups) => ups.quantumView.raw({ fileNames: ['261120_120000001'] }),
  ],
  'rating.rate': [
    (ups, document) => ups.rating.rate(document),
    (ups, document) => ups.rating.shop(document, { version: 'v1' }),
    (ups, document) => ups.rating.rateWithTransit(document),
    (ups, document) => ups.rating.shopWithTransit(document),
  ],
  'shipping.create': [
    (ups, document) => ups.shipping.create(document),
    (ups, document) => ups.shipping.create(document, { checksCity: true }),
  ],
  'shipping.void': [
    (ups) => ups.shipping.void({ shipmentId: PARCEL }),
    (ups) => ups.shipping.void({ shipmentId: PARCEL, trackingNumbers: [PARCEL, PARCEL] }),
  ],
  'shipping.recover': [(ups, document) => ups.shipping.recover(document)],
  'signature-tracking.proof': [(ups) => ups.signatureTracking.proof(PARCEL)],
  'time-in-transit.services': [(ups, document) => ups.timeInTransit.services(document)],
  'tracking.details': [
    (ups) => ups.tracking.details(PARCEL),
    (ups) =>
      ups.tracking.details(PARCEL, { locale: 'fr_CA', withSignature: true, withProofOfDelivery: false }),
  ],
  'tracking.reference': [
    (ups) => ups.tracking.byReference('PO 7', { from: '20261101', referenceKind: 'fgv' }),
  ],
  'tracking.shipment': [(ups) => ups.tracking.byShipment(PARCEL, { offset: 50, count: 50 })],
  'trade.landedCost': [(ups, document) => ups.trade.landedCost(document, { accountNumber: ACCOUNT })],
};
