import { type OpenDump, readDumpFile } from '@lading/kit/db/dump/file';
import { type DumpHeader, migrationsOf, rowsOf } from '@lading/kit/db/dump/format';
import { loadDump } from '@lading/kit/db/dump/load';
import { dumpIsUnreadable } from '@lading/kit/db/dump/problems';
import type { Progress } from '@lading/kit/db/dump/read';
import { readMigrations } from '@lading/kit/db/migrate';
import { type LastingLocation, makeStore, nameOf } from '@lading/kit/db/visit';
import { migrations, roleSecretOf } from '../open-store.ts';
import { type KeptBeside, leftOut, readKeptBeside } from './contents.ts';
import { revive } from './revive.ts';

export interface VerifyOrder {
  readonly file: string;
  readonly passphrase: string;
  readonly onProgress?: (progress: Progress) => void;
}

export interface RestoreOrder extends VerifyOrder {
  readonly database: LastingLocation;
  /** Told what belongs beside the tables, before anything is written; what it throws ends the restoration. */
  readonly keep: (beside: KeptBeside) => Promise<void>;
}

/** What a file holds. */
export interface BackupAccount {
  readonly version: string;
  readonly madeAt: string;
  readonly store: DumpHeader['store'];
  readonly tables: number;
  readonly rows: number;
}

/**
 * Reads a whole backup and writes nothing.
 * @throws `NOT_A_DUMP`, `DUMP_…`: for a wrong passphrase, a cut or altered file, one of a newer version
 */
export async function verifyBackup({ file, passphrase, onProgress }: VerifyOrder): Promise<BackupAccount> {
  const known = await readMigrations(migrations);
  return readDumpFile(file, passphrase, async (dump) => {
    readKeptBeside(dump.header.extra);
    migrationsOf(dump.header, known);
    await countRows(dump, onProgress);
    return accountOf(dump.header);
  });
}

async function countRows(
  { header, nextRow }: OpenDump,
  onProgress: VerifyOrder['onProgress'],
): Promise<void> {
  const ofRows = rowsOf(header);
  let rows = 0;
  for (const { name, columns, rows: most } of header.tables) {
    for (let row = 0; row < most; row += 1) {
      if (!isRow(await nextRow(), columns.length)) throw dumpIsUnreadable({ what: name });
    }
    rows += most;
    onProgress?.({ table: name, rows, ofRows });
  }
}

function isRow(line: string | undefined, columns: number): boolean {
  const value: unknown = line === undefined ? null : JSON.parse(line);
  return (
    Array.isArray(value) &&
    value.length === columns &&
    value.every((text) => text === null || typeof text === 'string')
  );
}

const accountOf = (header: DumpHeader): BackupAccount => ({
  ...{ version: header.version, madeAt: header.madeAt, store: header.store },
  ...{ tables: header.tables.length, rows: rowsOf(header) },
});

/**
 * Makes a hub's store of a backup, in a folder or database that holds none: all of it or nothing. The file is read
 * once before, so that nothing is made of one that is cut or altered.
 * @throws what `verifyBackup` throws, `RESTORE_TARGET_NOT_EMPTY`, and what `keep` throws
 */
export async function restoreHub(order: RestoreOrder): Promise<BackupAccount> {
  const { file, passphrase, onProgress, keep } = order;
  const location = order.database;
  await verifyBackup({ file, passphrase });
  const known = await readMigrations(migrations);
  return readDumpFile(file, passphrase, async (dump) => {
    const beside = readKeptBeside(dump.header.extra);
    await keep(beside);
    const store = {
      ...{ location, program: 'lading restore', roleSecret: roleSecretOf(beside.key) },
      ...{ before: migrationsOf(dump.header, known), after: known },
    };
    const target = nameOf(location);
    await makeStore(store, (owner) => loadDump(owner, dump, { leftOut, target, onProgress, finish: revive }));
    return accountOf(dump.header);
  });
}
