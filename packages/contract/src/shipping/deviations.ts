import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const file = sources.file('Shipping.yaml');
const live = sources.seen('answers of the carrier’s Java samples', '2023');

/** Every difference between `schema.ts` and the carrier's Shipping.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'required',
    paths: ['ShipmentRequest/LabelSpecification/LabelStockSize'],
    why: 'The file’s text asks for it with thermal labels only.',
    ...file,
  },
  {
    aspect: 'required',
    paths: ['LabelRecoveryRequest/TrackingNumbers', 'LabelRecoveryRequest/ReferenceValues'],
    why: 'The file’s text speaks of them for Roadie shipments only; a label is found by one or the other.',
    ...file,
  },
  {
    aspect: 'required',
    paths: ['ShipmentRequest/Shipment/TradeDirect/Child/LtlPackage'],
    why: 'Small packages have none.',
    ...file,
  },
  {
    aspect: 'length',
    paths: [
      'ShipmentRequest/Shipment/Package/PackageServiceOptions/Notification/NotificationCode',
      'ShipmentRequest/Shipment/ShipmentServiceOptions/Notification/NotificationCode',
    ],
    why: 'The file says one character; among its own values are 012 and 013.',
    ...file,
  },
  {
    aspect: 'added',
    paths: ['ShipmentResponse/Response/TransactionReference/TransactionIdentifier'],
    why: 'The file does not declare the carrier’s own identifier of the call; answers bear it.',
    ...live,
  },
] as const);
