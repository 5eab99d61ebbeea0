import type { Evidence, WireOperation } from '@lading/contract/operation';
import { isObject } from '@lading/contract/published/files';
import { Problem } from '@lading/kit/errors';

/** One request as a seed or a generator writes it; what is absent is left to the operation. */
export interface Ask {
  /** Places of the path without the version. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly version?: string;
  /** A document for JSON operations, members for forms, or bytes to be sent as they are. */
  readonly body?: unknown;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the body is not JSON. */
  readonly json: unknown;
}

/** A rule that the world says it followed. */
export interface NotedRule {
  readonly rule: string;
  readonly evidence: Evidence;
}

/** What is asked: a world of ours, or a server somewhere. */
export interface Target {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly host: string;
  /** A world of ours, whose inspector and clock we may use. */
  readonly isOwn: boolean;
  readonly client: { readonly id: string; readonly secret: string };
  /** @throws TypeError when nothing answers. */
  call(wire: WireOperation, ask: Ask): Promise<Reply>;
  /** The rules behind an answer; none where the target has no inspector. */
  rulesOf(reply: Reply): Promise<readonly NotedRule[]>;
  /** An isolated world beside this one; the target itself where it has none. */
  world(name: string): Target;
  /** `/_sandbox/<path>` of a world of ours. @throws TypeError for any other, and for a refusal. */
  control(method: string, path: string, body?: object): Promise<unknown>;
}

export interface TargetOptions {
  readonly baseUrl: string;
  readonly isOwn: boolean;
  readonly client: { readonly id: string; readonly secret: string };
}

const TIMEOUT_MS = 30_000;

export function createTarget(options: TargetOptions): Target {
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  let token: Promise<string> | undefined;
  let calls = 0;
  const nextId = (): string => {
    calls += 1;
    return `conformance${String(calls).padStart(21, '0')}`;
  };
  const authorization = async (wire: WireOperation): Promise<Readonly<Record<string, string>>> => {
    if (wire.auth === 'none') return {};
    if (wire.auth !== 'bearer') return basic(options.client);
    token ??= fetchToken(baseUrl, options.client);
    return { authorization: `Bearer ${await token}` };
  };
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    if (!options.isOwn) throw new TypeError(`${baseUrl} is not a world of ours`);
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const reply = await send(`${baseUrl}/_sandbox/${path}`, init);
    if (reply.status >= 400) throw new TypeError(`${method} ${path}: ${reply.text}`);
    return reply.json;
  };
  return {
    baseUrl,
    host: new URL(baseUrl).hostname,
    isOwn: options.isOwn,
    client: options.client,
    call: async (wire, ask) => {
      const headers = {
        ...requiredHeaders(wire, nextId),
        ...contentType(wire),
        ...(await authorization(wire)),
        ...ask.headers,
      };
      const body = bodyOf(wire, ask.body);
      const init = { method: wire.method, headers, ...(body === undefined ? {} : { body }) };
      return send(`${baseUrl}${addressOf(wire, ask)}`, init);
    },
    rulesOf: async (reply) => {
      const id = reply.headers.get('x-lading-request');
      return options.isOwn && id !== null ? rulesIn(await control('GET', `requests/${id}`)) : [];
    },
    world: (name) =>
      options.isOwn ? createTarget({ ...options, baseUrl: `${baseUrl}/w/${name}` }) : createTarget(options),
    control,
  };
}

/** Path and query of a call, in the version asked or the newest. */
export function addressOf(wire: WireOperation, ask: Ask): string {
  const version = ask.version ?? wire.currentVersion ?? '';
  const places: Readonly<Record<string, string>> = { ...ask.params, version };
  const path = wire.path.replace(/\{(\w+)\}/g, (_place, name: string) =>
    encodeURIComponent(places[name] ?? defaultOf(wire, name)),
  );
  const query = new URLSearchParams({ ...wire.fixedQuery, ...ask.query }).toString();
  return query === '' ? path : `${path}?${query}`;
}

function defaultOf({ parameters }: WireOperation, name: string): string {
  const parameter = parameters.find((one) => one.name === name);
  return parameter?.default ?? parameter?.values?.[0] ?? 'unknown';
}

function requiredHeaders(wire: WireOperation, nextId: () => string): Readonly<Record<string, string>> {
  const usual: Readonly<Record<string, () => string>> = {
    transid: nextId,
    transactionsrc: () => 'conformance',
  };
  const named = wire.headers.flatMap(({ name }) => {
    const value = usual[name];
    return value ? [[name, value()]] : [];
  });
  return Object.fromEntries(named);
}

function contentType({ requestFormat }: WireOperation): Readonly<Record<string, string>> {
  if (requestFormat === 'json') return { 'content-type': 'application/json' };
  return requestFormat === 'form' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
}

function bodyOf(
  { requestFormat }: WireOperation,
  body: unknown,
): string | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined || requestFormat === 'none' || requestFormat === 'query') return undefined;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (typeof body === 'string') return body;
  if (requestFormat === 'json') return JSON.stringify(body);
  return new URLSearchParams(body as Record<string, string>).toString();
}

function basic({ id, secret }: Target['client']): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function fetchToken(baseUrl: string, client: Target['client']): Promise<string> {
  const reply = await send(`${baseUrl}/security/v1/oauth/token`, {
    method: 'POST',
    headers: { ...basic(client), 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  const token = isObject(reply.json) ? reply.json.access_token : undefined;
  if (typeof token === 'string') return token;
  throw new Problem({
    code: 'NO_TOKEN',
    status: 401,
    text: {
      en: '{baseUrl} gave no token for the client {client}: it answered {status}.',
      fr: '{baseUrl} n’a pas donné de jeton au client {client} : la réponse est {status}.',
    },
    params: { baseUrl, client: client.id, status: reply.status },
  });
}

function rulesIn(trace: unknown): readonly NotedRule[] {
  const rules = isObject(trace) && Array.isArray(trace.rules) ? trace.rules : [];
  return rules.filter(isNotedRule);
}

function isNotedRule(rule: unknown): rule is NotedRule {
  return isObject(rule) && typeof rule.rule === 'string' && typeof rule.evidence === 'string';
}
