import { Type } from 'typebox';
import {
  date,
  exactly,
  flag,
  free,
  list,
  maybe,
  maybeDespiteFile,
  measured,
  orEmpty,
  text,
  time,
} from '../../schema/notation.ts';
import {
  AccessPointAddress,
  BillToAccount,
  CodAmount,
  money,
  referenceCode,
  ShipperAddress,
  ShipToAddress,
  yes,
} from './parts.ts';

const phone = text(1, 15, 'Digits only; ten of them in the United States.');

const Shipper = Type.Object({
  Name: text(1, 35),
  AttentionName: maybe(text(1, 35)),
  TaxIdentificationNumber: maybe(text(1, 15)),
  PhoneNumber: maybe(phone),
  FaxNumber: maybe(phone),
  ShipperNumber: maybe(exactly(6, 'The shipper’s account.')),
  EMailAddress: maybe(text(1, 50)),
  Address: maybe(ShipperAddress),
});

const ShipTo = Type.Object({
  ShipperAssignedIdentificationNumber: maybe(text(1, 35, 'The shipper’s own number of the receiver.')),
  CompanyName: maybe(text(1, 35)),
  AttentionName: maybe(text(1, 35)),
  PhoneNumber: maybe(phone),
  TaxIdentificationNumber: maybe(text(1, 15)),
  FaxNumber: maybe(phone),
  EMailAddress: maybe(text(1, 50)),
  Address: maybe(ShipToAddress),
  LocationID: maybe(text(3, 10)),
  ReceivingAddressName: maybe(text(1, 35)),
});

const Reference = Type.Object({
  Number: maybe(exactly(1, 'Position of the reference.')),
  Code: maybe(referenceCode),
  Value: text(1, 35, 'As the shipper wrote it; any characters.'),
});

const Dimensions = Type.Object({
  Length: measured('unit-unnamed', text(1, 9, 'Zero-padded in recorded answers: 00000000.')),
  Width: measured('unit-unnamed', text(1, 9, 'As the length.')),
  Height: measured('unit-unnamed', text(1, 9, 'As the length.')),
});

const DimensionalWeight = Type.Object({
  UnitOfMeasurement: Type.Object({
    Code: exactly(3, 'LBS or KGS.'),
    Description: maybe(text(1, 35)),
  }),
  Weight: measured('unit-beside', free('Zero for letters.')),
});

const PackageServiceOptions = Type.Object({
  COD: maybe(
    orEmpty(
      Type.Object({
        CODCode: maybe(free('1 regular, 2 express, 3 tagless.')),
        CODAmount: maybe(CodAmount),
      }),
    ),
  ),
  InsuredValue: maybe(Type.Object({ CurrencyCode: maybe(free('Not filled.')), MonetaryValue: money })),
  EarliestDeliveryTime: maybe(time()),
  HazardousMaterialsCode: maybe(exactly(1, '1 hazardous, 2 hazardous and billed electronically.')),
  HoldForPickup: maybeDespiteFile(flag('Present: hold for pick-up.')),
  AddShippingChargesToCODIndicator: maybe(flag('Present: charges are added to the amount collected.')),
});

const Package = Type.Object({
  Activity: maybe(list(Type.Object({ Date: maybe(date()), Time: maybe(time()) }), 'v3')),
  Description: maybe(text(1, 120)),
  Dimensions: maybe(Dimensions),
  DimensionalWeight: maybe(DimensionalWeight),
  PackageWeight: maybe(
    Type.Object({
      Weight: measured('unit-unnamed', text(1, 9, 'Signed and zero-padded in recorded answers: +0007.0.')),
    }),
  ),
  LargePackage: maybe(exactly(1, '1 oversize 1, 2 oversize 2, 4 large package.')),
  TrackingNumber: maybe(text(1, 35)),
  ReferenceNumber: maybe(
    list(
      Type.Object({
        Number: maybe(free('Position of the reference.')),
        Code: maybe(referenceCode),
        Value: text(1, 35, 'As the shipper wrote it; any characters.'),
      }),
      'v3',
    ),
  ),
  PackageServiceOptions: maybe(PackageServiceOptions),
  UPSPremiumCareIndicator: maybe(flag('Present: premium care.')),
});

const ShipmentServiceOptions = Type.Object({
  SaturdayPickup: maybeDespiteFile(flag('Present: Saturday pick-up.')),
  SaturdayDelivery: maybeDespiteFile(flag('Present: Saturday delivery.')),
  CallTagARS: maybe(
    Type.Object({
      Number: maybe(text(1, 12)),
      Code: maybe(text(2, 3, 'How the return is organized.')),
    }),
  ),
});

const AccessPoint = Type.Object({
  CompanyName: maybe(text(1, 35)),
  AttentionName: maybe(text(1, 35)),
  Address: maybe(AccessPointAddress),
  PhoneNumber: maybe(phone),
});

/** Everything known when the shipper transmits a shipment: bookkeeping, not yet in the carrier's hands. */
export const Manifest = Type.Object({
  Shipper,
  ShipTo,
  ReferenceNumber: maybe(list(Reference, 'v3')),
  Service: maybe(
    Type.Object({ Code: text(2, 3, '03, or 003 in recorded answers.'), Description: maybe(free()) }),
  ),
  PickupDate: maybe(date()),
  ScheduledDeliveryDate: maybe(date('YYYYMMDD; 19000101 in recorded answers means none.')),
  ScheduledDeliveryTime: maybe(time()),
  DocumentsOnly: maybe(exactly(1, '1 letter, 2 document, 3 goods, 4 pallet.')),
  Package: maybe(list(Package, 'v3')),
  ShipmentServiceOptions: maybe(ShipmentServiceOptions),
  ManufactureCountry: maybe(text(1, 3)),
  HarmonizedCode: maybe(text(1, 35)),
  CustomsValue: maybe(Type.Object({ MonetaryValue: text(1, 16) })),
  SpecialInstructions: maybe(text(1, 35)),
  ShipmentChargeType: maybe(exactly(3)),
  BillToAccount: maybe(BillToAccount),
  ConsigneeBillIndicator: maybeDespiteFile(flag('Present: the consignee pays.')),
  CollectBillIndicator: maybeDespiteFile(flag('Present: paid on delivery.')),
  LocationAssured: maybe(yes),
  ImportControl: maybe(yes),
  LabelDeliveryMethod: maybe(exactly(3, 'LDE, LDO, LDP, LDT or LPM.')),
  CommercialInvoiceRemoval: maybe(yes),
  PostalServiceTrackingID: maybe(text(1, 35, 'The postal service’s own tracking number.')),
  ReturnsFlexibleAccess: maybe(yes),
  UPScarbonneutral: maybe(yes),
  Product: maybe(free('PAC, for pack-and-collect returns only.')),
  UPSReturnsExchange: maybe(free('Y: requested.')),
  LiftGateOnDelivery: maybe(yes),
  LiftGateOnPickUp: maybe(yes),
  PickupPreference: maybe(exactly(1, 'Y: dropped off at a facility of the carrier.')),
  DeliveryPreference: maybe(exactly(1, 'Y: held for pick-up.')),
  HoldForPickupAtUPSAccessPoint: maybe(yes),
  UAPAddress: maybe(AccessPoint),
  DeliverToAddresseeOnlyIndicator: maybe(yes),
  UPSAccessPointCODIndicator: maybe(yes),
  ClinicalTrialIndicator: maybe(yes),
  ClinicalTrialIndicationNumber: maybe(text(0, 20)),
  CategoryAHazardousIndicator: maybe(yes),
  DirectDeliveryIndicator: maybe(yes),
  PackageReleaseCodeIndicator: maybe(yes),
  ProactiveResponseIndicator: maybe(yes),
  WhiteGloveDeliveryIndicator: maybe(yes),
  RoomOfChoiceIndicator: maybe(yes),
  InstallationDeliveryIndicator: maybe(yes),
  ItemDisposalIndicator: maybe(yes),
  LeadShipmentTrackingNumber: maybe(text(1, 35, 'Tracking number of the shipment’s first parcel.')),
  SaturdayNonPremiumCommercialDeliveryIndicator: maybe(yes),
  SundayNonPremiumCommercialDeliveryIndicator: maybe(yes),
  UPSPremierAccessorialIndicator: maybe(yes),
  UPSPremierCategoryCode: maybe(exactly(3, 'PRS, PRG or PRP.')),
});
