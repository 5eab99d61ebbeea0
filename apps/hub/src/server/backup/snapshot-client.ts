import { rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { Problem } from '@lading/kit/errors';
import { ADMIN_SOCKET, SNAPSHOT_CALL, type SnapshotAnswer } from './snapshots.ts';

/** A copy of a running hub's database, until it is released. */
export interface Snapshot {
  readonly folder: string;
  release(): Promise<void>;
}

/** Asks the hub that holds this directory for a copy; null where none is running. @throws `SNAPSHOT_FAILED` */
export async function askSnapshot(directory: string): Promise<Snapshot | null> {
  const socket = await reach(join(directory, ADMIN_SOCKET));
  if (!socket) return null;
  try {
    const { folder, fault } = await ask(socket);
    if (folder === undefined) throw snapshotFailed(fault ?? 'UNKNOWN');
    return {
      folder,
      release: async () => {
        socket.destroy();
        // The hub removes it too, unless it has ended meanwhile.
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

const NOBODY = /^(ENOENT|ECONNREFUSED|EINVAL|ENAMETOOLONG)$/;

function reach(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error) => {
      if ('code' in error && NOBODY.test(String(error.code))) resolve(null);
      else reject(error);
    });
  });
}

/** However long the copying takes: the connection ends when the hub does. */
function ask(socket: Socket): Promise<SnapshotAnswer> {
  return new Promise((resolve, reject) => {
    let line = '';
    socket.setEncoding('utf8').on('data', (piece: string) => {
      line += piece;
      if (line.endsWith('\n')) resolve(JSON.parse(line) as SnapshotAnswer);
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => reject(snapshotFailed('ENDED')));
    socket.write(SNAPSHOT_CALL);
  });
}

const snapshotFailed = (reason: string): Problem =>
  new Problem({
    code: 'SNAPSHOT_FAILED',
    status: 503,
    text: {
      en: 'The running hub could not copy its database for the backup ({reason}); its log says more.',
      fr: 'Le hub en marche n’a pas pu copier sa base de données pour la sauvegarde ({reason}); son journal en dit plus.',
    },
    params: { reason },
  });
