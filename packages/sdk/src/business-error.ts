import { responseStatus, severities } from '@lading/contract/response/envelope/wire';
import { CarrierFault, faultCodes, type Hints } from './errors.ts';
import { isObject, type JsonObject, textOf, unreadable, within } from './json.ts';
import { type Answer, transactionIdOf } from './refusal.ts';

/**
 * The warnings beside a success; a failure inside a 200 is thrown.
 *
 * @param body Below the answer's outer member.
 * @throws CarrierFault with the carrier's code, or `ANSWER_UNREADABLE` for what says neither success nor failure.
 */
export function refuseFailure(body: JsonObject, answer: Answer, hints?: Hints): readonly JsonObject[] {
  const errors = errorsOf(body);
  if (textOf(within(body, 'Response'), 'ResponseStatusCode') === responseStatus.success) return errors;
  const first = errors.find((error) => textOf(error, 'ErrorSeverity') !== severities.warning);
  const transactionId = transactionIdOf(answer);
  if (first === undefined) throw unreadable(answer.status, 'unknown', transactionId);
  const seconds = Number(textOf(first, 'MinimumRetrySeconds'));
  throw new CarrierFault({
    code: textOf(first, 'ErrorCode') ?? faultCodes.answerUnreadable,
    text: textOf(first, 'ErrorDescription') ?? 'Refused without a reason.',
    status: answer.status,
    transactionId,
    outcome: 'refused',
    retryable: textOf(first, 'ErrorSeverity') === severities.transient,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
    hints,
  });
}

/** One or many. */
function errorsOf(body: JsonObject): readonly JsonObject[] {
  const errors = within(body, 'Response').Error;
  return (Array.isArray(errors) ? errors : [errors]).filter(isObject);
}
