import { Problem } from '@lading/kit/errors';
import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { FaultOrder } from '../edge/faults.ts';
import { type HttpAnswer, type HttpRequest, jsonAnswer } from '../edge/http.ts';
import { readFilter } from '../edge/inspector.ts';
import { isObject } from '../edge/reading.ts';
import { decoded } from '../edge/routes.ts';
import type { Command, SandboxModule } from '../module.ts';
import type { JsonObject } from '../registry.ts';
import { type HostedWorld, type Worlds, worldOfHost } from '../worlds.ts';
import { bodyInvalid, readJson } from './body.ts';
import { readDuration, readInstant } from './instants.ts';

/** What developers do to a world beside calling its APIs: `/_sandbox/…`. Answers are JSON. */
export interface Control {
  serve(hosted: HostedWorld, request: HttpRequest): Promise<HttpAnswer>;
}

export interface ControlParts {
  readonly modules: readonly SandboxModule[];
  readonly worlds: Worlds;
  readonly version: string;
  /** Whether the address that callers see was configured, not read from what they sent. */
  readonly isAddressFixed: boolean;
}

type Action = (hosted: HostedWorld, request: HttpRequest, rest: string) => unknown;

const ClockOrder = Type.Union([
  Type.Object({ advance: Type.String() }, { additionalProperties: false }),
  Type.Object({ set: Type.String() }, { additionalProperties: false }),
  Type.Object({ freeze: Type.Boolean() }, { additionalProperties: false }),
]);
const CopyName = Type.Object({
  name: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' })),
});
const TrafficOrder = Type.Object({
  shipments: Type.Integer({ minimum: 1, maximum: 5_000_000 }),
  from: Type.Optional(Type.String()),
  to: Type.Optional(Type.String()),
  seed: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Number()])),
});
const SettingsOrder = Type.Object(
  {
    rules: Type.Optional(Type.Union([Type.Literal('guide'), Type.Literal('today')])),
    profile: Type.Optional(Type.Union([Type.Literal('observed'), Type.Literal('published')])),
    imitates: Type.Optional(Type.Union([Type.Literal('cie'), Type.Null()])),
  },
  { additionalProperties: false },
);
const AnyCommand = Type.Object({ type: Type.String() });

export function createControl({ modules, worlds, version, isAddressFixed }: ControlParts): Control {
  const commands = commandsOf(modules);
  const actions = new Map<string, Action>([
    ['GET health', ({ world }) => ({ status: 'ok', version, now: iso(world.now()), world: world.name })],
    ['GET clock', ({ world }) => showClock(world)],
    ['POST clock', turnClock],
    ['GET settings', ({ world }) => world.choose({})],
    ['POST settings', ({ world }, request) => world.choose(read(SettingsOrder, request))],
    ['POST reset', resetWorld],
    ['POST snapshot', saveCopy],
    ['POST restore', restoreCopy],
    ['GET faults', ({ faults }) => ({ faults: faults.list() })],
    ['POST faults', ({ faults }, request) => faults.order(read(FaultOrder, request))],
    ['DELETE faults', ({ faults }, _request, id) => ({ removed: faults.remove(id || undefined) })],
    ['GET requests', listRequests],
    ['GET explain', ({ inspector }, _request, id) => inspector.find(id) ?? fail(unknownRequest(id))],
    ['GET world', ({ world }) => ({ ...showClock(world), counts: countAll(modules, world) })],
    ['DELETE world', async ({ world }) => ({ dropped: await worlds.drop(world.name) })],
    ['POST traffic', (hosted, request) => makeTraffic(modules, hosted, request)],
    [
      'GET commands',
      () => ({ commands: [...commands.values()].map(({ type, schema }) => ({ type, schema })) }),
    ],
    ['POST commands', (hosted, request) => obey(commands, hosted, request)],
  ]);
  return {
    serve: async (hosted, request) => {
      refuseForeignPages(request, isAddressFixed);
      const [, , name = '', rest = ''] = request.path.split('/');
      const action = actions.get(`${request.method} ${name}`);
      if (!action) throw unknownAddress(request);
      const value = await action(hosted, request, decoded(rest));
      await hosted.world.durable();
      return jsonAnswer(200, value, { 'cache-control': 'no-store' });
    },
  };
}

/**
 * A page from elsewhere, opened in the developer's browser, must not steer the world; nor one whose name was made to
 * lead here, so a name read from the request counts only when it is the loopback, a bare address or a host of the
 * carrier, which nobody else can make lead anywhere.
 */
function refuseForeignPages({ method, headers, publicUrl }: HttpRequest, isAddressFixed: boolean): void {
  const { origin, hostname } = new URL(publicUrl);
  const from = headers['origin'];
  const isOurs = from === origin && (isAddressFixed || isBareHost(hostname) || worldOfHost.has(hostname));
  const isForeign = headers['sec-fetch-site'] === 'cross-site' || (from !== undefined && !isOurs);
  if (method !== 'GET' && isForeign) throw foreignPage();
}

function isBareHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

function commandsOf(modules: readonly SandboxModule[]): ReadonlyMap<string, Command> {
  return new Map(modules.flatMap(({ commands = [] }) => commands.map((one) => [one.type, one] as const)));
}

function showClock(world: HostedWorld['world']): object {
  return { now: iso(world.now()), frozen: world.clock.isFrozen, pending: world.pending };
}

async function turnClock({ world }: HostedWorld, request: HttpRequest): Promise<object> {
  const order = read(ClockOrder, request);
  await world.settle();
  if ('advance' in order) await world.clock.advance(readDuration(order.advance, world.now()));
  else if ('set' in order) await world.clock.set(readInstant(order.set));
  else if (order.freeze) await world.clock.freeze();
  else await world.clock.run();
  return showClock(world);
}

async function resetWorld({ world, faults, inspector }: HostedWorld): Promise<object> {
  await world.reset();
  faults.remove();
  inspector.clear();
  return showClock(world);
}

async function saveCopy({ world }: HostedWorld, request: HttpRequest): Promise<object> {
  const { name = 'default' } = read(CopyName, request);
  await world.settle();
  await world.snapshot(name);
  return { name, ...showClock(world) };
}

async function restoreCopy({ world }: HostedWorld, request: HttpRequest): Promise<object> {
  const { name = 'default' } = read(CopyName, request);
  await world.restore(name);
  return { name, ...showClock(world) };
}

function listRequests({ inspector }: HostedWorld, { query }: HttpRequest, id: string): object {
  if (id !== '') return inspector.find(id) ?? fail(unknownRequest(id));
  const limit = Number(query.get('limit') ?? 100);
  const most = Number.isInteger(limit) && limit > 0 ? limit : 100;
  return { requests: inspector.list(most, readFilter(query)) };
}

function countAll(modules: readonly SandboxModule[], world: HostedWorld['world']): object {
  return Object.assign({}, ...modules.map(({ counts }) => counts?.(world) ?? {}));
}

async function makeTraffic(
  modules: readonly SandboxModule[],
  { world }: HostedWorld,
  request: HttpRequest,
): Promise<unknown> {
  const maker = modules.find(({ traffic }) => traffic)?.traffic;
  if (!maker) throw unknownAddress(request);
  const order = read(TrafficOrder, request);
  await world.settle();
  const from = order.from === undefined ? world.now() : readInstant(order.from);
  const to = order.to === undefined ? Math.max(from, world.now()) + DAY_MS : readInstant(order.to);
  if (to <= from) throw emptyRange();
  const seed = String(order.seed ?? world.seed);
  return maker(world, { shipments: order.shipments, from, to, seed });
}

async function obey(
  commands: ReadonlyMap<string, Command>,
  { world }: HostedWorld,
  request: HttpRequest,
): Promise<unknown> {
  const { type } = read(AnyCommand, request);
  const known = commands.get(type);
  if (!known) throw unknownCommand(type, [...commands.keys()]);
  const { type: _type, ...input } = readJson(request.body);
  if (!Value.Check(known.schema, input)) throw bodyInvalid(Value.Errors(known.schema, input));
  const stray = strayMember(known.schema, input);
  if (stray !== undefined) throw bodyInvalid([{ instancePath: `/${stray}`, message: 'is not known here' }]);
  await world.settle();
  return known.handle(world, input);
}

/** A misspelt optional member would otherwise do nothing, silently. */
function strayMember(schema: TSchema, input: JsonObject): string | undefined {
  const known = Reflect.get(schema, 'properties');
  return isObject(known) ? Object.keys(input).find((name) => !Object.hasOwn(known, name)) : undefined;
}

function read<const Schema extends TSchema>(schema: Schema, request: HttpRequest): Static<Schema> {
  const value: unknown = readJson(request.body);
  if (!Value.Check(schema, value)) throw bodyInvalid(Value.Errors(schema, value));
  return value;
}

const DAY_MS = 86_400_000;

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function fail(problem: Problem): never {
  throw problem;
}

function unknownAddress({ method, path }: HttpRequest): Problem {
  return new Problem({
    code: 'NOT_FOUND',
    status: 404,
    text: { en: 'There is nothing at {method} {path}.', fr: 'Il n’y a rien à {method} {path}.' },
    params: { method, path },
  });
}

function unknownCommand(type: string, known: readonly string[]): Problem {
  return new Problem({
    code: 'UNKNOWN_COMMAND',
    status: 400,
    text: { en: 'There is no command “{type}”.', fr: 'Il n’y a pas de commande « {type} ».' },
    params: { type },
    details: { known },
  });
}

function unknownRequest(id: string): Problem {
  return new Problem({
    code: 'REQUEST_NOT_KEPT',
    status: 404,
    text: {
      en: 'The request “{id}” is not, or no longer, remembered.',
      fr: 'La demande « {id} » n’est pas, ou n’est plus, en mémoire.',
    },
    params: { id },
  });
}

function emptyRange(): Problem {
  return new Problem({
    code: 'RANGE_EMPTY',
    status: 400,
    text: { en: '“to” must be later than “from”.', fr: '« to » doit être postérieur à « from ».' },
  });
}

function foreignPage(): Problem {
  return new Problem({
    code: 'FOREIGN_PAGE',
    status: 403,
    text: {
      en: 'Pages of other sites may not steer the sandbox.',
      fr: 'Les pages d’autres sites ne peuvent pas commander le bac à sable.',
    },
  });
}
