import { Type } from 'typebox';
import { exactly, free, list, maybe, measured, text, upTo } from '../../schema/notation.ts';
import { LocatorResponseGeocode } from './parts.ts';
import { SearchResults } from './search-results.ts';

const ResponseTransactionReference = Type.Object({
  CustomerContext: maybe(text(0, 512, 'Comes back unchanged in the answer.')),
  XpciVersion: maybe(upTo(6)),
});

const ErrorLocation = Type.Object({
  ErrorLocationElementName: maybe(text(1, 512)),
  ErrorLocationAttributeName: maybe(text(1, 50)),
});

const ResponseError = Type.Object({
  ErrorSeverity: text(1, 15),
  ErrorCode: text(1, 15),
  ErrorDescription: maybe(text(1, 50)),
  MinimumRetrySeconds: maybe(measured('seconds', text(1, 5))),
  ErrorLocation: maybe(list(ErrorLocation, 'v2')),
  ErrorDigest: maybe(list(free(), 'v2')),
});

const Response = Type.Object({
  TransactionReference: maybe(ResponseTransactionReference),
  ResponseStatusCode: exactly(1),
  ResponseStatusDescription: maybe(text(1, 15)),
  Error: maybe(ResponseError),
});

export const LocatorResponseBody = Type.Object({
  Response: Response,
  Geocode: maybe(LocatorResponseGeocode),
  SearchResults: SearchResults,
  AllowAllConfidenceLevels: text(4, 5),
});
