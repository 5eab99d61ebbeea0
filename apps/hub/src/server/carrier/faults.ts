import { type CarrierFault, isCarrierFault } from '@lading/sdk/errors';
import { type ReadingFaultCode, readingFaultTexts } from '../../api/reading-faults.ts';
import { WayFault } from './way-fault.ts';
import { keepable } from './words.ts';

/** What went wrong, as it is kept and shown: the carrier's code, or ours where it gave none. */
export interface CarrierTrouble {
  readonly code: string;
  readonly message: string;
}

/** The carrier refuses a refresh token (used, expired, revoked, password changed) with this code. */
const INVALID_GRANT = '10400';

/** A refused refresh: a person must authorize again. Trouble on the way there is something else. */
export function isDeadGrant(error: unknown): boolean {
  return isCarrierFault(error) && error.code === INVALID_GRANT && error.outcome === 'refused';
}

/** A failed refresh that left the refresh token as it was; after any other it may be spent. */
export function isUnspent(error: unknown): boolean {
  return isCarrierFault(error) && error.outcome !== 'unknown';
}

/**
 * The carrier refuses an application itself: unknown, of another secret, or not of this account. That does not mend
 * itself either: a person must enter what is right.
 */
export function isRefusedApplication(error: unknown): boolean {
  return (
    isCarrierFault(error) && error.outcome === 'refused' && (error.status === 400 || error.status === 401)
  );
}

/** The trouble of a failed call; anything that is no fault of a call is a mistake of ours and says so. */
export function troubleOf(error: unknown): CarrierTrouble {
  if (isCarrierFault(error)) {
    return onTheWay(error) ?? { code: keepable(error.code, 60), message: keepable(error.text, 1000) };
  }
  return named('HUB_FAULT');
}

/** What a proxy or a certificate did before the carrier was reached; null for everything else. */
function onTheWay(fault: CarrierFault): CarrierTrouble | null {
  if (fault.code !== 'NOT_CONNECTED') return null;
  for (let [at, depth]: [unknown, number] = [fault.cause, 0]; at instanceof Error && depth < 8; depth += 1) {
    if (at instanceof WayFault) return named(at.code, at.status);
    at = at.cause;
  }
  // What is sure not to have been sent and not to mend itself: the SDK says that of a certificate alone.
  return fault.retryable ? null : named('CERTIFICATE_REFUSED');
}

/** A trouble that the hub names itself. */
export function named(code: ReadingFaultCode, status: number | null = null): CarrierTrouble {
  const sentence = readingFaultTexts[code].en;
  return { code, message: status === null ? sentence : `${sentence} (${status})` };
}
