import { type Static, Type } from 'typebox';
import { exactly, free, list, maybe, maybeDespiteFile, measured, text } from '../schema/notation.ts';
import { Manifest } from './schema/manifest.ts';
import { Delivery, Exception, Generic, Origin } from './schema/records.ts';

const CustomerContext = maybe(text(0, 512, 'Comes back unchanged in the answer.'));

const DateTimeRange = Type.Object({
  BeginDateTime: maybe(exactly(14, 'YYYYMMDDHHmmss, at most 7 days ago.')),
  EndDateTime: maybe(exactly(14, 'YYYYMMDDHHmmss; absent: 7 days after the begin.')),
});

const SubscriptionRequest = Type.Object({
  Name: maybe(text(0, 21, 'Exactly as the subscription is called.')),
  DateTimeRange: maybe(DateTimeRange),
  FileName: maybe(list(free('YYMMDD_HHmmssnnn'))),
  Bookmark: maybe(free('Where the carrier’s own example has it; the schema has it beside the list.')),
});

/** What may be asked: nothing (all unread), or subscriptions by name, narrowed by dates or file names. */
export const QuantumViewRequest = Type.Object({
  QuantumViewRequest: Type.Object({
    Request: Type.Object({
      TransactionReference: maybe(
        Type.Object({
          CustomerContext,
          XpciVersion: maybe(free('Sent by the carrier’s own example, undeclared in its schema.')),
        }),
      ),
      RequestAction: Type.Literal('QVEvents'),
    }),
    SubscriptionRequest: maybe(list(SubscriptionRequest)),
    Bookmark: maybe(free('From the answer before, beside the criteria of the request before.')),
  }),
});

/** One error or warning inside an answer. */
export const Fault = Type.Object({
  ErrorSeverity: maybe(text(1, 15, 'Warning, Hard or Transient.')),
  ErrorCode: maybe(text(1, 15)),
  ErrorDescription: maybe(text(1, 512)),
  MinimumRetrySeconds: maybe(measured('seconds', text(1, 5, '1 to 86400; with transient errors only.'))),
  ErrorLocation: maybeDespiteFile(
    list(
      Type.Object({
        ErrorLocationElementName: maybe(text(1, 512, 'XPath of the element in error.')),
        ErrorLocationAttributeName: maybe(text(1, 50)),
      }),
      'v2',
    ),
  ),
  ErrorDigest: maybe(list(free('Content of the element in error.'), 'v2')),
});

const Response = Type.Object({
  TransactionReference: maybeDespiteFile(
    Type.Object({
      CustomerContext: maybe(free()),
      XpciVersion: maybe(exactly(6)),
      ToolVersion: maybe(exactly(3)),
    }),
  ),
  ResponseStatusCode: exactly(1, '1 success, 0 failure.'),
  ResponseStatusDescription: maybe(text(1, 15)),
  Error: maybe(list(Fault, 'v2')),
});

/** One file with its records by kind. */
export const SubscriptionFile = Type.Object({
  FileName: exactly(16, 'YYMMDD_HHmmssnnn'),
  StatusType: Type.Object({ Code: exactly(1, 'R read, U unread.'), Description: text(1, 6) }),
  Manifest: maybe(list(Manifest, 'v2')),
  Origin: maybe(list(Origin, 'v2')),
  Exception: maybe(list(Exception, 'v2')),
  Delivery: maybe(list(Delivery, 'v2')),
  Generic: maybe(list(Generic, 'v2')),
});

/** One subscription with its files. */
export const SubscriptionEvents = Type.Object({
  Name: maybe(text(1, 21)),
  Number: maybe(text(1, 16)),
  SubscriptionStatus: Type.Object({
    Code: text(1, 2, 'UN, AT, P, A, I or S.'),
    Description: maybe(text(1, 9)),
  }),
  DateRange: maybe(
    Type.Object({
      BeginDate: exactly(16, 'MM-DD-YYYY-HH-MM'),
      EndDate: maybe(exactly(16, 'MM-DD-YYYY-HH-MM')),
    }),
  ),
  SubscriptionFile: maybe(list(SubscriptionFile, 'v2')),
});

/** The answer in its strict form: every node that can repeat is an array, whatever the version. */
export const QuantumViewResponse = Type.Object({
  QuantumViewResponse: Type.Object({
    Response,
    QuantumViewEvents: maybeDespiteFile(
      Type.Object({
        SubscriberID: text(1, 16, 'The user name of whoever granted the token.'),
        SubscriptionEvents: maybeDespiteFile(list(SubscriptionEvents, 'v2')),
      }),
    ),
    Bookmark: maybe(free('Base64; present: there is more, ask again with it.')),
  }),
});

/** A request in its strict form. */
export type QuantumViewRequest = Static<typeof QuantumViewRequest>;
/** An answer in its strict form. */
export type QuantumViewResponse = Static<typeof QuantumViewResponse>;
/** One error or warning inside an answer. */
export type QuantumViewFault = Static<typeof Fault>;
/** One subscription with its files. */
export type QuantumViewSubscription = Static<typeof SubscriptionEvents>;
/** One file with its records by kind. */
export type QuantumViewFile = Static<typeof SubscriptionFile>;
/** See `Manifest`. */
export type ManifestRecord = Static<typeof Manifest>;
/** See `Origin`. */
export type OriginRecord = Static<typeof Origin>;
/** See `Exception`. */
export type ExceptionRecord = Static<typeof Exception>;
/** See `Delivery`. */
export type DeliveryRecord = Static<typeof Delivery>;
/** See `Generic`. */
export type GenericRecord = Static<typeof Generic>;
