import { type Static, Type } from 'typebox';
import { exactly, free, list, maybe, text, upTo } from '../schema/notation.ts';
import { Request, Response } from './schema/parts.ts';

const UserCreatedForm = Type.Object({
  UserCreatedFormFileName: text(1, 300, 'Its ending must fit the format.'),
  UserCreatedFormFile: free('Base64.'),
  UserCreatedFormFileFormat: text(3, 4, 'File type, such as pdf.'),
  UserCreatedFormDocumentType: upTo(3, 'What the document is.'),
});

const UploadRequestBody = Type.Object({
  Request: Request,
  ShipperNumber: upTo(6, 'Account number, six letters and digits.'),
  UserCreatedForm: list(UserCreatedForm),
});

/** Documents to be kept for later shipments. */
export const UploadRequest = Type.Object({
  UploadRequest: UploadRequestBody,
});

const FormsHistoryDocumentID = Type.Object({
  DocumentID: list(free('Identifier of a kept document.'), 'v2'),
});

const UploadResponseBody = Type.Object({
  Response: Response,
  FormsHistoryDocumentID: maybe(FormsHistoryDocumentID),
});

/** The identifiers of the documents kept. */
export const UploadResponse = Type.Object({
  UploadResponse: UploadResponseBody,
});

const PushToImageRepositoryRequestFormsHistoryDocumentID = Type.Object({
  DocumentID: list(free('Identifier of a kept document.')),
});

const PushToImageRepositoryRequestBody = Type.Object({
  Request: Request,
  ShipperNumber: upTo(6, 'Account number, six letters and digits.'),
  FormsHistoryDocumentID: PushToImageRepositoryRequestFormsHistoryDocumentID,
  FormsGroupID: maybe(upTo(26)),
  ShipmentIdentifier: text(1, 19),
  ShipmentDateAndTime: maybe(free('YYYY-MM-DD-HH.MM.SS')),
  ShipmentType: exactly(1),
  PRQConfirmationNumber: maybe(text(9, 30)),
  TrackingNumber: maybe(list(free('1Z number of a package.'))),
});

/** Attaches kept documents to a shipment. */
export const PushToImageRepositoryRequest = Type.Object({
  PushToImageRepositoryRequest: PushToImageRepositoryRequestBody,
});

const PushToImageRepositoryResponseBody = Type.Object({
  Response: Response,
  FormsGroupID: maybe(upTo(26)),
});

/** The group under which the documents were attached. */
export const PushToImageRepositoryResponse = Type.Object({
  PushToImageRepositoryResponse: PushToImageRepositoryResponseBody,
});

const DeleteResponseBody = Type.Object({
  Response: Response,
});

/** The document was deleted. */
export const DeleteResponse = Type.Object({
  DeleteResponse: DeleteResponseBody,
});

/** See the schema of the same name. */
export type UploadRequest = Static<typeof UploadRequest>;
/** See the schema of the same name. */
export type UploadResponse = Static<typeof UploadResponse>;
/** See the schema of the same name. */
export type PushToImageRepositoryRequest = Static<typeof PushToImageRepositoryRequest>;
/** See the schema of the same name. */
export type PushToImageRepositoryResponse = Static<typeof PushToImageRepositoryResponse>;
/** See the schema of the same name. */
export type DeleteResponse = Static<typeof DeleteResponse>;
