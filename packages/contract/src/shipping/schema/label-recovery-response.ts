import { Type } from 'typebox';
import { coded, exactly, free, list, maybe, sinceSubVersion, text, upTo } from '../../schema/notation.ts';
import { CODTurnInPage, Image, NetCostDateRange, TransactionReference } from './parts.ts';

const LabelRecoveryResponseResponse = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(list(coded(text(1, 10), text(1, 150)))),
  TransactionReference: maybe(TransactionReference),
});

const LabelImage = Type.Object({
  LabelImageFormat: coded(upTo(4)),
  GraphicImage: free('Base64.'),
  HTMLImage: maybe(free('Base64.')),
  PDF417: maybe(free()),
  InternationalSignatureGraphicImage: maybe(free()),
  URL: maybe(free()),
});

const Receipt = Type.Object({
  HTMLImage: maybe(free('Base64.')),
  Image: maybe(Image),
  URL: maybe(free()),
});

const LabelResults = Type.Object({
  TrackingNumber: maybe(upTo(18, '1Z number of a package.')),
  LabelImage: maybe(LabelImage),
  MailInnovationsTrackingNumber: maybe(text(1, 34)),
  MailInnovationsLabelImage: maybe(LabelImage),
  Receipt: maybe(Receipt),
  Form: maybe(sinceSubVersion('1707', CODTurnInPage)),
});

const TrackingCandidate = Type.Object({
  TrackingNumber: upTo(18, '1Z number of a package.'),
  DestinationPostalCode: maybe(text(1, 9)),
  DestinationCountryCode: maybe(exactly(2)),
  PickupDateRange: maybe(NetCostDateRange),
});

export const LabelRecoveryResponseBody = Type.Object({
  Response: LabelRecoveryResponseResponse,
  ShipmentIdentificationNumber: maybe(upTo(18, '1Z number of the first package; it names the shipment.')),
  LabelResults: list(LabelResults),
  CODTurnInPage: maybe(CODTurnInPage),
  Form: maybe(sinceSubVersion('1707', CODTurnInPage)),
  HighValueReport: maybe(sinceSubVersion('1707', CODTurnInPage)),
  TrackingCandidate: maybe(list(TrackingCandidate)),
});
