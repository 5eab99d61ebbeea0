import { Type } from 'typebox';
import { date, exactly, flag, free, maybe, orEmpty, text, time } from '../../schema/notation.ts';
import {
  ActivityLocation,
  AddressExtendedInformation,
  BillToAccount,
  CodAmount,
  packageReferences,
  referenceCode,
  shipmentReferences,
  unused,
} from './parts.ts';

const scanned = {
  ShipperNumber: exactly(6, 'The shipper’s account.'),
  TrackingNumber: exactly(18, 'The parcel’s 1Z number.'),
};

const originReferenceCode = text(2, 3, 'Kind of reference.');

/** The first physical scan. */
export const Origin = Type.Object({
  PackageReferenceNumber: maybe(packageReferences(originReferenceCode)),
  ShipmentReferenceNumber: maybe(shipmentReferences(originReferenceCode)),
  ...scanned,
  Date: date(),
  Time: time(),
  ActivityLocation: maybe(ActivityLocation),
  BillToAccount: maybe(BillToAccount),
  ScheduledDeliveryDate: maybe(date()),
  ScheduledDeliveryTime: maybe(time()),
});

const UpdatedAddress = Type.Object({
  ConsigneeName: maybe(text(1, 35)),
  StreetNumberLow: maybe(text(1, 11)),
  StreetPrefix: maybe(text(1, 2)),
  StreetName: maybe(text(1, 50)),
  StreetType: maybe(text(1, 4)),
  StreetSuffix: maybe(text(1, 2)),
  AddressExtendedInformation: maybe(AddressExtendedInformation),
  PoliticalDivision3: maybe(text(1, 30, 'Neighbourhood or town.')),
  PoliticalDivision2: maybe(text(1, 30, 'City.')),
  PoliticalDivision1: maybe(text(2, 5, 'State or province.')),
  CountryCode: maybe(text(2, 3)),
  PostcodePrimaryLow: maybe(text(1, 10)),
});

/** Something went otherwise than planned: what, why, and what the carrier did about it. */
export const Exception = Type.Object({
  PackageReferenceNumber: maybe(packageReferences(referenceCode)),
  ShipmentReferenceNumber: maybe(shipmentReferences(referenceCode)),
  ...scanned,
  Date: date(),
  Time: time(),
  UpdatedAddress: maybe(UpdatedAddress),
  StatusCode: maybe(exactly(2)),
  StatusDescription: maybe(text(1, 120)),
  ReasonCode: maybe(exactly(2)),
  ReasonDescription: maybe(text(1, 40)),
  Resolution: maybe(Type.Object({ Code: exactly(2), Description: maybe(text(1, 40)) })),
  RescheduledDeliveryDate: maybe(date()),
  RescheduledDeliveryTime: maybe(time()),
  ActivityLocation: maybe(ActivityLocation),
  BillToAccount: maybe(BillToAccount),
  AccessPointLocationID: maybe(text(0, 9)),
});

const DeliveryAddress = Type.Object({
  ConsigneeName: maybe(text(1, 35)),
  StreetNumberLow: maybe(text(1, 11)),
  StreetPrefix: maybe(text(1, 2)),
  StreetName: maybe(text(1, 50)),
  StreetType: maybe(text(1, 3)),
  StreetSuffix: maybe(text(1, 2)),
  BuildingName: maybe(text(1, 40)),
  AddressExtendedInformation: maybe(AddressExtendedInformation),
  PoliticalDivision3: maybe(text(1, 30, 'Neighbourhood or town.')),
  PoliticalDivision2: maybe(text(1, 30, 'City.')),
  PoliticalDivision1: maybe(text(1, 5, 'State or province.')),
  CountryCode: maybe(free()),
  PostcodePrimaryLow: maybe(text(1, 15)),
  PostcodeExtendedLow: maybe(text(1, 4, 'United States only.')),
  ResidentialAddressIndicator: maybe(
    flag('Present: residential; recorded answers send it empty for businesses too.'),
  ),
});

/** The parcel was handed over: when, where, to whom. */
export const Delivery = Type.Object({
  PackageReferenceNumber: maybe(packageReferences(referenceCode)),
  ShipmentReferenceNumber: maybe(shipmentReferences(referenceCode)),
  ...scanned,
  Date: text(1, 8, 'YYYYMMDD'),
  Time: text(1, 6, 'HHMMSS'),
  DriverRelease: maybe(text(1, 40, 'The driver’s note when nobody signed.')),
  ActivityLocation: maybe(ActivityLocation),
  DeliveryLocation: maybe(
    Type.Object({
      AddressArtifactFormat: DeliveryAddress,
      Code: maybe(text(1, 16)),
      Description: maybe(text(1, 15)),
      SignedForByName: maybe(text(1, 35)),
    }),
  ),
  COD: maybe(orEmpty(Type.Object({ CODAmount: maybe(CodAmount) }))),
  BillToAccount: maybe(BillToAccount),
  LastPickupDate: maybe(text(1, 10, 'Last day to pick up at the access point.')),
  AccessPointLocationID: maybe(text(1, 9)),
});

const FailureNotification = Type.Object({
  FailedEmailAddress: maybe(text(1, 50)),
  FailureNotificationCode: maybe(Type.Object({ Code: maybe(exactly(2)), Description: maybe(unused) })),
});

/** Everything else, told apart by `ActivityType`. */
export const Generic = Type.Object({
  ActivityType: text(1, 15, 'Two letters, see the activity types.'),
  TrackingNumber: text(1, 35),
  ShipperNumber: maybe(text(1, 10)),
  ShipmentReferenceNumber: maybe(shipmentReferences(referenceCode)),
  PackageReferenceNumber: maybe(packageReferences(referenceCode)),
  Service: maybe(Type.Object({ Code: text(2, 3), Description: maybe(unused) })),
  Activity: maybe(Type.Object({ Date: maybe(date()), Time: maybe(time()) })),
  BillToAccount: maybe(BillToAccount),
  ShipTo: maybe(
    Type.Object({
      LocationID: maybe(text(3, 10)),
      ReceivingAddressName: maybe(text(1, 35)),
      Bookmark: maybe(free()),
    }),
  ),
  RescheduledDeliveryDate: maybe(text(1, 8, 'New date with DS, UD, OD; agreed date with SD.')),
  FailureNotification: maybe(FailureNotification),
});
