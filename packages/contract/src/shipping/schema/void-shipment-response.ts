import { Type } from 'typebox';
import { coded, exactly, list, maybe, text, upTo } from '../../schema/notation.ts';
import { TransactionReference } from './parts.ts';

const VoidShipmentResponseResponse = Type.Object({
  ResponseStatus: coded(exactly(1), text(1, 35)),
  Alert: maybe(coded(text(1, 10), text(1, 150))),
  TransactionReference: maybe(TransactionReference),
});

const SummaryResult = Type.Object({
  Status: coded(exactly(1), text(1, 15)),
});

const PackageLevelResults = Type.Object({
  TrackingNumber: upTo(18, '1Z number of a package.'),
  Status: coded(exactly(1), text(1, 35)),
});

export const VoidShipmentResponseBody = Type.Object({
  Response: VoidShipmentResponseResponse,
  SummaryResult: SummaryResult,
  PackageLevelResults: maybe(list(PackageLevelResults, 'v2403')),
});
