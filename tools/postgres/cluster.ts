import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../e2e/programs.ts';
import { run } from '../run.ts';
import type { ServerPrograms } from './server-programs.ts';

export interface Cluster {
  /** The owner's address; its database is `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
  /** For the moment in which the program ends anyway. */
  readonly stopAtOnce: () => void;
}

export interface ClusterOrder {
  readonly programs: ServerPrograms;
  readonly password: string;
  readonly isDurable: boolean;
}

/** The user that runs the server: initdb refuses root. */
interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}

const READY = 'database system is ready to accept connections';
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;
const OWNER = 'lading_owner';

/** Makes a cluster in a temporary directory and starts it on a free port of 127.0.0.1. */
export async function startCluster(order: ClusterOrder): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'lading-postgres-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const runner = await chooseRunner();
    if (runner.uid !== undefined && runner.gid !== undefined) await chown(folder, runner.uid, runner.gid);
    await initialise(folder, order, runner);
    const port = await freePort();
    const child = startServer(folder, port, order, runner);
    await ready(child);
    return {
      url: `postgres://${OWNER}:${order.password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await stop(child);
        await remove();
      },
      stopAtOnce: () => {
        child.kill('SIGQUIT');
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function chooseRunner(): Promise<Runner> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'], { isQuiet: true })).output)),
  );
  if (uid && gid) return { uid, gid };
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" to run it as.');
}

async function initialise(
  folder: string,
  { programs, password }: ClusterOrder,
  runner: Runner,
): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (runner.uid !== undefined && runner.gid !== undefined) await chown(passwordFile, runner.uid, runner.gid);
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const args = ['-D', join(folder, 'data'), '-U', OWNER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const child = spawn(
    join(programs.folder, 'initdb'),
    [...args, '--encoding=UTF8', `--locale=${locale}`, '--no-sync'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...runner },
  );
  const errors = collect(child);
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`initdb could not make a cluster in ${folder}:\n${errors()}`);
}

function startServer(folder: string, port: number, order: ClusterOrder, runner: Runner): ChildProcess {
  const fast = order.isDurable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    max_connections: '200',
    shared_buffers: '256MB',
    lc_messages: 'C',
    ...fast,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(join(order.programs.folder, 'postgres'), ['-D', join(folder, 'data'), ...options], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...runner,
  });
}

function ready(child: ChildProcess): Promise<void> {
  const errors = collect(child);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGQUIT');
      reject(new Error(`PostgreSQL was not ready in time:\n${errors()}`));
    }, READY_WITHIN_MS);
    child.stderr?.on('data', () => {
      if (!errors().includes(READY)) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL ended before it was ready:\n${errors()}`));
    });
  });
}

/** What it wrote to standard error so far, the last part of it. */
function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).slice(-20_000);
  });
  return () => text;
}

/** Fast shutdown (clients are sent away), and the immediate one when that takes too long. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = exitOf(child);
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(timer);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
}
