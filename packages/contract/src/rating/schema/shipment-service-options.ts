import { Type } from 'typebox';
import { coded, exactly, flag, free, maybe, money, text, upTo } from '../../schema/notation.ts';
import { COD } from './parts.ts';

const ShipmentServiceOptionsDeliveryConfirmation = Type.Object({
  DCISType: free(),
});

const PickupOptions = Type.Object({
  LiftGateAtPickupIndicator: maybe(flag()),
  HoldForPickupIndicator: maybe(flag()),
});

const DeliveryOptions = Type.Object({
  LiftGateAtDeliveryIndicator: maybe(flag()),
  DropOffAtUPSFacilityIndicator: maybe(flag()),
});

const RestrictedArticles = Type.Object({
  AlcoholicBeveragesIndicator: maybe(flag()),
  DiagnosticSpecimensIndicator: maybe(flag()),
  PerishablesIndicator: maybe(flag()),
  PlantsIndicator: maybe(flag()),
  SeedsIndicator: maybe(flag()),
  SpecialExceptionsIndicator: maybe(flag()),
  TobaccoIndicator: maybe(flag()),
  ECigarettesIndicator: maybe(flag()),
  HempCBDIndicator: maybe(flag()),
});

export const ShipmentServiceOptions = Type.Object({
  GlobalCheckoutIndicator: maybe(flag()),
  SaturdayPickupIndicator: maybe(flag()),
  SaturdayDeliveryIndicator: maybe(flag()),
  SundayDeliveryIndicator: maybe(flag()),
  AvailableServicesOption: maybe(exactly(1)),
  AccessPointCOD: maybe(money(text(2, 11))),
  DeliverToAddresseeOnlyIndicator: maybe(flag()),
  DirectDeliveryOnlyIndicator: maybe(flag()),
  COD: maybe(COD),
  DeliveryConfirmation: maybe(ShipmentServiceOptionsDeliveryConfirmation),
  ReturnOfDocumentIndicator: maybe(flag()),
  UPScarbonneutralIndicator: maybe(flag()),
  CertificateOfOriginIndicator: maybe(flag()),
  PickupOptions: maybe(PickupOptions),
  DeliveryOptions: maybe(DeliveryOptions),
  RestrictedArticles: maybe(RestrictedArticles),
  ShipperExportDeclarationIndicator: maybe(flag()),
  CommercialInvoiceRemovalIndicator: maybe(flag()),
  ImportControl: maybe(coded(upTo(2), maybe(text(1, 50)))),
  ReturnService: maybe(coded(text(1, 2), maybe(text(1, 50)))),
  SDLShipmentIndicator: maybe(flag()),
  EPRAIndicator: maybe(flag()),
  InsideDelivery: maybe(upTo(2)),
  ItemDisposalIndicator: maybe(flag()),
});
