import type { Evidence, WireOperation } from '@lading/contract/operation';
import type { CarrierError } from '@lading/contract/stated';
import type { Text } from '@lading/kit/text';
import type { World } from './world/world.ts';

/** For whom a call is made, as the grant stands at this very moment. */
export interface Caller {
  readonly clientId: string;
  /** The carrier user who logged on, or the owner of the application for a client-credentials token. */
  readonly userName: string;
  /** The accounts that the call may reach: the user's associated ones, narrowed by `x-merchant-id`. */
  readonly accounts: readonly string[];
}

/** A member as it comes in: scalars are text, except in operations that say otherwise. */
export type JsonObject = { readonly [member: string]: unknown };

/** A request after the lenient reading: arrays where the contract says arrays, numbers as text, members kept. */
export interface NormalisedRequest {
  /** Of a JSON body: the document; of a form or a query: its members; `{}` where there is none. */
  readonly body: JsonObject;
  readonly query: URLSearchParams;
  /** Placeholders of the path without the version. */
  readonly params: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes as they came. */
  readonly raw: Uint8Array;
}

export interface Context {
  readonly world: World;
  readonly operation: WireOperation;
  /** As in the path, `v3`; null where the path carries none. */
  readonly version: string | null;
  /** Undefined where the operation itself looks at the credentials (`auth` is not `bearer`). */
  readonly caller: Caller | undefined;
  /** Where the caller is connected from; only for slowing down guesses. */
  readonly remoteAddress: string;
  /** The address of this world as the caller sees it, without a slash at the end. */
  readonly publicUrl: string;
  /**
   * Tells the inspector which rule shaped the answer and how well it is known. What is long to say is said when
   * somebody looks.
   */
  note(rule: Text | (() => Text), evidence: Evidence): void;
}

/** An answer in the strict form (arrays everywhere); the edge encodes it for the version asked. */
export interface Answer {
  /** 200 when absent. */
  readonly status?: number;
  /** Members that are undefined are left out, as JSON does. */
  readonly body?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Runs when the bytes are about to be handed to the socket, and what it records is on disk before they are. It does
   * not run when the caller has gone away or a fault stops the answer before.
   */
  readonly onHandedOver?: () => void;
  /** Runs instead where the answer is never handed over, or where `onHandedOver` failed. */
  readonly onDropped?: () => void;
}

/** A refusal in the carrier's envelope `{ response: { errors: [{ code, message }] } }`. */
export interface Refusal {
  readonly refused: CarrierError;
  /** Fills the places of the error's text. */
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Outcome = Answer | Refusal;
export type Handler = (context: Context, request: NormalisedRequest) => Outcome | Promise<Outcome>;

export interface RegisteredOperation {
  readonly wire: WireOperation;
  readonly handle: Handler;
}

/** Binds a handler to one operation of the contract. */
export function operation(wire: WireOperation, handle: Handler): RegisteredOperation {
  return { wire, handle };
}

export function refuse(error: CarrierError, params?: Readonly<Record<string, string>>): Refusal {
  return params === undefined ? { refused: error } : { refused: error, params };
}

export function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}
