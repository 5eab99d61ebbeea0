import { writeDumpFile } from '@lading/kit/db/dump/file';
import { type Progress, readLines } from '@lading/kit/db/dump/read';
import { type LastingLocation, visitStore } from '@lading/kit/db/visit';
import { keyIsMissing, type StoreConfig } from '../config.ts';
import { keptDemoKey } from '../demo-key.ts';
import { type KeptBeside, leftOut } from './contents.ts';
import { askSnapshot } from './snapshot-client.ts';

export interface BackupOrder {
  readonly file: string;
  readonly passphrase: string;
  /** Of the program. */
  readonly version: string;
  readonly settings: KeptBeside['settings'];
  readonly madeAt: Date;
  readonly onProgress?: (progress: Progress) => void;
}

export interface BackedUp {
  readonly rows: number;
  readonly bytes: number;
}

const PROGRAM = 'lading backup';

/**
 * Everything of a hub in one file, as it was at one instant. A hub that runs goes on: on a server the backup reads its
 * own snapshot; an embedded hub stops for as long as it takes to copy its files, and the copy is read.
 * @throws `NOTHING_TO_BACK_UP`, `DIRECTORY_IN_USE` where another program than a hub has the folder,
 * `OWNER_SEES_TOO_LITTLE`, `SNAPSHOT_FAILED`, `INVALID_SETTING` for the key
 */
export async function backUp(config: StoreConfig, order: BackupOrder): Promise<BackedUp> {
  const location = config.database;
  const extra = await keptBeside(config, order.settings);
  const snapshot = location.kind === 'directory' ? await askSnapshot(location.path) : null;
  try {
    const place: LastingLocation = snapshot ? { kind: 'directory', path: snapshot.folder } : location;
    return await write(place, order, extra);
  } finally {
    await snapshot?.release();
  }
}

function write(place: LastingLocation, order: BackupOrder, extra: KeptBeside): Promise<BackedUp> {
  const { file, passphrase, version, madeAt, onProgress } = order;
  let rows = 0;
  return visitStore(place, PROGRAM, async (owner) => {
    const store = place.kind === 'server' ? 'postgres' : 'pglite';
    const lines = readLines(owner, {
      ...{ version, madeAt, store, leftOut, extra },
      onProgress: (progress) => {
        rows = progress.rows;
        onProgress?.(progress);
      },
    });
    const bytes = await writeDumpFile(file, lines, passphrase);
    return { rows, bytes };
  });
}

async function keptBeside(
  { key, dataDirectory }: StoreConfig,
  settings: KeptBeside['settings'],
): Promise<KeptBeside> {
  const found = key ?? (await keptDemoKey(dataDirectory));
  if (!found) throw keyIsMissing();
  return { key: found.reveal(), isDemoKey: key === null, settings };
}
