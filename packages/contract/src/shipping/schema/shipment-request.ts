import { Type } from 'typebox';
import { coded, list, maybe, maybeDespiteFile, sinceSubVersion, text, upTo } from '../../schema/notation.ts';
import { LabelStockSize, TransactionReference } from './parts.ts';
import { Shipment } from './shipment.ts';

const Request = Type.Object({
  RequestOption: text(1, 15, 'What is asked for, where the path does not say it.'),
  SubVersion: maybe(
    sinceSubVersion('1601', upTo(4, 'YYMM; newer members of the answer come only to who asks for them.')),
  ),
  TransactionReference: maybe(TransactionReference),
});

const LabelSpecification = Type.Object({
  LabelImageFormat: coded(text(1, 4), maybe(text(1, 35))),
  HTTPUserAgent: maybe(text(1, 64)),
  LabelStockSize: maybeDespiteFile(LabelStockSize),
  Instruction: maybe(list(coded(upTo(2), maybe(text(1, 35))))),
  CharacterSet: maybe(upTo(3)),
});

const ReceiptSpecification = Type.Object({
  ImageFormat: coded(upTo(3), maybe(text(1, 35))),
});

export const ShipmentRequestBody = Type.Object({
  Request: Request,
  Shipment: Shipment,
  LabelSpecification: maybe(LabelSpecification),
  ReceiptSpecification: maybe(ReceiptSpecification),
});
