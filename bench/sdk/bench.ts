import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packSdk } from '../../tools/build/sdk.ts';
import { type BenchResult, interleave, median, medianRatio } from '../measure.ts';
import type { BenchOptions } from '../run.ts';

type Sdk = typeof import('@lading/sdk/index');

const NUMBER = '1Z12345E1512345676';

/**
 * What the SDK costs a program: the CPU of reading a package through it, against the same request by bare `fetch` and
 * `json()`, one after the other over the same kept connection to a server in a process of its own.
 * The SDK is the packed one: built is compared with built.
 */
export async function run({ isShort }: BenchOptions): Promise<BenchResult[]> {
  const [rounds, calls] = isShort ? [3, 50] : [31, 600];
  const server = fork(fileURLToPath(new URL('./answer-server.ts', import.meta.url)));
  const listening = once(server, 'message').then(([port]) => port);
  const folder = await mkdtemp(join(tmpdir(), 'lading-sdk-'));
  try {
    await packSdk(folder);
    const sdk: Sdk = await import(pathToFileURL(join(folder, 'index.js')).href);
    const port = await listening;
    const baseUrl = `http://127.0.0.1:${port}`;
    const pair = await interleave(
      rounds,
      () => times(calls, throughSdk(sdk, baseUrl)),
      () => times(calls, throughFetch(baseUrl)),
    );
    const perCall = (side: 'measured' | 'twin') =>
      (median(pair[side].map(({ cpuMs }) => cpuMs)) * 1000) / calls;
    const ratio = 1 / medianRatio(pair, 'cpuMs');
    return [
      {
        name: 'a call through the SDK, CPU',
        unit: 'µs a call',
        value: perCall('measured'),
        baseline: perCall('twin'),
        ratio,
        floor: 1.3,
        isCeiling: true,
        cpuMs: median(pair.measured.map(({ cpuMs }) => cpuMs)),
        details: { rounds, calls },
      },
    ];
  } finally {
    server.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

function throughSdk({ connect, createTrackingClient }: Sdk, baseUrl: string): () => Promise<unknown> {
  const { carrier } = connect({
    environment: { baseUrl },
    clientId: 'bench',
    clientSecret: 'bench',
    access: { kind: 'token', accessToken: 'a-token' },
  });
  const tracking = createTrackingClient(carrier);
  return () => tracking.details(NUMBER);
}

/** The same headers, the same bytes back, parsed. */
function throughFetch(baseUrl: string): () => Promise<unknown> {
  return async () => {
    const response = await fetch(`${baseUrl}/api/track/v1/details/${NUMBER}`, {
      headers: {
        accept: 'application/json',
        authorization: 'Bearer a-token',
        transid: crypto.randomUUID().replaceAll('-', ''),
        transactionsrc: 'lading',
      },
    });
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  };
}

async function times(count: number, call: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done += 1) await call();
}
