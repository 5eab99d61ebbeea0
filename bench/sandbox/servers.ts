import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleModules } from '../../tools/build/bundle.ts';
import { root } from '../../tools/run.ts';

/** A server in a process of its own, so that its CPU time is its own. */
export interface MeasuredServer {
  readonly url: string;
  /** CPU used by the process so far, milliseconds. */
  cpuMs(): Promise<number>;
  stop(): void;
}

/** What the processes say to each other. */
export type ServerMessage =
  | { readonly kind: 'serving'; readonly url: string }
  | { readonly kind: 'cpu'; readonly cpuMs: number };

/** The bytes that the twin sends for every request to a path. */
export interface TwinRoute {
  readonly path: string;
  readonly contentType: string;
  readonly base64: string;
  /** The contract's operation whose request is validated first. */
  readonly validates?: string;
}

type ServerName = 'world-server' | 'twin-server';
export type StartServer = (name: ServerName, input?: unknown) => Promise<MeasuredServer>;

/** Builds both servers as the product is built; from source, keeping the names of functions costs at every call. */
export async function withBuiltServers<Result>(
  work: (start: StartServer) => Promise<Result>,
): Promise<Result> {
  // Below the root, where the packages that stay outside of a build are found.
  const folder = await mkdtemp(join(root, '.bench-servers-'));
  try {
    const entries = { 'world-server': entry('world-server'), 'twin-server': entry('twin-server') };
    await bundleModules(entries, folder);
    return await work((name, input) => startServer(join(folder, `${name}.mjs`), input));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function entry(name: ServerName): string {
  return `bench/sandbox/${name}.ts`;
}

async function startServer(module: string, input?: unknown): Promise<MeasuredServer> {
  const child = fork(module, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send({ kind: 'start', input });
  const serving = await answerOf(child, 'serving');
  return {
    url: serving.url,
    cpuMs: async () => {
      child.send({ kind: 'cpu' });
      return (await answerOf(child, 'cpu')).cpuMs;
    },
    stop: () => child.kill('SIGTERM'),
  };
}

function answerOf<Kind extends ServerMessage['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<ServerMessage, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A measured server ended with ${code}.`));
    const listen = (message: ServerMessage) => {
      if (message.kind !== kind) return;
      child.off('message', listen).off('exit', ended);
      resolve(message as Extract<ServerMessage, { kind: Kind }>);
    };
    child.on('message', listen).once('exit', ended);
  });
}
