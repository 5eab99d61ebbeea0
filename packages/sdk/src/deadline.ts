import { CarrierFault, faultCodes } from './errors.ts';

/** One signal out of the caller's own and of time running out. `end` lets go of timers and listeners. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** The fault behind an abort of this deadline, or `undefined` while it has not ended. */
  fault(): CarrierFault | undefined;
  /** Time no longer ends it; the outer signal still does. */
  stopClock(): void;
  end(): void;
}

/**
 * @param milliseconds After how long the deadline ends by itself.
 * @param outer A signal that ends it earlier: the caller's, or that of a longer deadline.
 */
export function startDeadline(milliseconds: number, outer?: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const passOn = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => controller.abort(timedOut(milliseconds)), milliseconds);
  if (outer?.aborted === true) passOn();
  else outer?.addEventListener('abort', passOn, { once: true });
  return {
    signal: controller.signal,
    fault: () => (controller.signal.aborted ? asFault(controller.signal.reason) : undefined),
    stopClock: () => clearTimeout(timer),
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

function asFault(reason: unknown): CarrierFault {
  if (reason instanceof CarrierFault) return reason;
  return new CarrierFault({
    code: faultCodes.aborted,
    text: 'The caller ended the call.',
    outcome: 'unknown',
    cause: reason,
  });
}
