import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text as textOf } from 'node:stream/consumers';
import { createLog } from '@lading/kit/log';
import { readDuration, readInstant } from './control/instants.ts';
import { type SandboxOptions, startSandbox } from './start.ts';
import type { LivingWorld } from './world/world.ts';

export interface WorldForTests {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Turns the world's clock; instants and durations in ISO 8601. */
  readonly clock: {
    now(): number;
    advance(duration: string): Promise<void>;
    set(instant: string): Promise<void>;
  };
  readonly world: LivingWorld;
  /** `POST /_sandbox/commands`; gives back its answer and throws on a refusal. */
  command(type: string, input?: object): Promise<unknown>;
  /** `POST /_sandbox/traffic`. */
  traffic(order: { shipments: number; from?: string; to?: string; seed?: string }): Promise<unknown>;
  /** Any other call of the control API, for example `control('POST', 'faults', {…})`. */
  control(method: string, path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * A whole sandbox on a free port of the loopback, in memory, with the usual seeds. Unless told otherwise its clock
 * stands at noon UTC of 2026-11-20 and its secrets follow from the seed `test`.
 */
export async function startWorld(options: Partial<SandboxOptions> = {}): Promise<WorldForTests> {
  const sandbox = await startSandbox({
    port: 0,
    seed: 'test',
    clock: '2026-11-20T12:00:00Z',
    frozen: true,
    log: createLog({ name: 'sandbox', level: 'silent' }),
    ...options,
  });
  const { url, world, caFile } = sandbox;
  const authority = caFile === undefined ? undefined : await readFile(caFile);
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const { status, text } = await ask(`${url}/_sandbox/${path}`, method, body, authority);
    const answer: unknown = JSON.parse(text);
    if (status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    baseUrl: url,
    clientId: 'sandbox-client',
    clientSecret: 'sandbox-secret',
    world,
    clock: {
      now: () => world.now(),
      advance: (duration) => world.clock.advance(readDuration(duration, world.now())),
      set: (instant) => world.clock.set(readInstant(instant)),
    },
    command: (type, input = {}) => control('POST', 'commands', { type, ...input }),
    traffic: (order) => control('POST', 'traffic', order),
    control,
    close: sandbox.close,
  };
}

/** One call, with the world's own authority where it speaks TLS: Node's `fetch` takes none. */
function ask(
  url: string,
  method: string,
  body: object | undefined,
  ca: Buffer | undefined,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const options = { method, agent: false, ...(ca ? { ca } : {}) } as const;
    const request = (url.startsWith('https:') ? httpsRequest : httpRequest)(url, options, (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
    });
    request.once('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
