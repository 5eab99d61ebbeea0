import { facts } from '@lading/contract/quantum-view/facts';
import { responseStatus } from '@lading/contract/quantum-view/wire';
import type { CarrierError } from '@lading/contract/stated';
import type { JsonObject } from '../registry.ts';

/** A refusal inside the carrier's XML-era envelope. */
export interface Fault {
  readonly fault: CarrierError;
  readonly params: Readonly<Record<string, string>>;
}

export function fault(error: CarrierError, params: Readonly<Record<string, string>> = {}): Fault {
  return { fault: error, params };
}

/** The `Error` element of the envelope. */
export function errorOf({ fault: error, params }: Fault): JsonObject {
  return {
    ErrorSeverity: error.severity ?? 'Hard',
    ErrorCode: error.code,
    ErrorDescription: error.text
      .replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place)
      .slice(0, 512),
  };
}

/** `Response`: the echo, success or failure, and the error or warning where there is one. */
export function responseOf(customerContext: string, isSuccess: boolean, error?: Fault): JsonObject {
  return {
    TransactionReference: {
      CustomerContext: customerContext,
      XpciVersion: facts.xpciVersion.today.value,
      ToolVersion: facts.toolVersion.today.value,
    },
    ResponseStatusCode: isSuccess ? responseStatus.success : responseStatus.failure,
    ResponseStatusDescription: isSuccess ? 'Success' : 'Failure',
    ...(error === undefined ? {} : { Error: [errorOf(error)] }),
  };
}
