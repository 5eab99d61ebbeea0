import { events } from '@lading/contract/quantum-view/wire';
import { standingClock } from '@lading/kit/clock';
import { Value } from 'typebox/value';
import { accountsModule } from '../../accounts/module.ts';
import { accountsStore } from '../../accounts/store.ts';
import { encode } from '../../edge/encode.ts';
import { createNetworkModule } from '../../network/module.ts';
import { networkStore } from '../../network/store.ts';
import { makeTraffic } from '../../network/traffic.ts';
import { type Answer, type Caller, isRefusal, type JsonObject } from '../../registry.ts';
import { type Seeds, seeds } from '../../seed.ts';
import type { WorldSettings } from '../../world/settings.ts';
import { type LivingWorld, openWorld } from '../../world/world.ts';
import { quantumViewModule } from '../module.ts';
import { quantumViewOperations } from '../operations.ts';
import { quantumViewStore } from '../store.ts';

/** The network and Quantum View alone, without any edge, on a clock that stands until it is moved. */
export interface SmallWorld {
  readonly world: LivingWorld;
  /** Asks and hands the answer over. */
  ask(request?: JsonObject, who?: Partial<Caller>, version?: string): Promise<Asked>;
  /** Asks; the caller is gone before the answer is handed over. */
  askInVain(request?: JsonObject, who?: Partial<Caller>): Promise<Asked>;
  command(input: { readonly type: string } & JsonObject): unknown;
  traffic(shipments: number, fromDays: number, toDays: number, seed?: string): Promise<unknown>;
  advance(ms: number): Promise<void>;
}

/** What an answer says, for tests to look at. */
export interface Asked {
  readonly body: JsonObject;
  readonly status: string;
  readonly errorCode: string | undefined;
  readonly bookmark: string | undefined;
  readonly subscriptions: readonly Told[];
  /** Subscription and name of every file. */
  readonly files: readonly string[];
  /** One text for each record. */
  readonly records: readonly string[];
}

export interface Told {
  readonly Name: string;
  readonly SubscriptionStatus: { readonly Code: string };
  readonly DateRange?: { readonly BeginDate: string; readonly EndDate: string };
  readonly SubscriptionFile?: readonly (JsonObject & { readonly FileName: string })[];
}

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
/** A Monday. */
export const START = Date.parse('2026-11-02T00:00:00Z');

/** Bills by the model tariff: nothing was imported. */
const networkModule = createNetworkModule(async () => ({}));

export const supporter: Caller = {
  clientId: 'sandbox-client',
  userName: 'il_support',
  accounts: ['A1B2C3', 'D4E5F6', '7G8H9J'],
};

export async function smallWorld(
  options: Partial<WorldSettings> & { seeds?: Seeds } = {},
): Promise<SmallWorld> {
  const { seeds: wanted = seeds, ...settings } = options;
  const real = standingClock(START);
  const faults: unknown[] = [];
  const world = await openWorld({
    stores: [accountsStore, networkStore, quantumViewStore],
    onDue: { ...accountsModule.onDue, ...networkModule.onDue, ...quantumViewModule.onDue },
    populate: async (one) => {
      for (const module of [networkModule, quantumViewModule]) await module.seed?.(one, wanted);
    },
    seed: 'small',
    real,
    settings,
    onFault: (error) => faults.push(error),
  });
  const answer = (request: JsonObject, who: Partial<Caller>, version = 'v3') =>
    answerOf(world, request, { ...supporter, ...who }, version);
  const commands = [...(networkModule.commands ?? []), ...(quantumViewModule.commands ?? [])];
  return {
    world,
    ask: async (request = {}, who = {}, version = 'v3') => {
      const given = await answer(request, who, version);
      const read = asked(given, version);
      given.onHandedOver?.();
      return read;
    },
    askInVain: async (request = {}, who = {}) => {
      const given = await answer(request, who);
      given.onDropped?.();
      return asked(given, 'v3');
    },
    command: ({ type, ...input }) => {
      const found = commands.find((one) => one.type === type);
      if (found === undefined) throw new RangeError(`no command ${type}`);
      if (!Value.Check(found.schema, input)) throw new TypeError(`${type} does not fit its schema`);
      return found.handle(world, input);
    },
    traffic: async (shipments, fromDays, toDays, seed = 'traffic') => {
      const [from, to] = [world.now() + fromDays * DAY_MS, world.now() + toDays * DAY_MS];
      const made = await makeTraffic(world, { shipments, from, to, seed }, {});
      await world.settle();
      return made;
    },
    advance: async (ms) => {
      await world.clock.advance(ms);
      if (faults.length > 0) throw faults[0];
    },
  };
}

async function answerOf(
  world: LivingWorld,
  request: JsonObject,
  caller: Caller,
  version: string,
): Promise<Answer> {
  const [operation] = quantumViewOperations;
  if (operation === undefined) throw new RangeError('no operation');
  const context = {
    world,
    operation: events,
    version,
    caller,
    remoteAddress: '127.0.0.1',
    publicUrl: 'http://127.0.0.1',
    note: () => undefined,
  };
  const { customerContext, ...members } = request;
  const TransactionReference = { CustomerContext: customerContext ?? '' };
  const body = {
    QuantumViewRequest: { Request: { RequestAction: 'QVEvents', TransactionReference }, ...members },
  };
  const rest = { query: new URLSearchParams(), params: {}, headers: {}, raw: new Uint8Array() };
  const outcome = await operation.handle(context, { body, ...rest });
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused.code}`);
  return outcome;
}

/** Reads the very bytes that the edge would send. */
function asked(answer: Answer, version: string): Asked {
  const body = JSON.parse(Buffer.concat(encode(answer, events, version).body).toString('utf8')) as JsonObject;
  const response = member(body, 'QuantumViewResponse');
  const head = member(response, 'Response');
  const told = member(response, 'QuantumViewEvents').SubscriptionEvents;
  const subscriptions = (Array.isArray(told) ? told : []) as readonly Told[];
  const files = subscriptions.flatMap((one) => (one.SubscriptionFile ?? []).map((file) => ({ one, file })));
  const errors = Array.isArray(head.Error) ? head.Error : [];
  return {
    body,
    status: String(head.ResponseStatusCode),
    errorCode: errors.length === 0 ? undefined : String(errors[0].ErrorCode),
    bookmark: typeof response.Bookmark === 'string' ? response.Bookmark : undefined,
    subscriptions,
    files: files.map(({ one, file }) => `${one.Name} ${file.FileName}`),
    records: files.flatMap(({ one, file }) => recordsOf(one.Name, file)),
  };
}

function recordsOf(name: string, file: JsonObject): string[] {
  return Object.entries(file).flatMap(([kind, list]) =>
    Array.isArray(list) ? list.map((record) => `${name} ${kind} ${JSON.stringify(record)}`) : [],
  );
}

function member(value: unknown, name: string): JsonObject {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'object' && found !== null ? (found as JsonObject) : {};
}
