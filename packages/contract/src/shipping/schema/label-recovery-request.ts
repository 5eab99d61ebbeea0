import { Type } from 'typebox';
import { coded, flag, free, list, maybe, maybeDespiteFile, text, upTo } from '../../schema/notation.ts';
import { LabelStockSize } from './parts.ts';

const LRRequestTransactionReference = Type.Object({
  CustomerContext: maybe(text(5, 512, 'Comes back unchanged in the answer.')),
});

const LabelRecoveryRequestRequest = Type.Object({
  SubVersion: maybe(free('YYMM; newer members of the answer come only to who asks for them.')),
  RequestOption: maybe(free('What is asked for, where the path does not say it.')),
  TransactionReference: maybe(LRRequestTransactionReference),
});

const LabelRecoveryRequestLabelSpecification = Type.Object({
  HTTPUserAgent: maybe(text(1, 64)),
  LabelImageFormat: maybe(coded(upTo(4), maybe(text(1, 35)))),
  LabelStockSize: maybe(LabelStockSize),
});

const Translate = Type.Object({
  LanguageCode: text(2, 3),
  DialectCode: upTo(2),
  Code: upTo(2),
});

const LabelRecoveryRequestLabelDelivery = Type.Object({
  LabelLinkIndicator: maybe(flag()),
  ResendEMailIndicator: maybe(flag()),
});

const ReferenceValuesReferenceNumber = Type.Object({
  Value: text(1, 35),
});

const ReferenceValues = Type.Object({
  ReferenceNumber: ReferenceValuesReferenceNumber,
  ShipperNumber: upTo(6, 'Account number, six letters and digits.'),
});

const LabelRecoveryRequestUPSPremiumCareForm = Type.Object({
  PageSize: upTo(2),
  PrintType: upTo(2),
});

export const LabelRecoveryRequestBody = Type.Object({
  Request: LabelRecoveryRequestRequest,
  LabelSpecification: maybe(LabelRecoveryRequestLabelSpecification),
  Translate: maybe(Translate),
  LabelDelivery: maybe(LabelRecoveryRequestLabelDelivery),
  TrackingNumber: maybe(text(1, 18, '1Z number of a package.')),
  TrackingNumbers: maybeDespiteFile(list(free())),
  MailInnovationsTrackingNumber: maybe(text(1, 34)),
  ReferenceValues: maybeDespiteFile(ReferenceValues),
  Locale: maybe(upTo(5, 'Language and country, en_US or fr_CA.')),
  UPSPremiumCareForm: maybe(LabelRecoveryRequestUPSPremiumCareForm),
});
