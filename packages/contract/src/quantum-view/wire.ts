import { arrays } from '../arrays/since.ts';
import { usualStatuses } from '../operation/wire.ts';
import type { ArrayNode, WireOperation } from '../operation.ts';

const RESPONSE = 'QuantumViewResponse';
const SUBSCRIPTION = `${RESPONSE}/QuantumViewEvents/SubscriptionEvents`;
const FILE = `${SUBSCRIPTION}/SubscriptionFile`;

const responseArrays: readonly ArrayNode[] = Object.freeze([
  ...arrays('v2', [
    `${RESPONSE}/Response/Error`,
    `${RESPONSE}/Response/Error/ErrorLocation`,
    `${RESPONSE}/Response/Error/ErrorDigest`,
    SUBSCRIPTION,
    FILE,
    `${FILE}/Manifest`,
    `${FILE}/Origin`,
    `${FILE}/Exception`,
    `${FILE}/Delivery`,
    `${FILE}/Generic`,
  ]),
  ...arrays('v3', [
    `${FILE}/Manifest/ReferenceNumber`,
    `${FILE}/Manifest/Package`,
    `${FILE}/Manifest/Package/Activity`,
    `${FILE}/Manifest/Package/ReferenceNumber`,
    ...['Origin', 'Exception', 'Delivery', 'Generic'].flatMap((kind) => [
      `${FILE}/${kind}/PackageReferenceNumber`,
      `${FILE}/${kind}/ShipmentReferenceNumber`,
    ]),
    `${FILE}/Exception/UpdatedAddress/AddressExtendedInformation`,
    `${FILE}/Delivery/DeliveryLocation/AddressArtifactFormat/AddressExtendedInformation`,
  ]),
]);

/**
 * Unread files, or files by name or by date, of one, several or all subscriptions of the user who granted the
 * token. Business errors arrive inside a 200, in `QuantumViewResponse.Response.Error`.
 */
export const events = Object.freeze({
  id: 'quantum-view.events',
  slug: 'quantum-view',
  method: 'POST',
  path: '/api/quantumview/{version}/events',
  versions: ['v1', 'v2', 'v3'],
  currentVersion: 'v3',
  deprecatedVersions: ['v1'],
  requestFormat: 'json',
  auth: 'bearer',
  headers: [],
  requestArrays: [
    { path: 'QuantumViewRequest/SubscriptionRequest' },
    { path: 'QuantumViewRequest/SubscriptionRequest/FileName' },
  ],
  responseArrays,
  responseNames:
    'AccessPointLocationID Activity ActivityLocation ActivityType AddShippingChargesToCODIndicator Address AddressArtifactFormat AddressExtendedInformation AddressLine1 AddressLine2 AddressLine3 AttentionName BarCodeIndicator BeginDate BillToAccount Bookmark BuildingName COD CODAmount CODCode CallTagARS CategoryAHazardousIndicator City ClinicalTrialIndicationNumber ClinicalTrialIndicator Code CollectBillIndicator CommercialInvoiceRemoval CompanyName ConsigneeBillIndicator ConsigneeName CountryCode CurrencyCode CustomerContext CustomsValue Date DateRange DeliverToAddresseeOnlyIndicator Delivery DeliveryLocation DeliveryPreference Description DimensionalWeight Dimensions DirectDeliveryIndicator DocumentsOnly DriverRelease EMailAddress EarliestDeliveryTime EndDate Error ErrorCode ErrorDescription ErrorDigest ErrorLocation ErrorLocationAttributeName ErrorLocationElementName ErrorSeverity Exception FailedEmailAddress FailureNotification FailureNotificationCode FaxNumber FileName Generic HarmonizedCode HazardousMaterialsCode Height High HoldForPickup HoldForPickupAtUPSAccessPoint ImportControl InstallationDeliveryIndicator InsuredValue ItemDisposalIndicator LabelDeliveryMethod LargePackage LastPickupDate LeadShipmentTrackingNumber Length LiftGateOnDelivery LiftGateOnPickUp LocationAssured LocationID Low Manifest ManufactureCountry MinimumRetrySeconds MonetaryValue Name Number Option Origin Package PackageReferenceNumber PackageReleaseCodeIndicator PackageServiceOptions PackageWeight PhoneNumber PickupDate PickupPreference PoliticalDivision1 PoliticalDivision2 PoliticalDivision3 PostalCode PostalServiceTrackingID PostcodeExtendedLow PostcodePrimaryLow ProactiveResponseIndicator Product QuantumViewEvents QuantumViewResponse ReasonCode ReasonDescription ReceivingAddressName ReferenceNumber RescheduledDeliveryDate RescheduledDeliveryTime ResidentialAddressIndicator Resolution Response ResponseStatusCode ResponseStatusDescription ReturnsFlexibleAccess RoomOfChoiceIndicator SaturdayDelivery SaturdayNonPremiumCommercialDeliveryIndicator SaturdayPickup ScheduledDeliveryDate ScheduledDeliveryTime Service ShipTo ShipmentChargeType ShipmentReferenceNumber ShipmentServiceOptions Shipper ShipperAssignedIdentificationNumber ShipperNumber SignedForByName SpecialInstructions StateProvinceCode StatusCode StatusDescription StatusType StreetName StreetNumberLow StreetPrefix StreetSuffix StreetType SubscriberID SubscriptionEvents SubscriptionFile SubscriptionStatus SundayNonPremiumCommercialDeliveryIndicator TaxIdentificationNumber Time ToolVersion TrackingNumber TransactionReference Type UAPAddress UPSAccessPointCODIndicator UPSPremierAccessorialIndicator UPSPremierCategoryCode UPSPremiumCareIndicator UPSReturnsExchange UPScarbonneutral UnitOfMeasurement UpdatedAddress Value Weight WhiteGloveDeliveryIndicator Width XpciVersion'.split(
      ' ',
    ),
  parameters: [],
  statuses: usualStatuses,
  effect: 'consumes',
  errorsInsideSuccess: true,
} as const) satisfies WireOperation;

/** The registered operations: one address serves every request. */
export const operations: readonly WireOperation[] = Object.freeze([events]);

/** The kinds of records in a file, in the order in which the carrier lists them. */
export const eventKinds = Object.freeze(['Manifest', 'Origin', 'Exception', 'Delivery', 'Generic'] as const);
/** The kind of one record. */
export type EventKind = (typeof eventKinds)[number];

/** The only value of `Request.RequestAction`. */
export const requestAction = 'QVEvents';

export { responseStatus, severities } from '../response/envelope/wire.ts';

/** What a program can do about a code, for the developer who reads the fault. */
export const errorHints: Readonly<Record<string, { readonly en: string; readonly fr: string }>> =
  Object.freeze({
    '330015': {
      en: 'Send a bookmark with exactly the criteria of the request that returned it, or start again without.',
      fr: 'Envoyez un signet avec exactement les critères de la demande qui l’a donné, ou recommencez sans.',
    },
    '330052': {
      en: 'Whoever authorized has no active subscription: activate one on the carrier’s site.',
      fr: 'La personne qui a autorisé n’a aucun abonnement actif : activez-en un sur le site du transporteur.',
    },
    '336000': {
      en: 'The named subscriptions are inactive; the files of the others are in this answer.',
      fr: 'Les abonnements nommés sont inactifs; les fichiers des autres sont dans cette réponse.',
    },
  });
