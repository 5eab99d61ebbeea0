import { arrays } from '../arrays/since.ts';
import { requiredTracing } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const trackResponseArrays = Object.freeze([
  ...arrays(undefined, [
    'trackResponse/shipment',
    'trackResponse/shipment/package',
    'trackResponse/shipment/package/activity',
    'trackResponse/shipment/package/additionalAttributes',
    'trackResponse/shipment/package/additionalServices',
    'trackResponse/shipment/package/alternateTrackingNumber',
    'trackResponse/shipment/package/deliveryDate',
    'trackResponse/shipment/package/milestones',
    'trackResponse/shipment/package/packageAddress',
    'trackResponse/shipment/package/paymentInformation',
    'trackResponse/shipment/package/referenceNumber',
    'trackResponse/shipment/package/suppressionIndicators',
    'trackResponse/shipment/userRelation',
    'trackResponse/shipment/warnings',
  ]),
]);

const trackStatuses = Object.freeze([200, 400, 403, 404, 500, 503] as const);

const trackResponseNames = Object.freeze(
  'accessPointInformation activity additionalAttributes additionalServices address addressLine1 addressLine2 addressLine3 alternateTrackingNumber amount attentionName category city code content country countryCode currency current currentStatus date deliveryDate deliveryInformation deliveryPhoto deliveryTime description dimension endTime gmtDate gmtOffset gmtTime height id image inquiryNumber isNonPostalCodeCountry isSmartPackage length levelCode linkedActivity location logicalScan message milestones name number package packageAddress packageCount paid paymentInformation paymentMethod photo photoCaptureInd photoDispositionCode pickupByDate pod postalCode receivedBy referenceNumber service shipment signature simplifiedTextDescription slic startTime state stateProvince status statusCode statusDescription subMilestone suppressionIndicators time trackResponse trackingNumber type ucixStatus unitOfDimension unitOfMeasurement userRelation warnings weight width'.split(
    ' ',
  ),
);

/** A package by its tracking number. An unknown number arrives as a warning inside a 200. */
export const details = Object.freeze({
  id: 'tracking.details',
  slug: 'tracking',
  method: 'GET',
  path: '/api/track/v1/details/{inquiryNumber}',
  versions: [],
  currentVersion: null,
  deprecatedVersions: [],
  parameters: [
    { name: 'inquiryNumber', in: 'path', required: true },
    { name: 'locale', in: 'query', required: false, default: 'en_US' },
    { name: 'returnSignature', in: 'query', required: false, values: ['true', 'false'], default: 'false' },
    { name: 'returnMilestones', in: 'query', required: false, values: ['true', 'false'], default: 'false' },
    { name: 'returnPOD', in: 'query', required: false, values: ['true', 'false'], default: 'false' },
  ],
  requestFormat: 'query',
  auth: 'bearer',
  headers: requiredTracing,
  requestArrays: [],
  responseArrays: trackResponseArrays,
  responseNames: trackResponseNames,
  statuses: trackStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** Packages by a reference of the shipper, within dates of pick-up. */
export const reference = Object.freeze({
  id: 'tracking.reference',
  slug: 'tracking',
  method: 'GET',
  path: '/api/track/v1/reference/details/{referenceNumber}',
  versions: [],
  currentVersion: null,
  deprecatedVersions: [],
  parameters: [
    { name: 'referenceNumber', in: 'path', required: true },
    { name: 'locale', in: 'query', required: false, default: 'en_US' },
    { name: 'fromPickUpDate', in: 'query', required: false },
    { name: 'toPickUpDate', in: 'query', required: false },
    { name: 'destCountry', in: 'query', required: false },
    { name: 'destZip', in: 'query', required: false },
    { name: 'shipperNum', in: 'query', required: false },
    {
      name: 'refNumType',
      in: 'query',
      required: false,
      values: ['SmallPackage', 'fgv'],
      default: 'SmallPackage',
    },
  ],
  requestFormat: 'query',
  auth: 'bearer',
  headers: requiredTracing,
  requestArrays: [],
  responseArrays: trackResponseArrays,
  responseNames: trackResponseNames,
  statuses: trackStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The packages of a shipment, page by page. */
export const shipment = Object.freeze({
  id: 'tracking.shipment',
  slug: 'tracking',
  method: 'GET',
  path: '/api/track/v1/shipment/details/{inquiryNumber}',
  versions: [],
  currentVersion: null,
  deprecatedVersions: [],
  parameters: [
    { name: 'inquiryNumber', in: 'path', required: true },
    { name: 'locale', in: 'query', required: false, default: 'en_US' },
    { name: 'offset', in: 'query', required: false },
    { name: 'count', in: 'query', required: false, default: '50' },
  ],
  requestFormat: 'query',
  auth: 'bearer',
  headers: requiredTracing,
  requestArrays: [],
  responseArrays: trackResponseArrays,
  responseNames: trackResponseNames,
  statuses: trackStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([details, reference, shipment]);
