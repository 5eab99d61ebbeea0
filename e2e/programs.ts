import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const LADING = join(import.meta.dirname, '..', 'bin', 'lading.mjs');
const READY_WITHIN_MS = 90_000;

/** A `lading …` process of ours, ended only by its own pid. */
export interface Program {
  readonly pid: number;
  readonly url: string;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end and waits. */
  stop(): Promise<number | null>;
  /** Its exit code; resolves when it is gone. */
  readonly gone: Promise<number | null>;
}

export interface ProgramOrder {
  readonly args: readonly string[];
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it is started in; ours where it is left out. */
  readonly cwd?: string;
}

/** Starts a program and waits until it answers `GET /health`; throws with its output when it ends before. */
export async function startProgram(order: ProgramOrder): Promise<Program> {
  const program = launch(order);
  let isGone = false;
  void program.gone.then(() => {
    isGone = true;
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (isGone)
      throw new Error(`lading ${order.args.join(' ')} ended before it was ready:\n${program.output()}`);
    if (await answers(`${program.url}/health`)) return program;
    await pause(50);
  }
  await program.kill();
  throw new Error(`lading ${order.args.join(' ')} was not ready in time:\n${program.output()}`);
}

/** Starts a program without waiting for it: for those that are expected to refuse. */
export function launch({ args, port, env, cwd }: ProgramOrder): Program {
  const child = spawn(process.execPath, [LADING, ...args], {
    env: { ...inherited(), ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid === undefined) throw new Error(`lading ${args.join(' ')} could not be started.`);
  endWithUs(child);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const gone = exitOf(child);
  return {
    pid: child.pid,
    url: `http://127.0.0.1:${port}`,
    output: () => printed.join(''),
    gone,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

const living = new Set<ChildProcess>();

/** A test that is given up must not leave its programs behind. */
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

function endWithUs(child: ChildProcess): void {
  living.add(child);
  child.once('exit', () => living.delete(child));
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
}

/** Settings that choose which program runs, not what it does. */
const CHOOSES: ReadonlySet<string> = new Set(['LADING_FROM_SOURCE']);

/** The environment without settings of a Lading that may run on the same machine. */
function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && name !== 'DATABASE_URL' && (!name.startsWith('LADING_') || CHOOSES.has(name)),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port was given.'));
      });
    });
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
