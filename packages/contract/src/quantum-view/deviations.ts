import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const REQUEST = 'QuantumViewRequest';
const RESPONSE = 'QuantumViewResponse';
const EVENTS = `${RESPONSE}/QuantumViewEvents`;
const FILE = `${EVENTS}/SubscriptionEvents/SubscriptionFile`;

const recorded = sources.seen('recorded test answers in Net::Async::Webservice::UPS');
const zeroPadded = sources.seen('UPS-API/api-documentation, thread 117');
const emptyCod = sources.seen('UPS-API/api-documentation, threads 106 and 117');
const ownValues = sources.file('QuantumView.yaml');

/** Every difference between `schema.ts` and the carrier's QuantumView.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'added',
    paths: [`${REQUEST}/Request/TransactionReference/XpciVersion`, `${REQUEST}/SubscriptionRequest/Bookmark`],
    why: 'The file’s own example sends it.',
    ...ownValues,
  },
  {
    aspect: 'length',
    paths: [`${REQUEST}/Request/RequestAction`],
    why: 'The file says 11 characters; the only valid value has 8.',
    ...ownValues,
  },
  {
    aspect: 'required',
    paths: [`${RESPONSE}/Response/TransactionReference`],
    why: 'It echoes what the request may leave out.',
    ...ownValues,
  },
  {
    aspect: 'required',
    paths: [`${EVENTS}`, `${EVENTS}/SubscriptionEvents`, `${RESPONSE}/Response/Error/ErrorLocation`],
    why: 'A refusal carries an error without events and without a location; nothing new carries no events.',
    ...recorded,
  },
  {
    aspect: 'length',
    paths: [`${RESPONSE}/Response/Error/ErrorDescription`],
    why: 'The file says at most 50 characters; the recorded text of 336000 has 66 and grows with the names.',
    ...recorded,
  },
  {
    aspect: 'required',
    paths: [
      `${FILE}/Manifest/Package/PackageServiceOptions/HoldForPickup`,
      `${FILE}/Manifest/ShipmentServiceOptions/SaturdayPickup`,
      `${FILE}/Manifest/ShipmentServiceOptions/SaturdayDelivery`,
      `${FILE}/Manifest/ConsigneeBillIndicator`,
      `${FILE}/Manifest/CollectBillIndicator`,
    ],
    why: 'A tag whose presence says yes would say yes for every parcel.',
    ...ownValues,
  },
  {
    aspect: 'length',
    paths: [`${FILE}/Manifest/Service/Code`, `${FILE}/Generic/Service/Code`],
    why: 'The file says exactly 3; service codes have two characters, recorded answers pad them to three.',
    ...recorded,
  },
  {
    aspect: 'length',
    paths: [
      `${FILE}/Manifest/Shipper/Address/PostalCode`,
      `${FILE}/Manifest/ShipTo/Address/PostalCode`,
      `${FILE}/Manifest/UAPAddress/Address/PostalCode`,
    ],
    why: 'The file says at most 9; a recorded code has a dash: 31098-1887.',
    ...recorded,
  },
  {
    aspect: 'length',
    paths: ['Length', 'Width', 'Height'].map((side) => `${FILE}/Manifest/Package/Dimensions/${side}`),
    why: 'The file says exactly 3 and 9; a live answer sent 00000000 for each.',
    ...zeroPadded,
  },
  {
    aspect: 'empty',
    paths: [`${FILE}/Manifest/Package/PackageServiceOptions/COD`, `${FILE}/Delivery/COD`],
    why: 'Live answers send an empty text where nothing is to be collected.',
    ...emptyCod,
  },
  {
    aspect: 'length',
    paths: [`${FILE}/Manifest/Package/PackageWeight/Weight`],
    why: 'The file says exactly 6; a live answer sent +0007.0.',
    ...zeroPadded,
  },
  {
    aspect: 'length',
    paths: [
      `${FILE}/Manifest/Package/PackageServiceOptions/COD/CODAmount/MonetaryValue`,
      `${FILE}/Manifest/Package/PackageServiceOptions/InsuredValue/MonetaryValue`,
      `${FILE}/Delivery/COD/CODAmount/MonetaryValue`,
    ],
    why: 'The file says exactly 8; its own greatest value, 21474836.47, has 11 and small amounts fewer.',
    ...ownValues,
  },
  {
    aspect: 'length',
    paths: [`${FILE}/Manifest/CustomsValue/MonetaryValue`],
    why: 'The file says exactly 16; amounts are of any length up to that.',
    ...ownValues,
  },
  {
    aspect: 'length',
    paths: [
      `${FILE}/Origin/ActivityLocation/AddressArtifactFormat/CountryCode`,
      `${FILE}/Exception/ActivityLocation/AddressArtifactFormat/CountryCode`,
      `${FILE}/Exception/UpdatedAddress/CountryCode`,
      `${FILE}/Delivery/ActivityLocation/AddressArtifactFormat/CountryCode`,
    ],
    why: 'The file says exactly 3; all the values it lists have two letters.',
    ...ownValues,
  },
  {
    aspect: 'length',
    paths: [`${FILE}/Origin/PackageReferenceNumber/Code`, `${FILE}/Origin/ShipmentReferenceNumber/Code`],
    why: 'The file says exactly 3 here and 2 for the same codes in every other record.',
    ...ownValues,
  },
  {
    aspect: 'length',
    paths: [
      `${FILE}/Manifest/ShipmentServiceOptions/CallTagARS/Code`,
      `${FILE}/Manifest/ShipmentServiceOptions/CallTagARS/Number`,
      `${FILE}/Manifest/PostalServiceTrackingID`,
    ],
    why: 'The file gives the greatest length as the exact one; its own code values have two characters.',
    ...ownValues,
  },
] as const);
