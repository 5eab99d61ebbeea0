import { arrays } from '../arrays/since.ts';
import { tracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const preNotificationRequestArrays = Object.freeze([
  ...arrays(undefined, [
    'PreNotificationRequest/Shipment/ShipToAddress/AddressLine',
    'PreNotificationRequest/Shipment/ShipFromAddress/AddressLine',
    'PreNotificationRequest/Shipment/Package',
    'PreNotificationRequest/Shipment/Package/ChemicalRecord',
  ]),
]);

const preNotificationResponseArrays = Object.freeze([
  ...arrays('v2', ['PreNotificationResponse/Response/Alert']),
]);

/** Tells the carrier of fully regulated dangerous goods before pick-up. */
export const notify = Object.freeze({
  id: 'pre-notification.notify',
  slug: 'pre-notification',
  method: 'POST',
  path: '/api/dangerousgoods/{version}/prenotification',
  versions: ['v1', 'v2'],
  currentVersion: 'v2',
  deprecatedVersions: ['v1'],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: tracing,
  requestArrays: preNotificationRequestArrays,
  responseArrays: preNotificationResponseArrays,
  responseNames:
    'Alert Code CustomerContext Description PreNotificationResponse Response ResponseStatus TransactionIdentifier TransactionReference'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'changes',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([notify]);
