import { randomUUID } from 'node:crypto';
import { chmod, readdir, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { takeLock } from '@lading/kit/db/lock-file';
import { isProblem } from '@lading/kit/errors';
import type { Log } from '@lading/kit/log';

/** The running hub's socket for commands of its own machine; whoever may write to the folder may speak to it. */
export const ADMIN_SOCKET = 'admin.sock';
/** The one thing it is asked for; the answer is one line of JSON. */
export const SNAPSHOT_CALL = 'snapshot\n';
/** The address of a socket is no longer than this. */
const LONGEST_ADDRESS = 100;
const PREFIX = 'snapshot-';

export interface SnapshotAnswer {
  readonly folder?: string;
  readonly fault?: string;
}

interface Parts {
  /** The embedded database's, which this process holds. */
  readonly directory: string;
  readonly copyInto: (folder: string) => Promise<void>;
  readonly log: Log;
}

/**
 * Gives commands a copy of the embedded database's files as they are at one instant, for as long as they stay
 * connected. Ends with the function that it gives.
 */
export async function startSnapshots(parts: Parts): Promise<() => Promise<void>> {
  const { directory, log } = parts;
  const path = join(directory, ADMIN_SOCKET);
  if (Buffer.byteLength(path) > LONGEST_ADDRESS) {
    log.warn({ path }, 'the path is too long for a socket: this hub has to be stopped for a backup');
    return async () => undefined;
  }
  await removeAbandoned(directory);
  // The directory is ours, so a socket that stands there is a dead process's.
  await rm(path, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket, parts).catch((err: unknown) => log.error({ err }, 'a snapshot could not be removed'));
  });
  await listen(server, path);
  return async () => {
    const isClosed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await isClosed;
  };
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  server.unref();
}

async function serve(socket: Socket, { directory, copyInto, log }: Parts): Promise<void> {
  const isGone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => socket.destroy());
  if (!(await isCalled(socket))) return;
  const folder = join(directory, `${PREFIX}${randomUUID()}`);
  try {
    const startedAt = performance.now();
    await copyInto(folder);
    const milliseconds = Math.round(performance.now() - startedAt);
    log.info({ milliseconds }, 'the database was copied for a backup');
    answer(socket, { folder });
    await isGone;
  } catch (err) {
    log.error({ err }, 'the database could not be copied for a backup');
    answer(socket, { fault: isProblem(err) ? err.code : codeOf(err) });
    socket.end();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isCalled(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('data', (bytes) => {
      const isCall = bytes.toString() === SNAPSHOT_CALL;
      if (!isCall) socket.destroy();
      resolve(isCall);
    });
    socket.once('close', () => resolve(false));
  });
}

function answer(socket: Socket, line: SnapshotAnswer): void {
  if (socket.writable) socket.write(`${JSON.stringify(line)}\n`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}

/** Copies of a hub that was killed; a command that still reads one holds its lock. */
async function removeAbandoned(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(directory, name);
    const lock = await takeLock(folder, { program: 'lading hub' }).catch((error: unknown) => {
      if (isProblem(error)) return null;
      throw error;
    });
    if (lock) await rm(folder, { recursive: true, force: true });
    await lock?.release();
  }
}
