import type { ArrayNode, WireOperation } from '@lading/contract/operation';
import { isObject } from '@lading/contract/published/files';
import { settle } from './findings.ts';
import type { Drive } from './generated.ts';
import { errorOf } from './judge.ts';
import { emptied, numbered, unwrapped } from './leniency.ts';
import { seedsOf } from './seeds/all.ts';
import type { Subject } from './subject.ts';
import { type Ask, addressOf, type Reply } from './target.ts';

/** What holds for every operation alike: arrays by version, leniency, echoes, unknown versions, missing headers. */
export async function driveRules(subject: Subject, drive: Drive): Promise<void> {
  const asks = seedsOf(subject.wire.slug, subject.wire.id, drive.setting);
  for (const ask of asks) {
    await checkArrays(subject, ask, drive);
    await checkLeniency(subject, ask, drive);
    await checkEcho(subject, ask, drive);
    await checkTransaction(subject, ask, drive);
  }
  await checkVersion(subject, asks[0] ?? {}, drive);
  await checkHeaders(subject, asks[0] ?? {}, drive);
}

async function checkArrays({ wire }: Subject, ask: Ask, { target, findings }: Drive): Promise<void> {
  if (!wire.responseArrays.some(({ since }) => since !== undefined)) return;
  const plain = await target.call(wire, ask);
  for (const version of wire.versions) {
    const reply = await target.call(wire, { ...ask, version });
    const faults = [
      ...refusedAlone(reply, plain, `in ${version}`),
      ...arrayFaults(reply.json, wire.responseArrays, version),
    ];
    settle(findings, 'rules', wire, faults, { ...ask, version });
  }
}

/** A refusal shows nothing of what is looked for: it is a fault where the same request is otherwise answered. */
function refusedAlone(reply: Reply, plain: Reply, what: string): string[] {
  return reply.status >= 400 && plain.status < 400 ? [`refused with ${reply.status} ${what}`] : [];
}

/** Nodes that are no array in a version that says they are, and single elements in an array in one that does not. */
export function arrayFaults(document: unknown, nodes: readonly ArrayNode[], version: string): string[] {
  return nodes.flatMap(({ path, since }) => {
    const isArrayAlways = since === undefined || numberOf(version) >= numberOf(since);
    return valuesAt(document, path.split('/')).flatMap((value) => {
      if (isArrayAlways) return Array.isArray(value) ? [] : [`${path} is no array in ${version}`];
      const isLone = Array.isArray(value) && value.length === 1;
      return isLone ? [`${path} is an array of one in ${version}, before ${since}`] : [];
    });
  });
}

function numberOf(version: string): number {
  return Number(version.replace(/\D/g, ''));
}

function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return [value];
  const objects = Array.isArray(value) ? value : [value];
  return objects.flatMap((one) =>
    isObject(one) && Object.hasOwn(one, name) ? valuesAt(one[name], rest) : [],
  );
}

async function checkLeniency(subject: Subject, ask: Ask, drive: Drive): Promise<void> {
  const { wire, documents } = subject;
  if (!documents?.request || ask.body === undefined) return;
  const plain = await drive.target.call(wire, ask);
  const ladder: readonly [string, unknown][] = [
    ['a single value for an array', unwrapped(ask.body, wire.requestArrays)],
    ['numbers for texts', numbered(ask.body, documents.request)],
    ['empty texts for what is absent', emptied(ask.body, documents.request)],
  ];
  for (const [step, body] of ladder) {
    const reply = await drive.target.call(wire, { ...ask, body });
    const same = meaningOf(wire, reply) === meaningOf(wire, plain);
    const faults = same ? [] : [`${step}: answered otherwise (${plain.status}, then ${reply.status})`];
    settle(drive.findings, 'rules', wire, faults, { ...ask, body });
  }
}

/** Of an answer what must come again; of one that changes or consumes something, only how it ended. */
function meaningOf({ effect }: WireOperation, reply: Reply): string {
  const { code = '' } = errorOf(reply.json);
  if (effect !== 'reads') return `${reply.status} ${code}`;
  return `${reply.status} ${JSON.stringify(reply.json, (name, value: unknown) => (VOLATILE.has(name) ? '' : value))}`;
}

const VOLATILE: ReadonlySet<string> = new Set(['TransactionIdentifier', 'transID', 'perfStats']);

async function checkEcho({ wire, documents }: Subject, ask: Ask, drive: Drive): Promise<void> {
  const body = documents?.request ? withContext(ask.body, 'comes back – é 1') : undefined;
  if (body === undefined) return;
  const plain = await drive.target.call(wire, ask);
  if (plain.status >= 400) return;
  const reply = await drive.target.call(wire, { ...ask, body });
  const echoed = contextIn(reply.json, 'Response');
  const lost = echoed === 'comes back – é 1' ? [] : [`CustomerContext came back as ${String(echoed)}`];
  const faults = [...refusedAlone(reply, plain, 'because of a CustomerContext'), ...lost];
  settle(drive.findings, 'rules', wire, faults, { ...ask, body });
}

/** The call's own number, where the documents carry it beside what is asked; no file declares a header for it. */
async function checkTransaction({ wire, documents }: Subject, ask: Ask, drive: Drive): Promise<void> {
  const has = (schema: object | undefined): boolean => {
    const properties: unknown = schema && Reflect.get(schema, 'properties');
    return isObject(properties) && 'transID' in properties;
  };
  if (!has(documents?.request) || !has(documents?.response) || !isObject(ask.body)) return;
  const transID = 'conformance-325';
  const plain = await drive.target.call(wire, ask);
  if (plain.status >= 400) return;
  const reply = await drive.target.call(wire, { ...ask, body: { ...ask.body, transID } });
  const echoed = isObject(reply.json) ? reply.json.transID : undefined;
  const lost = echoed === transID ? [] : [`transID came back as ${String(echoed)}`];
  settle(drive.findings, 'rules', wire, [...refusedAlone(reply, plain, 'because of a transID'), ...lost]);
}

/** The request with a note to be sent back; undefined where it has no place for one. */
function withContext(body: unknown, CustomerContext: string): unknown {
  if (!isObject(body)) return undefined;
  const [name = ''] = Object.keys(body);
  const inner = body[name];
  if (!isObject(inner) || !isObject(inner.Request)) return undefined;
  return { [name]: { ...inner, Request: { ...inner.Request, TransactionReference: { CustomerContext } } } };
}

function contextIn(body: unknown, member: string): unknown {
  const [inner] = isObject(body) ? Object.values(body) : [];
  const envelope = isObject(inner) ? inner[member] : undefined;
  const reference = isObject(envelope) ? envelope.TransactionReference : undefined;
  return isObject(reference) ? reference.CustomerContext : undefined;
}

async function checkVersion({ wire }: Subject, ask: Ask, { target, findings }: Drive): Promise<void> {
  if (wire.versions.length === 0) return;
  for (const version of ['v0', 'v9999', 'latest']) {
    const reply = await target.call(wire, { ...ask, version });
    settle(findings, 'rules', wire, refusedWith4xx(reply, `version ${version}`), { ...ask, version });
  }
}

async function checkHeaders({ wire }: Subject, ask: Ask, { target, findings }: Drive): Promise<void> {
  const required = wire.headers.filter((header) => header.required);
  for (const { name } of required) {
    const reply = await target.call(wire, { ...ask, headers: { [name]: '' } });
    const faults = reply.status === 400 && errorOf(reply.json).code !== undefined;
    settle(findings, 'rules', wire, faults ? [] : [`without ${name}: answered ${reply.status}, not 400`]);
  }
  if (wire.auth !== 'bearer') return;
  const reply = await target.call(wire, { ...ask, headers: { authorization: '' } });
  const isRefused = reply.status === 401 && errorOf(reply.json).code !== undefined;
  const address = addressOf(wire, ask);
  settle(findings, 'rules', wire, isRefused ? [] : [`${address} without a token: answered ${reply.status}`]);
}

function refusedWith4xx(reply: Reply, what: string): string[] {
  const isRefused = reply.status >= 400 && reply.status < 500 && errorOf(reply.json).code !== undefined;
  return isRefused ? [] : [`${what}: answered ${reply.status} instead of a refusal`];
}
