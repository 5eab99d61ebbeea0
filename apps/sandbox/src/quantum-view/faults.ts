import { forms } from '@lading/carrier/quantum-view/forms';
import { facts } from '@lading/contract/quantum-view/facts';
import { responseStatus } from '@lading/contract/quantum-view/wire';
import type { CarrierError } from '@lading/contract/stated';
import type { JsonObject } from '../registry.ts';
import type { Profile, WorldSettings } from '../world/settings.ts';

/** A refusal inside the carrier's XML-era envelope. */
export interface Fault {
  readonly fault: CarrierError;
  readonly params: Readonly<Record<string, string>>;
}

export function fault(error: CarrierError, params: Readonly<Record<string, string>> = {}): Fault {
  return { fault: error, params };
}

/** The `Error` element of the envelope. The carrier's file demands a location, recorded answers carry none. */
function errorOf({ fault: error, params }: Fault, profile: Profile): JsonObject {
  const text = error.text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
  return {
    ErrorSeverity: error.severity ?? 'Hard',
    ErrorCode: error.code,
    ErrorDescription: forms[profile].errorText(text),
    ...(profile === 'published' ? { ErrorLocation: [] } : {}),
  };
}

/** `Response`: the echo, success or failure, and the error or warning where there is one. */
export function responseOf(
  { profile }: Pick<WorldSettings, 'profile'>,
  customerContext: string,
  isSuccess: boolean,
  error?: Fault,
): JsonObject {
  return {
    TransactionReference: {
      CustomerContext: customerContext,
      XpciVersion: facts.xpciVersion.today.value,
      ToolVersion: facts.toolVersion.today.value,
    },
    ResponseStatusCode: isSuccess ? responseStatus.success : responseStatus.failure,
    ResponseStatusDescription: isSuccess ? 'Success' : 'Failure',
    ...(error === undefined ? {} : { Error: [errorOf(error, profile)] }),
  };
}
