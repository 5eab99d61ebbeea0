import { arrays } from '../arrays/since.ts';
import { tracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const uploadRequestArrays = Object.freeze([...arrays(undefined, ['UploadRequest/UserCreatedForm'])]);

const uploadResponseArrays = Object.freeze([
  ...arrays('v2', ['UploadResponse/Response/Alert', 'UploadResponse/FormsHistoryDocumentID/DocumentID']),
]);

/** Keeps documents for later shipments. */
export const upload = Object.freeze({
  id: 'paperless.upload',
  slug: 'paperless',
  method: 'POST',
  path: '/api/paperlessdocuments/{version}/upload',
  versions: ['v1', 'v2'],
  currentVersion: 'v2',
  deprecatedVersions: ['v1'],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: [...tracing, { name: 'shippernumber', required: true }],
  requestArrays: uploadRequestArrays,
  responseArrays: uploadResponseArrays,
  responseNames:
    'Alert Code CustomerContext Description DocumentID FormsHistoryDocumentID Response ResponseStatus TransactionIdentifier TransactionReference UploadResponse'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'changes',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const pushToImageRepositoryRequestArrays = Object.freeze([
  ...arrays(undefined, [
    'PushToImageRepositoryRequest/FormsHistoryDocumentID/DocumentID',
    'PushToImageRepositoryRequest/TrackingNumber',
  ]),
]);

const pushToImageRepositoryResponseArrays = Object.freeze([
  ...arrays('v2', ['PushToImageRepositoryResponse/Response/Alert']),
]);

/** Attaches kept documents to a shipment. */
export const push = Object.freeze({
  id: 'paperless.push',
  slug: 'paperless',
  method: 'POST',
  path: '/api/paperlessdocuments/{version}/image',
  versions: ['v1', 'v2'],
  currentVersion: 'v2',
  deprecatedVersions: ['v1'],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: [...tracing, { name: 'shippernumber', required: true }],
  requestArrays: pushToImageRepositoryRequestArrays,
  responseArrays: pushToImageRepositoryResponseArrays,
  responseNames:
    'Alert Code CustomerContext Description FormsGroupID PushToImageRepositoryResponse Response ResponseStatus TransactionIdentifier TransactionReference'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'changes',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const deleteResponseArrays = Object.freeze([...arrays('v2', ['DeleteResponse/Response/Alert'])]);

/** Deletes a kept document; its identifier stands in a header, the path is literal. */
export const deleteOperation = Object.freeze({
  id: 'paperless.delete',
  slug: 'paperless',
  method: 'DELETE',
  path: '/api/paperlessdocuments/{version}/DocumentId/ShipperNumber',
  versions: ['v1', 'v2'],
  currentVersion: 'v2',
  deprecatedVersions: ['v1'],
  parameters: [],
  requestFormat: 'none',
  auth: 'bearer',
  headers: [...tracing, { name: 'shippernumber', required: true }, { name: 'documentid', required: true }],
  requestArrays: [],
  responseArrays: deleteResponseArrays,
  responseNames:
    'Alert Code CustomerContext DeleteResponse Description Response ResponseStatus TransactionIdentifier TransactionReference'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'changes',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([upload, push, deleteOperation]);
