import { arrays } from '../arrays/since.ts';
import { requiredTracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const chemicalReferenceDataRequestArrays = Object.freeze([
  ...arrays(undefined, ['ChemicalReferenceDataRequest/Request/RequestOption']),
]);

const chemicalReferenceDataResponseArrays = Object.freeze([
  ...arrays('v2403', [
    'ChemicalReferenceDataResponse/Response/Alert',
    'ChemicalReferenceDataResponse/ChemicalData',
    'ChemicalReferenceDataResponse/ChemicalData/PackageQuantityLimitDetail',
  ]),
  ...arrays(undefined, [
    'ChemicalReferenceDataResponse/ChemicalData/ProperShippingNameDetail/ProperShippingName',
  ]),
]);

/** What the sets of regulations say of a chemical. */
export const chemicals = Object.freeze({
  id: 'dangerous-goods.chemicals',
  slug: 'dangerous-goods',
  method: 'POST',
  path: '/api/dangerousgoods/{version}/chemicalreferencedata',
  versions: ['v1', 'v1801', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: ['v1', 'v1801'],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: requiredTracing,
  requestArrays: chemicalReferenceDataRequestArrays,
  responseArrays: chemicalReferenceDataResponseArrays,
  responseNames:
    'AdditionalShippingInformationRequiredIndicator Alert CAToUSShipmentAllowedIndicator ChannelTunnelAcceptedIndicator ChemicalData ChemicalDetail ChemicalReferenceDataResponse ChemicalType ClassDivisionNumber Code CustomerContext Description HazardousMaterialsDescription IDNumber PackageQuantityLimitDetail PackageQuantityLimitTypeCode PackagingGroupType PackagingInstructionCode ProperShippingName ProperShippingNameDetail Quantity RegulationSet Response ResponseStatus SpecialPermit SubRiskClass TechnicalNameRequiredIndicator TransactionIdentifier TransactionReference TransportCategory TransportMultiplierQuantity TunnelRestrictionCode UOM'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const acceptanceAuditPreCheckRequestArrays = Object.freeze([
  ...arrays(undefined, [
    'AcceptanceAuditPreCheckRequest/Shipment/Package',
    'AcceptanceAuditPreCheckRequest/Shipment/Package/ChemicalRecord',
  ]),
]);

const acceptanceAuditPreCheckResponseArrays = Object.freeze([
  ...arrays('v2', [
    'AcceptanceAuditPreCheckResponse/Response/Alert',
    'AcceptanceAuditPreCheckResponse/Response/AlertDetail',
    'AcceptanceAuditPreCheckResponse/PackageResults',
    'AcceptanceAuditPreCheckResponse/PackageResults/ChemicalRecordResults',
  ]),
  ...arrays(undefined, [
    'AcceptanceAuditPreCheckResponse/Response/AlertDetail/ElementLevelInformation/ElementIdentifier',
  ]),
]);

/** Whether the carrier would accept a shipment of dangerous goods. */
export const precheck = Object.freeze({
  id: 'dangerous-goods.precheck',
  slug: 'dangerous-goods',
  method: 'POST',
  path: '/api/dangerousgoods/{version}/acceptanceauditprecheck',
  versions: ['v1', 'v2', 'v3'],
  currentVersion: 'v3',
  deprecatedVersions: ['v1'],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: requiredTracing,
  requestArrays: acceptanceAuditPreCheckRequestArrays,
  responseArrays: acceptanceAuditPreCheckResponseArrays,
  responseNames:
    'ADRPoints ADRUnits AcceptanceAuditPreCheckResponse AccessibleIndicator Alert AlertDetail ChemicalRecordIdentifier ChemicalRecordResults Code CustomerContext Description ElementIdentifier ElementLevelInformation EuropeBUIndicator Level PackageIdentifier PackageResults RegulationSet Response ResponseStatus Service ShipperNumber TransactionIdentifier TransactionReference TransportCategory TunnelRestrictionCode Value'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([chemicals, precheck]);
