import { type Static, Type } from 'typebox';
import { free, list, maybe, measured } from '../schema/notation.ts';
import { Address, Status } from './schema/parts.ts';

const AccessPointInformation = Type.Object({
  pickupByDate: maybe(free()),
});

const Location = Type.Object({
  address: maybe(Address),
  slic: maybe(free()),
});

const Activity = Type.Object({
  date: maybe(free('YYYYMMDD')),
  gmtDate: maybe(free()),
  gmtOffset: maybe(free()),
  gmtTime: maybe(free()),
  location: maybe(Location),
  status: maybe(Status),
  time: maybe(free('HHMMSS')),
  logicalScan: maybe(Type.Boolean()),
});

const AlternateTrackingNumber = Type.Object({
  number: maybe(free()),
  type: maybe(free()),
});

const DeliveryDate = Type.Object({
  date: maybe(free('YYYYMMDD')),
  type: maybe(free()),
});

const DeliveryPhoto = Type.Object({
  isNonPostalCodeCountry: maybe(Type.Boolean()),
  photo: maybe(free()),
  photoCaptureInd: maybe(free()),
  photoDispositionCode: maybe(free()),
});

const Signature = Type.Object({
  image: maybe(free()),
});

const DeliveryInformationPod = Type.Object({
  content: maybe(free()),
});

const DeliveryInformation = Type.Object({
  deliveryPhoto: maybe(DeliveryPhoto),
  location: maybe(free()),
  receivedBy: maybe(free()),
  signature: maybe(Signature),
  pod: maybe(DeliveryInformationPod),
});

const DeliveryTime = Type.Object({
  endTime: maybe(free('HHMMSS')),
  startTime: maybe(free('HHMMSS')),
  type: maybe(free()),
});

const Dimension = Type.Object({
  height: maybe(measured('unit-beside', free())),
  length: maybe(measured('unit-beside', free())),
  unitOfDimension: maybe(free()),
  width: maybe(measured('unit-beside', free())),
});

const SubMilestone = Type.Object({
  category: maybe(free()),
});

const Milestones = Type.Object({
  category: maybe(free()),
  code: maybe(free()),
  current: maybe(Type.Boolean()),
  description: maybe(free()),
  linkedActivity: maybe(free()),
  state: maybe(free()),
  subMilestone: maybe(SubMilestone),
});

const PackageAddress = Type.Object({
  address: maybe(Address),
  attentionName: maybe(free()),
  name: maybe(free()),
  type: maybe(free()),
});

const PaymentInformation = Type.Object({
  amount: maybe(measured('currency-beside', free())),
  currency: maybe(free()),
  id: maybe(free()),
  paid: maybe(Type.Boolean()),
  paymentMethod: maybe(free()),
  type: maybe(free()),
});

const Service = Type.Object({
  code: maybe(free()),
  description: maybe(free()),
  levelCode: maybe(free()),
});

const Weight = Type.Object({
  unitOfMeasurement: maybe(free()),
  weight: maybe(measured('unit-beside', free())),
});

const Package = Type.Object({
  accessPointInformation: maybe(AccessPointInformation),
  activity: maybe(list(Activity)),
  additionalAttributes: maybe(list(free())),
  additionalServices: maybe(list(free())),
  alternateTrackingNumber: maybe(list(AlternateTrackingNumber)),
  currentStatus: maybe(Status),
  deliveryDate: maybe(list(DeliveryDate)),
  deliveryInformation: maybe(DeliveryInformation),
  deliveryTime: maybe(DeliveryTime),
  dimension: maybe(Dimension),
  isSmartPackage: maybe(Type.Boolean()),
  milestones: maybe(list(Milestones)),
  packageAddress: maybe(list(PackageAddress)),
  packageCount: maybe(Type.Integer()),
  paymentInformation: maybe(list(PaymentInformation)),
  referenceNumber: maybe(list(AlternateTrackingNumber)),
  service: maybe(Service),
  statusCode: maybe(free()),
  statusDescription: maybe(free()),
  suppressionIndicators: maybe(list(free())),
  trackingNumber: maybe(free()),
  ucixStatus: maybe(free()),
  weight: maybe(Weight),
});

const Warning = Type.Object({
  code: maybe(free()),
  message: maybe(free()),
});

const Shipment = Type.Object({
  inquiryNumber: maybe(free()),
  package: maybe(list(Package)),
  userRelation: maybe(list(free())),
  warnings: maybe(list(Warning)),
});

const TrackResponseBody = Type.Object({
  shipment: maybe(list(Shipment)),
});

/** What is known of the shipments and packages asked for. */
export const TrackResponse = Type.Object({
  trackResponse: maybe(TrackResponseBody),
});

/** See the schema of the same name. */
export type TrackResponse = Static<typeof TrackResponse>;
