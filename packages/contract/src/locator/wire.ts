import { arrays } from '../arrays/since.ts';
import { tracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const locatorRequestArrays = Object.freeze([
  ...arrays(undefined, [
    'LocatorRequest/LocationID',
    'LocatorRequest/LocationSearchCriteria/SearchOption',
    'LocatorRequest/LocationSearchCriteria/SearchOption/OptionCode',
    'LocatorRequest/LocationSearchCriteria/ServiceSearch/ServiceCode',
    'LocatorRequest/LocationSearchCriteria/ServiceSearch/ServiceOptionCode',
    'LocatorRequest/LocationSearchCriteria/FreightWillCallSearch/FacilityAddress',
    'LocatorRequest/LocationSearchCriteria/FreightWillCallSearch/FacilityAddress/AddressLine',
    'LocatorRequest/LocationSearchCriteria/AccessPointSearch/IncludeCriteria/MerchantAccountNumberList/MerchantAccountNumber',
    'LocatorRequest/LocationSearchCriteria/AccessPointSearch/IncludeCriteria/ServiceOfferingList/ServiceOffering',
    'LocatorRequest/LocationSearchCriteria/AccessPointSearch/ExcludeFromResult/BusinessClassificationCode',
    'LocatorRequest/LocationSearchCriteria/AccessPointSearch/ExcludeFromResult/PostalCodeList/PostalCode',
  ]),
]);

const locatorResponseArrays = Object.freeze([
  ...arrays('v2', [
    'LocatorResponse/Response/Error/ErrorLocation',
    'LocatorResponse/Response/Error/ErrorDigest',
    'LocatorResponse/SearchResults/DropLocation',
    'LocatorResponse/SearchResults/DropLocation/LocationAttribute/OptionCode/TransportationPickUpSchedule/PickUp',
    'LocatorResponse/SearchResults/DropLocation/AdditionalComments/CommentType',
    'LocatorResponse/SearchResults/DropLocation/OperatingHours/StandardHours',
    'LocatorResponse/SearchResults/DropLocation/OperatingHours/StandardHours/DayOfWeek',
    'LocatorResponse/SearchResults/DropLocation/LocalizedInstruction',
    'LocatorResponse/SearchResults/DropLocation/PromotionInformation',
    'LocatorResponse/SearchResults/DropLocation/ServiceOfferingList/ServiceOffering',
    'LocatorResponse/SearchResults/DropLocation/AccessPointInformation/BusinessClassificationList/BusinessClassification',
    'LocatorResponse/SearchResults/DropLocation/AccessPointInformation/PrivateNetworkList/PrivateNetwork',
    'LocatorResponse/SearchResults/AvailableLocationAttributes',
    'LocatorResponse/SearchResults/AvailableLocationAttributes/OptionCode',
    'LocatorResponse/SearchResults/AvailableLocationAttributes/OptionCode/TransportationPickUpSchedule/PickUp',
  ]),
  ...arrays('v3', [
    'LocatorResponse/SearchResults/GeocodeCandidate',
    'LocatorResponse/SearchResults/DropLocation/PhoneNumber',
    'LocatorResponse/SearchResults/DropLocation/LocationAttribute',
    'LocatorResponse/SearchResults/DropLocation/LocationAttribute/OptionCode',
    'LocatorResponse/SearchResults/DropLocation/SpecialInstructions',
    'LocatorResponse/SearchResults/DropLocation/SpecialInstructions/Segment',
    'LocatorResponse/SearchResults/DropLocation/LatestGroundDropOffTime',
    'LocatorResponse/SearchResults/DropLocation/LatestAirDropOffTime',
    'LocatorResponse/SearchResults/DropLocation/Disclaimer',
  ]),
]);

/** Locations near a place, or what locations can offer. Business errors arrive inside a 200. */
export const search = Object.freeze({
  id: 'locator.search',
  slug: 'locator',
  method: 'POST',
  path: '/api/locations/{version}/search/availabilities/{reqOption}',
  versions: ['v1', 'v2', 'v3'],
  currentVersion: 'v3',
  deprecatedVersions: ['v1'],
  parameters: [
    {
      name: 'reqOption',
      in: 'path',
      required: true,
      values: ['1', '8', '16', '24', '32', '40', '48', '56', '64'],
    },
    { name: 'Locale', in: 'query', required: false, default: 'en_US' },
  ],
  requestFormat: 'json',
  auth: 'bearer',
  headers: tracing,
  requestArrays: locatorRequestArrays,
  responseArrays: locatorResponseArrays,
  responseNames:
    'AccessPointInformation AccessPointStatus ActiveAvailableAccessPointIndicator AdditionalChargeIndicator AdditionalComments AddressKeyFormat AddressLine AllowAllConfidenceLevels Availability AvailableIndicator AvailableLocationAttributes BusinessClassification BusinessClassificationList Category CloseHours ClosedIndicator Code CommentType Comments ConsigneeName CountryCode CustomerContext DCRAvailability Day DayOfWeek Description Disclaimer DisplayPhoneNumberIndicator Distance DropLocation EMailAddress Error ErrorCode ErrorDescription ErrorDigest ErrorLocation ErrorLocationAttributeName ErrorLocationElementName ErrorSeverity FacilitySLIC FacilityType FaxNumber FeaturedRank FreightSortFacilityCode Geocode GeocodeCandidate HomePageURL HoursType HubSortCode IVR ImageURL LandmarkName Last50ftInstruction LatestAirDropOffTime LatestDropOffHours LatestGroundDropOffTime Latitude Locale LocalizedInstruction LocationAttribute LocationID LocationImage LocationNewIndicator LocatorResponse Longitude MinimumRetrySeconds Name NetworkDescription NetworkID NoPickUpIndicator NonSecureURL NonStandardHoursOfOperation Number Open24HoursIndicator OpenHours OperatingHours OptionCode OptionType OriginOrDestination PhoneNumber PhraseID PickUp PickUpDetails PickUpTime PoliticalDivision1 PoliticalDivision2 PoliticalDivision3 PostcodeExtendedLow PostcodePrimaryLow PrepHours PrivateNetwork PrivateNetworkList Promotion PromotionInformation PromotionalLinkURL PublicAccessPointID Response ResponseStatusCode ResponseStatusDescription SLIC SearchResults SecureURL Segment ServiceOffering ServiceOfferingList ShippingAvailability SortCode SpecialInstructions StandardHours StandardHoursOfOperation Text TextToSpeechIndicator Timezone TransactionReference TransportationPickUpSchedule UnavailableReason UnitOfMeasurement Value WillCallHoursOfOperation WillCallLocationIndicator XpciVersion'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: true,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([search]);
