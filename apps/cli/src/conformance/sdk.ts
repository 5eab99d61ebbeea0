import { isObject, type PublishedDocument } from '@lading/contract/published/files';
import { type Client, createClient } from '@lading/sdk/client';
import fc from 'fast-check';
import { type Findings, settle } from './findings.ts';
import { asksOf } from './generated.ts';
import { createJudge, type Judge } from './judge.ts';
import type { Setting } from './meanings.ts';
import { type SdkCall, sdkCalls } from './sdk-calls.ts';
import type { Subject } from './subject.ts';

/** A request as the SDK handed it to `fetch`. */
interface Captured {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

const DOCUMENTS = 3;

/** Lets the SDK write requests to nobody, and holds them against the carrier's file: address, headers, document. */
export async function driveSdk(
  subject: Subject,
  { findings, setting, seed }: { findings: Findings; setting: Setting; seed: number },
): Promise<void> {
  const { wire } = subject;
  const calls = sdkCalls[wire.id];
  if (!calls) return findings.fail('sdk', wire, 'the suite knows no call of the SDK for it');
  const judge = createJudge(subject, 'published');
  const asks = fc.sample(asksOf(subject, setting), { numRuns: DOCUMENTS, seed });
  const documents = wire.requestFormat === 'json' ? asks.map(({ body }) => body) : [undefined];
  for (const document of documents) {
    for (const call of calls) {
      const captured = await capture(call, document);
      settle(
        findings,
        'sdk',
        wire,
        captured ? requestFaults(subject, captured, judge) : ['the SDK sent nothing'],
        document,
      );
    }
  }
}

/** What a call sends. No carrier stands behind it: the answer is empty, and what the SDK makes of that is not ours. */
async function capture(call: SdkCall, document: unknown): Promise<Captured | undefined> {
  const seen: Captured[] = [];
  const client = createClient({
    environment: { baseUrl: 'http://127.0.0.1:9' },
    clientId: 'conformance',
    clientSecret: 'conformance',
    retry: { attempts: 1 },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      if (url.pathname.endsWith('/oauth/token')) return Response.json(tokenOf());
      const { method, headers } = request;
      seen.push({ method, url, headers, body: await request.text() });
      return Response.json({});
    },
  });
  const failure = await refusalOf(call, client, document);
  if (seen.length === 0 && failure !== undefined) throw failure;
  return seen[0];
}

async function refusalOf(call: SdkCall, client: Client, document: unknown): Promise<unknown> {
  try {
    await call(client, document as never);
    return undefined;
  } catch (error) {
    return error;
  }
}

function tokenOf(): object {
  return { token_type: 'Bearer', access_token: 'captured', expires_in: '3599', status: 'approved' };
}

/** Why a request is not one that the carrier's file allows; empty where it is. */
export function requestFaults(subject: Subject, captured: Captured, judge: Judge): string[] {
  const { wire, entry } = subject;
  if (!entry) return [`the file has no ${wire.method} ${wire.path}`];
  const places = placesOf(wire.path, captured.url.pathname);
  if (captured.method !== wire.method || !places) {
    return [`asked ${captured.method} ${captured.url.pathname} instead of ${wire.method} ${wire.path}`];
  }
  return [
    ...parameterFaults(entry, captured, places),
    ...(wire.requestFormat === 'json' ? judge.request(JSON.parse(captured.body)) : []),
  ];
}

function placesOf(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const source = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`).exec(path)?.groups;
}

/** Every parameter that the file demands is there, and each has a value that the file allows. */
function parameterFaults(
  entry: PublishedDocument,
  { url, headers }: Captured,
  places: Readonly<Record<string, string>>,
): string[] {
  const parameters = Array.isArray(entry.parameters) ? entry.parameters.filter(isObject) : [];
  const known = new Set(parameters.map(({ name }) => String(name)));
  const stray = [...url.searchParams.keys()].filter((name) => !known.has(name));
  return [
    ...stray.map((name) => `the file has no query member ${name}`),
    ...parameters.flatMap((parameter) => {
      const name = String(parameter.name);
      const values = { path: places[name], query: url.searchParams.get(name), header: headers.get(name) };
      const value = values[parameter.in as keyof typeof values] ?? undefined;
      if (value === undefined) return parameter.required === true ? [`${name} is missing`] : [];
      return valueFaults(name, value, isObject(parameter.schema) ? parameter.schema : {});
    }),
  ];
}

function valueFaults(name: string, value: string, schema: PublishedDocument): string[] {
  const allowed = Array.isArray(schema.enum) ? schema.enum.map(String) : [value];
  const pattern = typeof schema.pattern === 'string' ? new RegExp(schema.pattern) : /^/;
  return allowed.includes(value) && pattern.test(value) ? [] : [`${name} may not be ${value}`];
}
