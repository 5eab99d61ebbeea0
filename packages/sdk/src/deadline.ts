import { CarrierFault, faultCodes } from './errors.ts';

/**
 * One signal out of the caller's own and of time running out, for a whole call and for the attempt under way. An
 * attempt that ran out of time ends alone; the next one has a fresh signal.
 */
export interface Deadline {
  /** Aborted when the call, or its present attempt, must end. */
  readonly signal: AbortSignal;
  /** The fault behind the end of the whole call, or `undefined` while it has not ended. */
  fault(): CarrierFault | undefined;
  /** The fault behind the abort of the signal, or `undefined` while it is not aborted. */
  attemptFault(): CarrierFault | undefined;
  startAttempt(milliseconds: number): void;
  /** Time of its own no longer ends the attempt. */
  stopAttemptClock(): void;
  endAttempt(): void;
  /** Lets go of timers and listeners. */
  end(): void;
}

/**
 * @param milliseconds After how long the call ends by itself.
 * @param outer The caller's signal, which ends it earlier.
 */
export function startDeadline(milliseconds: number, outer?: AbortSignal | undefined): Deadline {
  let controller = new AbortController();
  let ended: CarrierFault | undefined;
  let attemptTimer: ReturnType<typeof setTimeout> | undefined;
  const endWith = (fault: CarrierFault) => {
    ended ??= fault;
    controller.abort(ended);
  };
  const passOn = () => endWith(abortedBy(outer?.reason));
  const timer = setTimeout(() => endWith(timedOut(milliseconds)), milliseconds);
  if (outer?.aborted === true) passOn();
  else outer?.addEventListener('abort', passOn, { once: true });
  return {
    get signal() {
      return controller.signal;
    },
    fault: () => ended,
    attemptFault: () => (controller.signal.aborted ? (controller.signal.reason as CarrierFault) : undefined),
    startAttempt: (attemptMs) => {
      attemptTimer = setTimeout(() => controller.abort(timedOut(attemptMs)), attemptMs);
    },
    stopAttemptClock: () => clearTimeout(attemptTimer),
    endAttempt: () => {
      clearTimeout(attemptTimer);
      if (controller.signal.aborted && ended === undefined) controller = new AbortController();
    },
    end: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', passOn);
    },
  };
}

function timedOut(milliseconds: number): CarrierFault {
  return new CarrierFault({
    code: faultCodes.timeout,
    text: `No complete answer within ${milliseconds} ms.`,
    outcome: 'unknown',
    retryable: true,
  });
}

function abortedBy(reason: unknown): CarrierFault {
  return new CarrierFault({
    code: faultCodes.aborted,
    text: 'The caller ended the call.',
    outcome: 'unknown',
    cause: reason,
  });
}
