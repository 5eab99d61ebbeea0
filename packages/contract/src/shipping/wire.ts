import { arrays } from '../arrays/since.ts';
import { tracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const shipmentRequestArrays = Object.freeze([
  ...arrays(undefined, [
    'ShipmentRequest/Shipment/Shipper/Address/AddressLine',
    'ShipmentRequest/Shipment/ShipTo/Address/AddressLine',
    'ShipmentRequest/Shipment/AlternateDeliveryAddress/Address/AddressLine',
    'ShipmentRequest/Shipment/ShipFrom/Address/AddressLine',
    'ShipmentRequest/Shipment/ShipFrom/VendorInfo/IOSSContact/Address/AddressLine',
    'ShipmentRequest/Shipment/PaymentInformation/ShipmentCharge',
    'ShipmentRequest/Shipment/PaymentInformation/ShipmentCharge/BillShipper/CreditCard/Address/AddressLine',
    'ShipmentRequest/Shipment/GlobalTaxInformation/AgentTaxIdentificationNumber',
    'ShipmentRequest/Shipment/GlobalTaxInformation/AgentTaxIdentificationNumber/TaxIdentificationNumber',
    'ShipmentRequest/Shipment/WorldEase/PortOfEntry/Address/AddressLine',
    'ShipmentRequest/Shipment/FreightShipmentInformation/FreightDensityInfo/HandlingUnits',
    'ShipmentRequest/Shipment/ReferenceNumber',
    'ShipmentRequest/Shipment/ShipmentIndicationType',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/Notification',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/Notification/EMail/EMailAddress',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/FormType',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/UserCreatedForm/DocumentID',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/UPSPremiumCareForm/LanguageForUPSPremiumCare/Language',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/CN22Form/CN22Content',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Contacts/ForwardAgent/Address/AddressLine',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Contacts/UltimateConsignee/Address/AddressLine',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Contacts/IntermediateConsignee/Address/AddressLine',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Contacts/Producer/Address/AddressLine',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Contacts/SoldTo/Address/AddressLine',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product/Description',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product/ScheduleB/Quantity',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product/ScheduleB/UnitOfMeasurement',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product/ExcludeFromForm/FormType',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product/PackingListInfo/PackageAssociated',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product/ProductIdentifier',
    'ShipmentRequest/Shipment/ShipmentServiceOptions/PreAlertNotification',
    'ShipmentRequest/Shipment/Package',
    'ShipmentRequest/Shipment/Package/ReferenceNumber',
    'ShipmentRequest/Shipment/Package/UPSPremier/HandlingInstructions',
    'ShipmentRequest/Shipment/Package/PackageServiceOptions/Notification/EMail/EMailAddress',
    'ShipmentRequest/Shipment/Package/PackageServiceOptions/HazMat',
    'ShipmentRequest/Shipment/TradeDirect/Child/Product/ScheduleB/Quantity',
    'ShipmentRequest/Shipment/TradeDirect/Child/Product/ScheduleB/UnitOfMeasurement',
    'ShipmentRequest/Shipment/TradeDirect/Child/Product/ExcludeFromForm/FormType',
    'ShipmentRequest/Shipment/TradeDirect/Child/Product/PackingListInfo/PackageAssociated',
    'ShipmentRequest/LabelSpecification/Instruction',
  ]),
]);

const shipmentResponseArrays = Object.freeze([
  ...arrays('v2403', [
    'ShipmentResponse/Response/Alert',
    'ShipmentResponse/ShipmentResults/Disclaimer',
    'ShipmentResponse/ShipmentResults/ShipmentCharges/ItemizedCharges',
    'ShipmentResponse/ShipmentResults/ShipmentCharges/TaxCharges',
    'ShipmentResponse/ShipmentResults/NegotiatedRateCharges/ItemizedCharges',
    'ShipmentResponse/ShipmentResults/NegotiatedRateCharges/TaxCharges',
    'ShipmentResponse/ShipmentResults/FRSShipmentData/HandlingUnits',
    'ShipmentResponse/ShipmentResults/PackageResults',
    'ShipmentResponse/ShipmentResults/PackageResults/RateModifier',
    'ShipmentResponse/ShipmentResults/PackageResults/ShippingLabel/GraphicImagePart',
    'ShipmentResponse/ShipmentResults/PackageResults/Accessorial',
    'ShipmentResponse/ShipmentResults/PackageResults/ItemizedCharges',
    'ShipmentResponse/ShipmentResults/PackageResults/NegotiatedCharges/ItemizedCharges',
    'ShipmentResponse/ShipmentResults/DGPaperImage',
  ]),
  ...arrays(undefined, [
    'ShipmentResponse/ShipmentResults/NegotiatedRateCharges/RateModifier',
    'ShipmentResponse/ShipmentResults/PackageResults/NegotiatedCharges/RateModifier',
  ]),
  ...arrays('v2409', ['ShipmentResponse/ShipmentResults/ControlLogReceipt']),
]);

/** Creates a shipment: charges, tracking numbers, labels and forms. */
export const create = Object.freeze({
  id: 'shipping.create',
  slug: 'shipping',
  method: 'POST',
  path: '/api/shipments/{version}/ship',
  versions: ['v1', 'v1601', 'v1607', 'v1701', 'v1707', 'v1801', 'v1807', 'v2108', 'v2205', 'v2403', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: ['v1', 'v1601', 'v1607', 'v1701', 'v1707', 'v1801', 'v1807', 'v2108', 'v2205'],
  parameters: [{ name: 'additionaladdressvalidation', in: 'query', required: false, values: ['city'] }],
  requestFormat: 'json',
  auth: 'bearer',
  headers: tracing,
  requestArrays: shipmentRequestArrays,
  responseArrays: shipmentResponseArrays,
  responseNames:
    'Accessorial AdjustedHeight Alert Amount BarCodeImage BaseServiceCharge BillOfLading BillableWeightCalculationMethod BillingWeight CN22Number CODTurnInPage Code ControlLogReceipt CurrencyCode CustomerContext DGPaperImage Density Description Dimensions Disclaimer DiscountAmount DiscountPercentage FRSShipmentData Form FormGroupId FormGroupIdName FreightDensityRate GCCN GraphicImage GraphicImagePart GrossCharge HTMLImage HandlingUnits Height HighValueReport Image ImageFormat InternationalSignatureGraphicImage ItemizedCharges LabelURL Length LocalLanguageLabelURL LocalLanguageReceiptURL MIDualReturnShipmentKey MasterCartonID Message ModifierDesc ModifierType MonetaryValue NegotiatedCharges NegotiatedRateCharges NetCharge PDF417 PackageResults PalletLabel Quantity RateChart RateModifier RatingMethod ReceiptURL Response ResponseStatus RoarRatedIndicator ServiceOptionsCharges ShipmentCharges ShipmentIdentificationNumber ShipmentResponse ShipmentResults ShippingLabel ShippingReceipt SimpleRate SubProNumber SubType TaxCharges TotalCharge TotalCharges TotalChargesWithTaxes TotalCubicFeet TrackingNumber TransactionIdentifier TransactionReference TransportationCharges Type USI USPSPICNumber UnitOfMeasurement Value Weight Width'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'changes',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const voidShipmentResponseArrays = Object.freeze([
  ...arrays('v2403', ['VoidShipmentResponse/PackageLevelResults']),
]);

/** Voids a shipment, or some of its packages. */
export const voidOperation = Object.freeze({
  id: 'shipping.void',
  slug: 'shipping',
  method: 'DELETE',
  path: '/api/shipments/{version}/void/cancel/{shipmentidentificationnumber}',
  versions: ['v1', 'v3', 'v2409'],
  currentVersion: 'v2409',
  deprecatedVersions: ['v1'],
  parameters: [
    { name: 'shipmentidentificationnumber', in: 'path', required: true },
    { name: 'trackingnumber', in: 'query', required: false },
  ],
  requestFormat: 'query',
  auth: 'bearer',
  headers: [...tracing, { name: 'shippernumber', required: false }],
  requestArrays: [],
  responseArrays: voidShipmentResponseArrays,
  responseNames:
    'Alert Code CustomerContext Description PackageLevelResults Response ResponseStatus Status SummaryResult TrackingNumber TransactionReference VoidShipmentResponse'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'changes',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

const labelRecoveryRequestArrays = Object.freeze([
  ...arrays(undefined, ['LabelRecoveryRequest/TrackingNumbers']),
]);

const labelRecoveryResponseArrays = Object.freeze([
  ...arrays(undefined, [
    'LabelRecoveryResponse/Response/Alert',
    'LabelRecoveryResponse/LabelResults',
    'LabelRecoveryResponse/TrackingCandidate',
  ]),
]);

/** Labels, receipts and forms of a shipment again. */
export const recover = Object.freeze({
  id: 'shipping.recover',
  slug: 'shipping',
  method: 'POST',
  path: '/api/labels/{version}/recovery',
  versions: ['v1', 'v1701', 'v1903', 'v2603'],
  currentVersion: 'v1',
  deprecatedVersions: [],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: tracing,
  requestArrays: labelRecoveryRequestArrays,
  responseArrays: labelRecoveryResponseArrays,
  responseNames:
    'Alert BeginDate CODTurnInPage Code CustomerContext Description DestinationCountryCode DestinationPostalCode EndDate Form GraphicImage HTMLImage HighValueReport Image ImageFormat InternationalSignatureGraphicImage LabelImage LabelImageFormat LabelRecoveryResponse LabelResults MailInnovationsLabelImage MailInnovationsTrackingNumber PDF417 PickupDateRange Receipt Response ResponseStatus ShipmentIdentificationNumber TrackingCandidate TrackingNumber TransactionReference URL'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([create, voidOperation, recover]);
