import { type SpawnOptions, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Keeps what the program prints instead of showing it. */
  readonly isQuiet?: boolean;
}

export interface RunResult {
  /** Null when a signal ended it or it could not start. */
  readonly code: number | null;
  /** Both streams, in the order they came; empty unless quiet. */
  readonly output: string;
}

/** Runs a program to its end. Standard input stays closed. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: options.isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  };
  return new Promise((resolve) => {
    const printed: string[] = [];
    const child = spawn(command, args, spawnOptions);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    }
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output: printed.join('') }));
  });
}

/** A program that npm installed here, run by this Node. */
export function runInstalled(
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return run(process.execPath, [`${root}/node_modules/${script}`, ...args], options);
}
