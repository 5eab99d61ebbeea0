import { slugs, type WireOperation } from '@lading/contract/operation';
import { gatewayErrors } from '@lading/contract/response/codes';
import { Problem } from '@lading/kit/errors';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { JsonObject } from '../registry.ts';
import { errorEnvelope } from './encode.ts';
import { type HttpAnswer, jsonAnswer } from './http.ts';
import { isObject } from './reading.ts';
import { wrongMembers } from './wrong-members.ts';

/** Faults named after what people met; each stands for these members, which an order may still change. */
const presets = {
  /** There is more to read, but no bookmark says so. */
  'qv-no-bookmark': {},
  /** Files are marked read, then the connection ends before their first byte. */
  'cut-after-mark': { truncateAtByte: 0 },
  /** Quantum View says after 70 seconds that it is not there, when most callers have given up. */
  'qv-503-70s': { match: { api: 'quantum-view' }, delayMs: 70_000, status: 503 },
  /** Answers in the shape of the oldest version: a list of one is an object, whatever version was asked. */
  'package-as-object': {},
  /** Too many requests, and no header says for how long. */
  '429-without-headers': { status: 429 },
} as const satisfies Readonly<Record<string, object>>;
type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly PresetName[];

/** A fault that a developer orders. `times` counts the requests it strikes; without it, all until removed. */
export const FaultOrder = Type.Object(
  {
    match: Type.Optional(
      Type.Object(
        {
          api: Type.Optional(Type.Enum(slugs)),
          /** What the path begins with. */
          path: Type.Optional(Type.String({ maxLength: 200 })),
          /** One that the caller reaches. */
          account: Type.Optional(Type.String({ maxLength: 10 })),
        },
        { additionalProperties: false },
      ),
    ),
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    /** Answered instead of the operation, in the carrier's envelope with `code`. */
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    code: Type.Optional(Type.String({ maxLength: 40 })),
    delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 600_000 })),
    /** The operation happens, its answer is cut after so many bytes of the body. */
    truncateAtByte: Type.Optional(Type.Integer({ minimum: 0 })),
    /** The connection ends before the operation sees the request. */
    dropConnection: Type.Optional(Type.Boolean()),
    preset: Type.Optional(Type.Enum(presetNames)),
  },
  { additionalProperties: false },
);
export type FaultOrder = Static<typeof FaultOrder>;

export interface OrderedFault extends FaultOrder {
  readonly id: string;
  /** Requests it will still strike; null without end. */
  readonly left: number | null;
}

/** What is known of a request when a fault may strike it. */
export interface FaultTarget {
  readonly api: string;
  readonly path: string;
  readonly accounts: readonly string[];
}

export interface Faults {
  order(order: FaultOrder): OrderedFault;
  list(): readonly OrderedFault[];
  remove(id?: string): number;
  /** The first that fits, counted as used. */
  strike(target: FaultTarget): FaultOrder | undefined;
}

const MOST_FAULTS = 1_000;

export function createFaults(): Faults {
  const held = new Map<string, { order: FaultOrder; left: number | null }>();
  let last = 0;
  const shown = (id: string): OrderedFault => {
    const { order, left } = held.get(id) ?? { order: {}, left: 0 };
    return { id, ...order, left };
  };
  return {
    order: (asked) => {
      const order = unfold(asked);
      if (held.size >= MOST_FAULTS) throw tooManyFaults();
      last += 1;
      held.set(String(last), { order, left: order.times ?? null });
      return shown(String(last));
    },
    list: () => [...held.keys()].map(shown),
    remove: (id) => {
      const before = held.size;
      if (id === undefined) held.clear();
      else held.delete(id);
      return before - held.size;
    },
    strike: (target) => {
      for (const [id, fault] of held) {
        if (!fits(fault.order, target)) continue;
        if (fault.left !== null) fault.left -= 1;
        if (fault.left === 0) held.delete(id);
        return fault.order;
      }
      return undefined;
    },
  };
}

/** A preset with its members, which those of the order go before. */
function unfold(order: FaultOrder): FaultOrder {
  return order.preset === undefined ? order : { ...presets[order.preset], ...order };
}

function fits({ match = {} }: FaultOrder, { api, path, accounts }: FaultTarget): boolean {
  if (match.api !== undefined && match.api !== api) return false;
  if (match.path !== undefined && !path.startsWith(match.path)) return false;
  return match.account === undefined || accounts.includes(match.account);
}

/** The header `x-lading-fault`: JSON as for the control API, `name=value` pairs, or the name of a preset. */
export function readFaultHeader(header: string): FaultOrder {
  const order = header.trim().startsWith('{') ? parsed(header) : pairsOf(header);
  if (!Value.Check(FaultOrder, order))
    throw badFaultHeader(header, wrongMembers(Value.Errors(FaultOrder, order)));
  return unfold(order);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badFaultHeader(text);
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['status', 'delayMs', 'truncateAtByte']);

function pairsOf(header: string): unknown {
  if (!header.includes('=')) return { preset: header.trim() };
  const pairs = header.split(/[;,&]/).map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, memberValue(name, value)]));
}

function memberValue(name: string, value: string): unknown {
  if (NUMBERS.has(name)) return Number(value);
  return name === 'dropConnection' ? value === 'true' : value;
}

/** What is answered before the operation is asked at all; undefined where the fault lets it happen. */
export function answerInstead(fault: FaultOrder): HttpAnswer | undefined {
  const delay = fault.delayMs === undefined ? {} : { delayMs: fault.delayMs };
  if (fault.dropConnection) return { ...jsonAnswer(503, {}), cutAtByte: 0, ...delay };
  if (fault.status === undefined && fault.code === undefined) return undefined;
  const { status = 400 } = fault;
  const known = Object.values(gatewayErrors).find((error) => error.status === status);
  const { code, text } = known ?? gatewayErrors.serviceUnavailable;
  return { ...jsonAnswer(status, errorEnvelope({ code: fault.code ?? code, text })), ...delay };
}

/** What the fault does to the document before it is encoded. */
export function twistBody(
  fault: FaultOrder | undefined,
  body: JsonObject | undefined,
): JsonObject | undefined {
  const member = 'QuantumViewResponse';
  const answer = body?.[member];
  if (fault?.preset !== 'qv-no-bookmark' || !isObject(answer)) return body;
  const { Bookmark: _bookmark, ...rest } = answer;
  return { ...body, [member]: rest };
}

/** The version whose shape the answer gets: the one asked, but for a fault that takes the oldest. */
export function twistVersion(
  fault: FaultOrder | undefined,
  { versions }: Pick<WireOperation, 'versions'>,
  asked: string | null,
): string | null {
  return fault?.preset === 'package-as-object' ? (versions[0] ?? asked) : asked;
}

/** What the fault does to the bytes on their way out. */
export function twistAnswer(fault: FaultOrder | undefined, answer: HttpAnswer): HttpAnswer {
  if (!fault) return answer;
  const { delayMs, truncateAtByte: cutAtByte } = fault;
  return {
    ...answer,
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(cutAtByte === undefined ? {} : { cutAtByte }),
  };
}

function badFaultHeader(header: string, members = 'JSON'): Problem {
  return new Problem({
    code: 'FAULT_HEADER_INVALID',
    status: 400,
    text: {
      en: 'The header x-lading-fault is not usable ({header}): {members}.',
      fr: 'L’en-tête x-lading-fault ne convient pas ({header}) : {members}.',
    },
    params: { header: header.slice(0, 200), members },
  });
}

function tooManyFaults(): Problem {
  return new Problem({
    code: 'TOO_MANY_FAULTS',
    status: 409,
    text: {
      en: 'There are {most} faults already. Remove some first.',
      fr: 'Il y a déjà {most} pannes. Retirez-en d’abord.',
    },
    params: { most: MOST_FAULTS },
  });
}
