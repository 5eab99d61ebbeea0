import type {
  AcceptanceAuditPreCheckRequest,
  AcceptanceAuditPreCheckResponse,
  ChemicalReferenceDataRequest,
  ChemicalReferenceDataResponse,
} from '@lading/contract/dangerous-goods/schema';
import { chemicals, precheck } from '@lading/contract/dangerous-goods/wire';
import type { CallOptions, Carrier } from '../carrier.ts';

/** What may travel, and how. */
export interface DangerousGoodsClient {
  /**
   * What each set of regulations says of a chemical, by its identification number or by its proper shipping name.
   *
   * @throws CarrierFault
   */
  chemicals(
    request: ChemicalReferenceDataRequest,
    options?: CallOptions<(typeof chemicals.versions)[number]>,
  ): Promise<ChemicalReferenceDataResponse>;
  /**
   * Whether the carrier would take a shipment of dangerous goods on its lane, package by package. Nothing is
   * booked.
   *
   * @throws CarrierFault
   */
  precheck(
    request: AcceptanceAuditPreCheckRequest,
    options?: CallOptions<(typeof precheck.versions)[number]>,
  ): Promise<AcceptanceAuditPreCheckResponse>;
}

/** The dangerous goods member of a client. */
export function createDangerousGoodsClient(carrier: Carrier): DangerousGoodsClient {
  return {
    chemicals: (document, options) => carrier.call(chemicals, { document }, options),
    precheck: (document, options) => carrier.call(precheck, { document }, options),
  };
}
