import type { Static, TSchema } from 'typebox';
import type { RegisteredOperation } from './registry.ts';
import type { Seeds } from './seed.ts';
import type { Store } from './world/store.ts';
import type { World } from './world/world.ts';

/** Works off one due moment. It looks at the state first: a moment may come twice after a restart. */
export type DueHandler = (world: World, key: string, at: number) => void;

/** An act upon the world that no API of the carrier offers: `POST /_sandbox/commands` `{ type, … }`. */
export interface Command {
  readonly type: string;
  readonly schema: TSchema;
  readonly handle: (world: World, input: unknown) => unknown;
}

/** What `POST /_sandbox/traffic` asks for; instants in milliseconds on the world's clock. */
export interface TrafficOrder {
  readonly shipments: number;
  readonly from: number;
  readonly to: number;
  readonly seed: string;
}

/** One part of the sandbox: what it remembers, answers and does when a moment is due. */
export interface SandboxModule {
  readonly name: string;
  readonly stores?: readonly Store<object>[];
  readonly operations?: readonly RegisteredOperation[];
  readonly commands?: readonly Command[];
  readonly onDue?: Readonly<Record<string, DueHandler>>;
  /** Loads what its due work will need, before any world is opened. */
  readonly prepare?: () => Promise<void>;
  /** Facts of a new world; runs in the order of the modules. */
  readonly seed?: (world: World, seeds: Seeds) => void | Promise<void>;
  /** Figures for `GET /_sandbox/world`. */
  readonly counts?: (world: World) => Readonly<Record<string, number>>;
  /** Makes shipments; the answer goes to the caller as JSON. */
  readonly traffic?: (world: World, order: TrafficOrder) => Promise<unknown> | unknown;
}

/** @param handle may throw a `Problem` for what the world cannot do; its answer goes back as JSON. */
export function command<const Schema extends TSchema>(
  type: string,
  schema: Schema,
  handle: (world: World, input: Static<Schema>) => unknown,
): Command {
  return { type, schema, handle: (world, input) => handle(world, input as Static<Schema>) };
}
