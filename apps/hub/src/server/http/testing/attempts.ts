import type { Server } from '@lading/kit/http/server';
import Type, { type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Access } from '../seat.ts';
import type { Imagined } from './planted.ts';

/** One way of calling a route. */
export interface Attempt {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Route {
  /** `GET /api/v1/parcels/:parcelId` */
  readonly name: string;
  readonly method: Attempt['method'];
  readonly pattern: string;
  readonly access: Access;
  /** What the description of the API says that it takes; empty where it is not described. */
  readonly parameters: readonly Parameter[];
  readonly body: Json | null;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Json;
}

type Json = Readonly<Record<string, unknown>>;

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE']);

/** Every route of the application's own table, with the shapes that it takes. */
export function routesOf(app: Server): readonly Route[] {
  const paths = Object(app.swagger().paths) as Record<string, Record<string, unknown>>;
  return [...app.accessByRoute].flatMap(([name, access]) => {
    const [method = '', pattern = ''] = name.split(' ');
    if (!METHODS.has(method)) return [];
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    const described = Object(paths[pattern.replaceAll(/:(\w+)/g, '{$1}')]?.[verb]);
    const body = described.requestBody?.content?.['application/json']?.schema ?? null;
    return [
      {
        ...{ name, pattern, access, body: method === 'HEAD' ? null : body },
        method: method as Attempt['method'],
        parameters: described.parameters ?? [],
      },
    ];
  });
}

/** Everything that an attacker who wants the target's things would send; the same number for every target. */
export function attemptsOf(route: Route, target: Imagined, own: Imagined): readonly Attempt[] {
  const plain = fillPath(route, (name) => pathValue(route, name, target));
  const body = route.body === null ? {} : { body: valueFor(route.body, '', target) };
  const make = (url: string, headers: Attempt['headers'] = {}, sent: object = body): Attempt => ({
    ...{ method: route.method, url, headers },
    ...sent,
  });
  const natural = make(plain);
  if (route.method === 'HEAD') return [natural];
  return [
    natural,
    make(plain, strayHeaders(target)),
    ...mixedPaths(route, target, own).map((url) => make(url)),
    ...queries(route, target).map((query) => make(`${plain}?${query}`)),
    ...strayBodies(body, target).map((sent) => make(plain, {}, { body: sent })),
  ];
}

/** Headers and names of other programs that a careless server might follow. */
function strayHeaders({ tenantId, marks }: Imagined): Attempt['headers'] {
  return {
    ...{ 'x-tenant-id': tenantId, 'x-company-id': tenantId, 'x-lading-tenant': tenantId },
    ...{ 'x-forwarded-user': marks.email, 'idempotency-key': marks.idempotencyKey },
  };
}

function strayBodies({ body }: { body?: unknown }, { tenantId, ids }: Imagined): unknown[] {
  if (typeof body !== 'object' || body === null) return [];
  const strays = { tenantId, tenant_id: tenantId, companyId: tenantId, userId: ids.userId };
  return [{ ...body, ...strays }];
}

const STRAY_KINDS = ['companyId', 'userId', 'integrationId', 'subscriptionId', 'parcelId'] as const;

/** One part of the path is the target's, the others are the caller's own; or ids of another kind. */
function mixedPaths(route: Route, target: Imagined, own: Imagined): string[] {
  const names = [...route.pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const last = names.at(-1);
  if (last === undefined) return [];
  const single = names.length < 2 ? [] : names;
  return [
    ...single.map((theirs) =>
      fillPath(route, (name) => pathValue(route, name, name === theirs ? target : own)),
    ),
    ...STRAY_KINDS.map((kind) =>
      fillPath(route, (name) => (name === last ? target.ids[kind] : pathValue(route, name, target))),
    ),
  ];
}

function fillPath({ pattern }: Route, fill: (name: string) => string): string {
  return pattern.replaceAll(/:(\w+)/g, (_part, name: string) => encodeURIComponent(fill(name)));
}

function pathValue(route: Route, name: string, target: Imagined): string {
  const parameter = route.parameters.find((each) => each.in === 'path' && each.name === name);
  return String(valueFor(parameter?.schema ?? { type: 'string', format: 'uuid' }, name, target));
}

/** Each text member of the query looks for the target's things; undescribed routes get what a redirect carries. */
function queries({ parameters, pattern }: Route, { tenantId, ids, marks }: Imagined): string[] {
  const searched = [marks.trackingNumber, marks.consignee, marks.reference, marks.city, ids.subscriptionId];
  const members = parameters.filter(({ in: place, schema }) => place === 'query' && schema.type === 'string');
  const open = members.filter(({ schema }) => !('pattern' in schema) && !('enum' in schema));
  if (!pattern.startsWith('/api/')) {
    return [`state=${marks.state}&code=any`, `state=${marks.state}&error=denied`, `company=${tenantId}`];
  }
  return open.flatMap(({ name }) => searched.map((value) => String(new URLSearchParams({ [name]: value }))));
}

const WORDS: Readonly<Record<string, string>> = {
  name: 'Attempted',
  csv: 'account,name\nQ7Q7Q7,Attempted',
  zone: 'America/Toronto',
  password: 'an attempted password',
};

/** A value of a shape, made of the target's things wherever they fit. */
function valueFor(schema: Json, name: string, target: Imagined): unknown {
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Json[] | undefined;
  if (choices) return valueFor(choices.find((one) => one.type !== 'null') ?? {}, name, target);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return objectFor(schema, target);
    case 'array':
      return [valueFor(Object(schema.items), name, target)];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Number(schema.minimum ?? 1);
    default:
      return textFor(schema, name, target);
  }
}

function objectFor(schema: Json, target: Imagined): unknown {
  const fixed = Object.entries(Object(schema.properties) as Record<string, Json>).map(([name, inner]) => [
    name,
    valueFor(inner, name, target),
  ]);
  const free = Object.values(Object(schema.patternProperties) as Record<string, Json>).map((inner) => [
    target.ids.subscriptionId,
    valueFor(inner, '', target),
  ]);
  return Object.fromEntries([...fixed, ...free]);
}

function textFor(schema: Json, name: string, { ids, marks }: Imagined): string {
  const byName: string | undefined =
    (ids as Readonly<Record<string, string>>)[name] ?? (name === 'token' ? marks.state : WORDS[name]);
  const candidates = [
    ...(byName === undefined ? [] : [byName]),
    ...(/email/i.test(name) ? [marks.email] : []),
    ...(schema.format === 'uuid' ? [ids.integrationId] : []),
    ...['Attempted', marks.state, marks.email, '2026-03-01', 'CA', 'Q7Q7Q7'],
  ];
  const shape = schema as unknown as TSchema;
  const fitting = candidates.find((one) => Value.Check(Type.Unsafe<string>(shape), one));
  if (fitting === undefined) throw new Error(`No text fits ${name}: ${JSON.stringify(schema)}`);
  return fitting;
}
