import { isObject } from '@lading/contract/published/files';
import fc from 'fast-check';
import type { Drive } from './generated.ts';
import { asksOf } from './generated.ts';
import type { Subject } from './subject.ts';
import type { Ask } from './target.ts';

const AT_ONCE = 8;

/** Asks with requests that were broken in every way we know; nothing may answer 5xx, and the world must live on. */
export async function driveMutations(subject: Subject, drive: Drive & { mutations: number }): Promise<void> {
  const { wire } = subject;
  const { target, findings, mutations, seed } = drive;
  const work = portions(mutatedAsks(subject, drive), mutations, seed);
  const worker = async (): Promise<void> => {
    for (const ask of work) {
      const fault = await faultOf(() => target.call(wire, ask));
      if (fault === undefined) findings.pass('mutations', wire);
      else findings.fail('mutations', wire, fault, shown(ask));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const PORTION = 500;

/** So many values, made when they are wanted: all of them together would not fit into memory. */
function* portions<Value>(values: fc.Arbitrary<Value>, count: number, seed: number): Generator<Value> {
  for (let made = 0; made < count; made += PORTION) {
    yield* fc.sample(values, { numRuns: Math.min(PORTION, count - made), seed: seed + made });
  }
}

async function faultOf(call: () => Promise<{ readonly status: number }>): Promise<string | undefined> {
  try {
    const { status } = await call();
    return status >= 500 ? `a mutated request was answered ${status}` : undefined;
  } catch (error) {
    return `a mutated request was not answered: ${String(error instanceof Error ? (error.cause ?? error) : error)}`;
  }
}

function shown({ body, ...ask }: Ask): unknown {
  const text = body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : body;
  return { ...ask, body: typeof text === 'string' ? text.slice(0, 2_000) : text };
}

const word = fc.oneof(
  fc.constantFrom('', '%', '../..', '\u0000', '9'.repeat(300)),
  fc.string({ maxLength: 20 }),
);

/** Broken requests: members of another kind, gone, doubled or strange; bytes cut, turned and put in. */
export function mutatedAsks(subject: Subject, { setting }: Pick<Drive, 'setting'>): fc.Arbitrary<Ask> {
  const asks = asksOf(subject, setting);
  const { requestFormat } = subject.wire;
  const bodies = requestFormat === 'json' ? jsonBodies(asks) : formBodies(asks);
  return fc.tuple(bodies, strangeQuery, strangeParams(subject)).map(([ask, query, params]) => ({
    ...ask,
    ...(query === undefined ? {} : { query: { ...ask.query, ...query } }),
    ...(params === undefined ? {} : { params: { ...ask.params, ...params } }),
  }));
}

function jsonBodies(asks: fc.Arbitrary<Ask>): fc.Arbitrary<Ask> {
  const broken = fc
    .tuple(asks, fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([ask, changes]) => ({ ...ask, body: changes.reduce<unknown>(applied, ask.body) }));
  const bytes = fc
    .tuple(asks, fc.array(byteChange, { minLength: 1, maxLength: 4 }))
    .map(([ask, changes]) => ({
      ...ask,
      body: changes.reduce(turned, Buffer.from(JSON.stringify(ask.body ?? {}))),
    }));
  return fc.oneof({ weight: 4, arbitrary: broken }, { weight: 1, arbitrary: bytes });
}

/** Members gone, changed or put in; without a form the query and the path alone are broken. */
function formBodies(asks: fc.Arbitrary<Ask>): fc.Arbitrary<Ask> {
  const name = fc.oneof(fc.constantFrom(...FORM_NAMES), fc.string({ maxLength: 12 }));
  const members = fc.dictionary(name, fc.oneof(word, fc.string({ unit: 'binary', maxLength: 200 })), {
    maxKeys: 3,
  });
  return fc.tuple(asks, members, fc.boolean()).map(([ask, changes, keepsRest]) => {
    if (!isObject(ask.body)) return ask;
    return { ...ask, body: { ...(keepsRest ? ask.body : {}), ...changes } };
  });
}

const FORM_NAMES = [
  'grant_type',
  'refresh_token',
  'code',
  'redirect_uri',
  'client_id',
  'code_verifier',
  'scope',
];

/** Values that programs send by mistake or on purpose. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 2 ** 53, '', ' ', '0', '-1', 'NaN', '１２'),
  fc.constantFrom<unknown>([], {}, [[]], [null], [{}], { Code: null }, { length: 3 }, '__proto__'),
  fc.constantFrom<unknown>(
    'A'.repeat(5_000),
    '9'.repeat(400),
    '\u0000',
    '\ud800',
    'ﷺ'.repeat(64),
    '<a>&amp;',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Change {
  /** Where, as a share of all places of the document. */
  readonly at: number;
  readonly kind: 'replace' | 'drop' | 'wrap' | 'double' | 'rename' | 'add';
  readonly value: unknown;
  readonly name: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  kind: fc.constantFrom<Change['kind']>('replace', 'replace', 'drop', 'wrap', 'double', 'rename', 'add'),
  value: strange,
  name: fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', '', 'Code'),
    fc.string({ maxLength: 12 }),
  ),
});

type Step = string | number;

function placesIn(value: unknown, at: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const below = Object.entries(value).flatMap(([name, inner]) =>
    placesIn(inner, [...at, Array.isArray(value) ? Number(name) : name]),
  );
  return [at, ...below];
}

function applied(document: unknown, one: Change): unknown {
  const places = placesIn(document);
  const place = places[Math.floor(one.at * places.length)] ?? [];
  return changedAt(document, place, one);
}

function changedAt(node: unknown, [step, ...rest]: readonly Step[], one: Change): unknown {
  if (step === undefined) return changedHere(node, one);
  if (Array.isArray(node)) {
    return node.map((item, index) => (index === step ? changedAt(item, rest, one) : item));
  }
  if (!isObject(node)) return node;
  const entries = Object.entries(node).flatMap(([name, member]): [string, unknown][] => {
    if (name !== step) return [[name, member]];
    if (rest.length === 0 && one.kind === 'drop') return [];
    if (rest.length === 0 && one.kind === 'rename') return [[one.name, member]];
    return [[name, changedAt(member, rest, one)]];
  });
  return Object.fromEntries(entries);
}

function changedHere(node: unknown, { kind, value, name }: Change): unknown {
  if (kind === 'wrap') return [node];
  if (kind === 'double') return [node, node];
  if (kind === 'add' && isObject(node)) return { ...node, [name]: value };
  return value;
}

interface ByteChange {
  readonly at: number;
  readonly kind: 'cut' | 'flip' | 'insert';
  readonly byte: number;
}

const byteChange: fc.Arbitrary<ByteChange> = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  kind: fc.constantFrom<ByteChange['kind']>('cut', 'flip', 'insert'),
  byte: fc.integer({ min: 0, max: 255 }),
});

function turned(bytes: Buffer, { at, kind, byte }: ByteChange): Buffer {
  const place = Math.floor(at * bytes.length);
  if (kind === 'cut') return bytes.subarray(0, place);
  const tail = bytes.subarray(kind === 'flip' ? place + 1 : place);
  return Buffer.concat([bytes.subarray(0, place), Buffer.of(byte), tail]);
}

const strangeQuery = fc.option(
  fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), word, { maxKeys: 2 }),
  {
    nil: undefined,
    freq: 6,
  },
);

/** Now and then another value in one of the places of the path. */
function strangeParams({ wire }: Subject): fc.Arbitrary<Readonly<Record<string, string>> | undefined> {
  const names = wire.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  if (names.length === 0) return fc.constant(undefined);
  const one = fc.tuple(
    fc.constantFrom(...names),
    word.filter((value) => value !== ''),
  );
  return fc.option(
    one.map(([name, value]) => ({ [name]: value })),
    { nil: undefined, freq: 6 },
  );
}
