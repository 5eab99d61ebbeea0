import { type CarrierFault, isCarrierFault } from '@lading/sdk/errors';
import { type ReadingFaultCode, readingFaultTexts } from '../../api/reading-faults.ts';
import { troubleOf } from '../carrier/faults.ts';
import type { CarrierWord } from './reader.ts';

interface FaultDetails {
  readonly code: string;
  readonly message: string;
  /** The carrier may have marked as read what did not arrive: it must be read again by date. */
  readonly mayHaveLost: boolean;
  readonly retryAfterSeconds?: number | null;
  /** Waiting does not help: a person must do something first. */
  readonly isForPeople?: boolean;
  readonly cause?: unknown;
}

/** Why a walk through a subscription did not reach its end. It becomes the subscription's last fault. */
export class ReadingFault extends Error {
  override readonly name = 'ReadingFault';
  readonly code: string;
  readonly mayHaveLost: boolean;
  readonly retryAfterSeconds: number | null;
  readonly isForPeople: boolean;

  constructor(details: FaultDetails) {
    super(details.message, { cause: details.cause });
    this.code = details.code;
    this.mayHaveLost = details.mayHaveLost;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.isForPeople = details.isForPeople ?? false;
  }
}

/** A fault that the hub names; `detail` is for whoever looks closer. */
export function ourFault(
  code: ReadingFaultCode,
  more: { readonly mayHaveLost: boolean; readonly detail?: string; readonly isForPeople?: boolean },
): ReadingFault {
  const { detail, ...rest } = more;
  const sentence = readingFaultTexts[code].en;
  return new ReadingFault({ code, message: detail ? `${sentence} (${detail})` : sentence, ...rest });
}

/** The carrier's refusal inside a success. A bookmark it refuses leaves open what it made of the walk. */
export function refusedBy(word: CarrierWord): ReadingFault {
  return new ReadingFault({
    code: word.code,
    message: word.message,
    mayHaveLost: true,
    retryAfterSeconds: word.retrySeconds,
  });
}

/** A failed call, or anything else that went wrong, as a fault of reading. */
export function readingFaultOf(error: unknown): ReadingFault {
  if (error instanceof ReadingFault) return error;
  if (isCarrierFault(error)) return ofCall(error);
  return new ReadingFault({
    code: 'HUB_FAULT',
    message: readingFaultTexts.HUB_FAULT.en,
    mayHaveLost: true,
    cause: error,
  });
}

function ofCall(fault: CarrierFault): ReadingFault {
  return new ReadingFault({
    ...troubleOf(fault),
    mayHaveLost: fault.outcome === 'unknown',
    retryAfterSeconds: fault.retryAfterSeconds ?? null,
    cause: fault,
  });
}
