import { Type } from 'typebox';
import { coded, flag, free, list, maybe, money, text, upTo } from '../../schema/notation.ts';
import { InternationalForms } from './international-forms.ts';
import { COD, DeliveryConfirmation, VoiceMessage } from './parts.ts';

const EMail = Type.Object({
  EMailAddress: list(text(1, 50)),
  UndeliverableEMailAddress: maybe(text(1, 50)),
  FromEMailAddress: maybe(text(1, 50)),
  FromName: maybe(text(1, 35)),
  Memo: maybe(text(1, 150)),
});

const Locale = Type.Object({
  Language: upTo(3),
  Dialect: upTo(2),
});

const Notification = Type.Object({
  NotificationCode: text(1, 3),
  EMail: EMail,
  VoiceMessage: maybe(VoiceMessage),
  TextMessage: maybe(VoiceMessage),
  Locale: maybe(Locale),
});

const LabelDeliveryEMail = Type.Object({
  EMailAddress: text(1, 50),
});

const LabelDelivery = Type.Object({
  EMail: maybe(LabelDeliveryEMail),
  LabelLinksIndicator: maybe(flag()),
});

const EMailMessage = Type.Object({
  EMailAddress: text(1, 50),
  UndeliverableEMailAddress: maybe(text(1, 50)),
});

const PreAlertNotificationLocale = Type.Object({
  Language: text(1, 3),
  Dialect: text(1, 2),
});

const PreAlertNotification = Type.Object({
  EMailMessage: maybe(EMailMessage),
  VoiceMessage: maybe(VoiceMessage),
  TextMessage: maybe(VoiceMessage),
  Locale: PreAlertNotificationLocale,
});

const RestrictedArticles = Type.Object({
  DiagnosticSpecimensIndicator: maybe(flag()),
  AlcoholicBeveragesIndicator: maybe(flag()),
  PerishablesIndicator: maybe(flag()),
  PlantsIndicator: maybe(flag()),
  SeedsIndicator: maybe(flag()),
  SpecialExceptionsIndicator: maybe(flag()),
  TobaccoIndicator: maybe(flag()),
  ECigarettesIndicator: maybe(flag()),
});

export const ShipmentServiceOptions = Type.Object({
  SaturdayDeliveryIndicator: maybe(flag()),
  SaturdayPickupIndicator: maybe(flag()),
  COD: maybe(COD),
  AccessPointCOD: maybe(money(text(1, 8))),
  DeliverToAddresseeOnlyIndicator: maybe(flag()),
  DirectDeliveryOnlyIndicator: maybe(flag()),
  Notification: maybe(list(Notification)),
  LabelDelivery: maybe(LabelDelivery),
  InternationalForms: maybe(InternationalForms),
  DeliveryConfirmation: maybe(DeliveryConfirmation),
  ReturnOfDocumentIndicator: maybe(flag()),
  ImportControlIndicator: maybe(flag()),
  LabelMethod: maybe(coded(upTo(2), maybe(text(1, 35)))),
  CommercialInvoiceRemovalIndicator: maybe(flag()),
  UPScarbonneutralIndicator: maybe(flag()),
  PreAlertNotification: maybe(list(PreAlertNotification)),
  ExchangeForwardIndicator: maybe(flag()),
  HoldForPickupIndicator: maybe(flag()),
  DropoffAtUPSFacilityIndicator: maybe(flag()),
  LiftGateForPickUpIndicator: maybe(flag()),
  LiftGateForDeliveryIndicator: maybe(flag()),
  SDLShipmentIndicator: maybe(flag()),
  EPRAReleaseCode: maybe(text(4, 6)),
  RestrictedArticles: maybe(RestrictedArticles),
  InsideDelivery: maybe(upTo(2)),
  ItemDisposal: maybe(flag()),
  EUDeMinimisIndicator: maybe(free()),
});
