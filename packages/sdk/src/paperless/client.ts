import type {
  DeleteResponse,
  PushToImageRepositoryRequest,
  PushToImageRepositoryResponse,
  UploadRequest,
  UploadResponse,
} from '@lading/contract/paperless/schema';
import { deleteOperation, push, upload } from '@lading/contract/paperless/wire';
import type { CallOptions, Carrier } from '../carrier.ts';
import { doubts } from './doubts.ts';

/** What one call does otherwise than its client. */
export type PaperlessOptions = CallOptions<(typeof upload.versions)[number]>;

/** A document that the carrier keeps. */
export interface KeptDocument {
  readonly shipperNumber: string;
  /** From the answer to its upload. */
  readonly documentId: string;
}

/** Customs documents that travel ahead of their shipment. */
export interface PaperlessClient {
  /**
   * Keeps documents (base64) for later shipments; `FormsHistoryDocumentID.DocumentID` of the answer names them in
   * order. Never repeated by itself.
   *
   * @throws CarrierFault with outcome `unknown` when the documents may be kept.
   */
  upload(request: UploadRequest, options?: PaperlessOptions): Promise<UploadResponse>;
  /**
   * Attaches kept documents to a shipment. Never repeated by itself.
   *
   * @throws CarrierFault with outcome `unknown` when they may be attached.
   */
  push(
    request: PushToImageRepositoryRequest,
    options?: PaperlessOptions,
  ): Promise<PushToImageRepositoryResponse>;
  /**
   * Deletes a kept document. Never repeated by itself.
   *
   * @throws CarrierFault with outcome `unknown` when it may be deleted.
   */
  delete(document: KeptDocument, options?: PaperlessOptions): Promise<DeleteResponse>;
}

/** The paperless member of a client. */
export function createPaperlessClient(carrier: Carrier): PaperlessClient {
  return {
    upload: (document, options) => {
      const headers = { shippernumber: document.UploadRequest.ShipperNumber };
      return carrier.call(upload, { headers, document }, options, { howToLook: doubts.upload });
    },
    push: (document, options) => {
      const headers = { shippernumber: document.PushToImageRepositoryRequest.ShipperNumber };
      return carrier.call(push, { headers, document }, options, { howToLook: doubts.push });
    },
    delete: ({ shipperNumber, documentId }, options) => {
      const headers = { shippernumber: shipperNumber, documentid: documentId };
      return carrier.call(deleteOperation, { headers }, options, { howToLook: doubts.delete });
    },
  };
}
