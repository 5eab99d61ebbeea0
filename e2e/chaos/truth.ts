import { SEEDED } from './company.ts';

/** What the carrier holds, read by date straight from it: nothing of the hub or the SDK takes part. */
export interface Truth {
  /** Facts and how often each stands in one file: `tracking number|kind|local time|code`. */
  readonly facts: ReadonlyMap<string, number>;
  /** `subscription/file name` of every file that holds a record. */
  readonly files: ReadonlySet<string>;
}

type Json = { readonly [member: string]: unknown };

const KINDS = ['Manifest', 'Origin', 'Exception', 'Delivery', 'Generic'] as const;

/** Reads every file of the seeded subscriptions between two instants (milliseconds on the world's clock). */
export async function readTruth(sandboxUrl: string, fromMs: number, toMs: number): Promise<Truth> {
  const token = await tokenOf(sandboxUrl);
  const facts = new Map<string, number>();
  const files = new Set<string>();
  for (const name of SEEDED.subscriptions) {
    for await (const file of filesOf(sandboxUrl, token, name, fromMs, toMs)) {
      const counts = countFacts(file);
      for (const [fact, count] of counts) facts.set(fact, Math.max(facts.get(fact) ?? 0, count));
      if (counts.size > 0) files.add(`${name}/${String(file.FileName)}`);
    }
  }
  return { facts, files };
}

async function tokenOf(sandboxUrl: string): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/security/v1/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from('sandbox-client:sandbox-secret').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const body = (await answer.json()) as Json;
  if (!answer.ok) throw new Error(`No token: ${JSON.stringify(body)}`);
  return String(body.access_token);
}

async function* filesOf(
  sandboxUrl: string,
  token: string,
  name: string,
  fromMs: number,
  toMs: number,
): AsyncGenerator<Json> {
  const range = { BeginDateTime: stamp(fromMs), EndDateTime: stamp(toMs) };
  let bookmark: unknown;
  do {
    const answer = await fetch(`${sandboxUrl}/api/quantumview/v3/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        QuantumViewRequest: {
          Request: { RequestAction: 'QVEvents' },
          SubscriptionRequest: [{ Name: name, DateTimeRange: range }],
          ...(bookmark === undefined ? {} : { Bookmark: bookmark }),
        },
      }),
    });
    const { QuantumViewResponse: body } = (await answer.json()) as { QuantumViewResponse: Json };
    if ((body.Response as Json).ResponseStatusCode !== '1') throw new Error(JSON.stringify(body.Response));
    const events = body.QuantumViewEvents as Json | undefined;
    for (const subscription of list(events?.SubscriptionEvents)) {
      yield* list(subscription.SubscriptionFile);
    }
    bookmark = body.Bookmark;
  } while (bookmark !== undefined);
}

function countFacts(file: Json): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of KINDS) {
    for (const record of list(file[kind])) {
      for (const fact of factsOf(kind, record)) counts.set(fact, (counts.get(fact) ?? 0) + 1);
    }
  }
  return counts;
}

function factsOf(kind: (typeof KINDS)[number], record: Json): string[] {
  if (kind === 'Manifest') {
    return list(record.Package).map((parcel) => `${String(parcel.TrackingNumber)}|manifest||`);
  }
  const at = kind === 'Generic' ? (record.Activity as Json) : record;
  const code = kind === 'Generic' ? record.ActivityType : kind === 'Exception' ? record.StatusCode : '';
  return [
    `${String(record.TrackingNumber)}|${kind.toLowerCase()}|${localTime(at)}|${typeof code === 'string' ? code : ''}`,
  ];
}

/** `20260921` and `093000` as `2026-09-21T09:30:00`. */
function localTime(at: Json): string {
  const day = String(at.Date);
  const time = String(at.Time);
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
}

function list(value: unknown): readonly Json[] {
  if (value === undefined || value === null || value === '') return [];
  return (Array.isArray(value) ? value : [value]) as Json[];
}

/** `YYYYMMDDHHmmss` in UTC. */
function stamp(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
}
