import { Type } from 'typebox';
import {
  coded,
  exactly,
  flag,
  free,
  list,
  matching,
  maybe,
  measured,
  money,
  sinceSubVersion,
  text,
  upTo,
} from '../../schema/notation.ts';
import {
  AdjustedHeight,
  CODTurnInPage,
  Dimensions,
  Image,
  ItemizedCharges,
  RateModifier,
  ShippingReceipt,
  TaxCharges,
} from './parts.ts';

const ResponseTransactionReference = Type.Object({
  CustomerContext: maybe(text(1, 512, 'Comes back unchanged in the answer.')),
  TransactionIdentifier: maybe(free('The carrier’s own identifier of the call.')),
});

const Response = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)), 'v2403')),
  TransactionReference: maybe(ResponseTransactionReference),
});

const ShipmentCharges = Type.Object({
  RateChart: maybe(exactly(1)),
  BaseServiceCharge: maybe(sinceSubVersion('1701', money(text(1, 19)))),
  TransportationCharges: money(text(1, 19)),
  ItemizedCharges: maybe(sinceSubVersion('1601', list(ItemizedCharges, 'v2403'))),
  ServiceOptionsCharges: money(text(1, 19)),
  TaxCharges: maybe(list(TaxCharges, 'v2403')),
  TotalCharges: money(text(1, 19)),
  TotalChargesWithTaxes: maybe(money(text(1, 19))),
});

const NegotiatedRateCharges = Type.Object({
  ItemizedCharges: maybe(sinceSubVersion('1601', list(ItemizedCharges, 'v2403'))),
  TaxCharges: maybe(list(TaxCharges, 'v2403')),
  TotalCharge: maybe(money(text(1, 19))),
  RateModifier: maybe(sinceSubVersion('2407', list(RateModifier))),
  TotalChargesWithTaxes: maybe(money(text(1, 19))),
});

const TransportationCharges = Type.Object({
  GrossCharge: money(text(1, 19)),
  DiscountAmount: money(text(1, 19)),
  DiscountPercentage: measured('percent', text(1, 5)),
  NetCharge: money(text(1, 19)),
});

const FreightDensityRate = Type.Object({
  Density: measured('unit-unnamed', text(1, 5)),
  TotalCubicFeet: measured('cubic-feet', text(1, 9)),
});

const FRSShipmentDataHandlingUnits = Type.Object({
  Quantity: text(1, 8),
  Type: coded(upTo(3), maybe(text(1, 35))),
  Dimensions: Dimensions,
  AdjustedHeight: maybe(AdjustedHeight),
});

const FRSShipmentData = Type.Object({
  TransportationCharges: TransportationCharges,
  FreightDensityRate: maybe(FreightDensityRate),
  HandlingUnits: maybe(list(FRSShipmentDataHandlingUnits, 'v2403')),
});

const BillingWeight = Type.Object({
  UnitOfMeasurement: coded(upTo(3), maybe(text(1, 35))),
  Weight: measured('unit-beside', upTo(8)),
});

const PackageResultsRateModifier = Type.Object({
  ModifierType: sinceSubVersion('2205', upTo(3)),
  ModifierDesc: sinceSubVersion('2205', text(1, 50)),
  Amount: measured('currency-above', sinceSubVersion('2205', text(1, 16))),
});

const ShippingLabel = Type.Object({
  ImageFormat: coded(upTo(3), maybe(text(1, 35))),
  GraphicImage: free('Base64.'),
  GraphicImagePart: maybe(list(free(), 'v2403')),
  InternationalSignatureGraphicImage: maybe(free()),
  HTMLImage: maybe(free('Base64.')),
  PDF417: maybe(free()),
});

const Form = Type.Object({
  Code: maybe(upTo(2)),
  Description: maybe(text(1, 35, 'The code in words; the carrier does not read it.')),
  Image: maybe(Image),
  FormGroupId: maybe(text(1, 26)),
  FormGroupIdName: maybe(text(1, 50)),
});

const NegotiatedCharges = Type.Object({
  ItemizedCharges: maybe(sinceSubVersion('1607', list(ItemizedCharges, 'v2403'))),
  RateModifier: maybe(sinceSubVersion('2407', list(RateModifier))),
});

const PackageResults = Type.Object({
  TrackingNumber: upTo(18, '1Z number of a package.'),
  RateModifier: maybe(sinceSubVersion('2205', list(PackageResultsRateModifier, 'v2403'))),
  BaseServiceCharge: maybe(sinceSubVersion('1701', money(text(1, 19)))),
  ServiceOptionsCharges: maybe(money(text(1, 19))),
  ShippingLabel: maybe(ShippingLabel),
  ShippingReceipt: maybe(ShippingReceipt),
  USPSPICNumber: maybe(free()),
  CN22Number: maybe(free()),
  Accessorial: maybe(sinceSubVersion('1707', list(coded(upTo(3), maybe(text(1, 50))), 'v2403'))),
  SimpleRate: maybe(coded(upTo(2))),
  Form: maybe(Form),
  ItemizedCharges: maybe(sinceSubVersion('1607', list(ItemizedCharges, 'v2403'))),
  NegotiatedCharges: maybe(sinceSubVersion('1607', NegotiatedCharges)),
});

const ShipmentResultsForm = Type.Object({
  Code: maybe(text(1, 2)),
  Description: maybe(text(1, 35, 'The code in words; the carrier does not read it.')),
  Image: maybe(Image),
  FormGroupId: maybe(text(1, 26)),
  FormGroupIdName: maybe(text(1, 50)),
});

const PalletLabel = Type.Object({
  PalletLabel: maybe(free()),
});

const ShipmentResults = Type.Object({
  Disclaimer: maybe(list(coded(upTo(2), maybe(free())), 'v2403')),
  ShipmentCharges: maybe(ShipmentCharges),
  NegotiatedRateCharges: maybe(NegotiatedRateCharges),
  FRSShipmentData: maybe(FRSShipmentData),
  RatingMethod: maybe(upTo(2)),
  BillableWeightCalculationMethod: maybe(upTo(2)),
  BillingWeight: BillingWeight,
  ShipmentIdentificationNumber: maybe(upTo(18, '1Z number of the first package; it names the shipment.')),
  MIDualReturnShipmentKey: maybe(text(4, 50, 'YYYY-MM-DD')),
  BarCodeImage: maybe(free()),
  PackageResults: maybe(list(PackageResults, 'v2403')),
  ControlLogReceipt: maybe(list(ShippingReceipt, 'v2409')),
  Form: maybe(ShipmentResultsForm),
  CODTurnInPage: maybe(CODTurnInPage),
  HighValueReport: maybe(CODTurnInPage),
  LabelURL: maybe(free()),
  LocalLanguageLabelURL: maybe(free()),
  ReceiptURL: maybe(free()),
  LocalLanguageReceiptURL: maybe(free()),
  DGPaperImage: maybe(list(free(), 'v2403')),
  MasterCartonID: maybe(text(1, 24)),
  RoarRatedIndicator: maybe(flag()),
  GCCN: maybe(free()),
  USI: maybe(matching('^(?:[0-9]{10}|[0-9]{9}T)$')),
  Message: maybe(free()),
  SubProNumber: maybe(free()),
  PalletLabel: maybe(PalletLabel),
  BillOfLading: maybe(free()),
});

export const ShipmentResponseBody = Type.Object({
  Response: Response,
  ShipmentResults: ShipmentResults,
});
