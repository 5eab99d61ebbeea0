import { CarrierFault, type Outcome } from './errors.ts';
import { isObject, type JsonObject, objectsOf, parse, textOf, within } from './json.ts';

/** An HTTP answer with its whole body. Header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The number that the request bore (`transid`), where its operation takes one. */
  readonly sentTransactionId?: string | undefined;
}

/** Refusals that pass by themselves. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * The fault in an answer that is no success. A status of 500 and more leaves open whether the request was acted
 * on: it may come from something between us and what did act.
 *
 * @param now Milliseconds since 1970, for a `Retry-After` that names a date.
 */
export function refusalOf(answer: Answer, now: number): CarrierFault {
  const { status, headers } = answer;
  const outcome: Outcome = status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unknown';
  return new CarrierFault({
    ...firstError(answer),
    status,
    outcome,
    transactionId: transactionIdOf(answer),
    retryable: PASSING.has(status),
    retryAfterSeconds: retryAfter(headers['retry-after'], now),
  });
}

/** The carrier's number for the exchange, under any of the names it uses; where it names none, the one it was sent. */
export function transactionIdOf({ headers, sentTransactionId }: Answer): string | undefined {
  return headers.transid ?? headers.bkndtransid ?? sentTransactionId;
}

function firstError({ status, headers, body }: Answer): { code: string; text: string } {
  const document = parse(body);
  const found = isObject(document) ? errorsOf(document)[0] : undefined;
  const code = found && (textOf(found, 'code') ?? textOf(found, 'errorCode'));
  const text = found && (textOf(found, 'message') ?? textOf(found, 'errorMessage'));
  return {
    code: code ?? headers.apierrorcode ?? headers.errorcode ?? `HTTP_${status}`,
    text: text ?? headers.apierrormessage ?? headers.errordescription ?? `The carrier answered ${status}.`,
  };
}

/** `{ response: { errors: [] } }`, as nearly everywhere, or `{ errors: [] }` without the wrapper. */
function errorsOf(document: JsonObject): readonly JsonObject[] {
  const wrapped = objectsOf(within(document, 'response'), 'errors');
  return wrapped.length > 0 ? wrapped : objectsOf(document, 'errors');
}

/** Seconds, or a date as HTTP writes it. */
function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
