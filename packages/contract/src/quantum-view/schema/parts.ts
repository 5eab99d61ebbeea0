import { type TString, Type } from 'typebox';
import { exactly, flag, free, list, maybe, measured, text } from '../../schema/notation.ts';

/** A reference on the label. `code` differs between records, so its length is handed in. */
export function reference(code: TString, barCode: TString = flag('Not used.')) {
  return Type.Object({
    BarCodeIndicator: maybe(barCode),
    Number: maybe(exactly(1, 'Position of the reference.')),
    Code: maybe(code),
    Value: text(1, 35, 'As the shipper wrote it; any characters.'),
  });
}

/** References of a parcel. */
export const packageReferences = (code: TString) => list(reference(code), 'v3');
/** References of a shipment. */
export const shipmentReferences = (code: TString) => list(reference(code), 'v3');

/** The two characters that name a reference on the label. */
export const referenceCode = exactly(2, 'Kind of reference.');

/** Where a scan happened: city, division, country. */
export const ActivityLocation = Type.Object({
  AddressArtifactFormat: Type.Object({
    PoliticalDivision2: maybe(text(1, 30, 'City.')),
    PoliticalDivision1: maybe(text(2, 5, 'State or province.')),
    CountryCode: maybe(text(2, 3, 'Country or territory.')),
  }),
});

/** Who pays, and on which account. */
export const BillToAccount = Type.Object({
  Option: exactly(2, '01 shipper, 02 consignee, 03 third party, 04 freight collect; Generic also 99.'),
  Number: text(1, 10, 'Account that pays.'),
});

const street = {
  AddressLine1: maybe(text(1, 35)),
  AddressLine2: maybe(text(1, 35)),
  AddressLine3: maybe(text(1, 35)),
  City: maybe(text(1, 30)),
  StateProvinceCode: maybe(text(1, 5)),
  PostalCode: maybe(text(1, 10, 'Recorded answers carry a dash: 31098-1887.')),
  CountryCode: maybe(exactly(2)),
};

/** Where the shipper is. */
export const ShipperAddress = Type.Object({
  ...street,
  ResidentialAddressIndicator: maybe(flag('Present: residential.')),
});
/** Where the shipment goes. */
export const ShipToAddress = Type.Object({ ConsigneeName: maybe(text(1, 35)), ...street });
/** Where an access point is. */
export const AccessPointAddress = Type.Object(street);

/** Suite, floor and the like. */
export const AddressExtendedInformation = list(
  Type.Object({
    Type: maybe(text(1, 40, 'Suite, apartment, floor…')),
    Low: maybe(text(1, 11)),
    High: maybe(text(1, 3)),
  }),
  'v3',
);

/** Money as text: at most 21474836.47, `.` before the cents. */
export const money = measured('currency-beside', text(1, 11));

/** What is collected on delivery. */
export const CodAmount = Type.Object({
  CurrencyCode: maybe(exactly(3)),
  MonetaryValue: maybe(money),
});

/** Yes as the letter `Y`; absent means no. */
export const yes = exactly(1, 'Y: requested.');

/** A member that the carrier declares and never fills. */
export const unused = free('Not used.');
