import { CarrierFault, faultCodes } from './errors.ts';

/**
 * One signal out of the caller's own and of time running out, for a whole call and for the attempt under way. An
 * attempt that ran out of time ends alone; the next one has a fresh signal.
 */
export class Deadline {
  #controller = new AbortController();
  #ended: CarrierFault | undefined;
  #giveUp: ((fault: CarrierFault) => void) | undefined;
  #attemptTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #outer: AbortSignal | undefined;

  /**
   * @param milliseconds After how long the call ends by itself.
   * @param outer The caller's signal, which ends it earlier.
   */
  constructor(milliseconds: number, outer: AbortSignal | undefined) {
    this.#timer = setTimeout(() => this.#endWith(timedOut(milliseconds)), milliseconds);
    this.#outer = outer;
    if (outer?.aborted === true) this.#passOn();
    else outer?.addEventListener('abort', this.#passOn, { once: true });
  }

  /** Aborted when the call, or its present attempt, must end. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The fault behind the end of the whole call, or `undefined` while it has not ended. */
  fault(): CarrierFault | undefined {
    return this.#ended;
  }

  /** The fault behind the abort of the signal, or `undefined` while it is not aborted. */
  attemptFault(): CarrierFault | undefined {
    return this.signal.aborted ? (this.signal.reason as CarrierFault) : undefined;
  }

  /**
   * What the work gives, unless the call ends before. The work itself goes on: others may wait for it too.
   *
   * @throws the fault that ended the call; where it had ended already the work is not begun.
   */
  within<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) return reject(this.#ended);
      this.#giveUp = reject;
      work().then(resolve, reject);
    });
  }

  startAttempt(milliseconds: number): void {
    const end = () => this.#controller.abort(timedOut(milliseconds));
    this.#attemptTimer = setTimeout(end, milliseconds);
  }

  /** Time of its own no longer ends the attempt. */
  stopAttemptClock(): void {
    clearTimeout(this.#attemptTimer);
  }

  endAttempt(): void {
    this.stopAttemptClock();
    if (this.signal.aborted && this.#ended === undefined) this.#controller = new AbortController();
  }

  /** Lets go of timers and listeners. */
  end(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#passOn);
  }

  #endWith(fault: CarrierFault): void {
    this.#ended ??= fault;
    this.#controller.abort(this.#ended);
    this.#giveUp?.(this.#ended);
  }

  readonly #passOn = () => this.#endWith(abortedBy(this.#outer?.reason));
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
