import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Program, startProgram } from '../programs.ts';
import { type HubStore, openStore } from './database.ts';

/** A Wednesday morning in Toronto: something is on its way, something arrives today, something is late. */
const BEGIN = '2026-10-14T15:00:00Z';

/** One for all pairs: the database logins follow from it, and on a server they are shared by all its databases. */
export const KEY = Buffer.alloc(32, 'journeys').toString('base64');

export interface PairOptions {
  /** Shipments of the week before the clock begins; some are still under way. */
  readonly shipments?: number;
}

/** A hub and its sandbox as processes of their own, on free ports and data of their own. */
export interface Pair {
  readonly hubUrl: string;
  readonly sandboxUrl: string;
  /** Tells the sandbox's world to do something, for example `associate-account`. */
  command(type: string, input: Readonly<Record<string, unknown>>): Promise<void>;
  /** What both programs printed, for a failing test. */
  output(): string;
  close(): Promise<void>;
}

export async function startPair({ shipments = 60 }: PairOptions = {}): Promise<Pair> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    return { ...(await start(shipments, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(shipments: number, closers: (() => Promise<unknown>)[]): Promise<Omit<Pair, 'close'>> {
  const directory = await mkdtemp(join(tmpdir(), 'lading-journey-'));
  closers.push(() => rm(directory, { recursive: true, force: true }));
  const store = await openStore();
  closers.push(() => store.drop());
  const hubPort = await freePort();
  const sandbox = await startSandbox(hubPort);
  closers.push(() => sandbox.stop());
  await control(sandbox, 'traffic', {
    shipments,
    from: '2026-10-08T00:00:00Z',
    to: '2026-10-15T00:00:00Z',
    seed: 'journeys',
  });
  const hub = await startHub({ sandbox, hubPort, directory, store });
  closers.push(() => hub.stop());
  return {
    hubUrl: hub.url,
    sandboxUrl: sandbox.url,
    command: (type, input) => control(sandbox, 'commands', { type, ...input }),
    output: () => `--- sandbox\n${sandbox.output()}\n--- hub\n${hub.output()}`,
  };
}

async function startSandbox(hubPort: number): Promise<Program> {
  const port = await freePort();
  return startProgram({
    args: ['sandbox', '--memory', '--port', String(port), '--seed', 'journeys', '--clock', BEGIN],
    port,
    env: { LADING_SANDBOX_HUB_URL: `http://127.0.0.1:${hubPort}` },
  });
}

interface HubOrder {
  readonly sandbox: Program;
  readonly hubPort: number;
  readonly directory: string;
  readonly store: HubStore;
}

function startHub({ sandbox, hubPort, directory, store }: HubOrder): Promise<Program> {
  return startProgram({
    args: ['hub'],
    port: hubPort,
    env: {
      LADING_HUB_PORT: String(hubPort),
      LADING_HUB_DATA: directory,
      LADING_HUB_DEMO: '1',
      LADING_HUB_KEY: KEY,
      LADING_HUB_CLOCK: 'sandbox',
      LADING_HUB_CARRIER: 'sandbox',
      LADING_HUB_CARRIER_URL: sandbox.url,
      LADING_HUB_CARRIER_CLIENT_ID: 'sandbox-client',
      LADING_HUB_CARRIER_CLIENT_SECRET: 'sandbox-secret',
      LADING_HUB_READ_SECONDS: '1',
      LADING_HUB_LOG: 'warn',
      ...(store.url === null ? {} : { DATABASE_URL: store.url }),
    },
  });
}

async function control(sandbox: Program, path: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`/_sandbox/${path} answered ${answer.status}: ${await answer.text()}`);
}
