import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface RunningProgram {
  readonly pid: number;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a TypeScript file as a process of its own and waits until it prints `ready`. */
export async function startProgram(file: URL, env: Record<string, string>): Promise<RunningProgram> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', loader, fileURLToPath(file)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await untilReady(child, gone);
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function untilReady({ stdout }: ChildProcess, gone: Promise<void>): Promise<void> {
  if (!stdout) throw new Error('The program has no output to read.');
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      if (line === 'ready') resolve();
    });
  });
  const early = gone.then(() => {
    throw new Error('The program ended before it was ready.');
  });
  await Promise.race([ready, early]);
}
