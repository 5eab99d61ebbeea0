import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../log.ts';
import type { Engine } from '../engine.ts';
import { takeLock } from '../lock-file.ts';
import type { MigrationFile } from '../migrate.ts';
import { prepareDatabase } from '../prepare.ts';
import { pgliteEngine } from './engine.ts';
import { startHost } from './host.ts';
import { migratedImage } from './image.ts';

/** The data's format follows PostgreSQL's major version, so the folder says which one. */
const DATA_FOLDER = 'pg18';

export interface PgliteOptions {
  readonly files: readonly MigrationFile[];
  readonly imageCache?: string | undefined;
  readonly log?: Log | undefined;
}

/** A database that lives in memory and is gone at `close`. */
export async function openInMemory({ files, imageCache, log }: PgliteOptions): Promise<Engine> {
  const image = await migratedImage(files, imageCache);
  return pgliteEngine(await startHost({ image, onLost: noteIn(log) }));
}

/** A database in a directory, which this process holds until `close`. @throws `DIRECTORY_IN_USE`. */
export async function openInDirectory(
  directory: string,
  program: string,
  options: PgliteOptions,
): Promise<Engine> {
  const lock = await takeLock(directory, { program });
  try {
    const engine = await openMigrated(join(directory, DATA_FOLDER), options);
    return { ...engine, close: () => engine.close().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openMigrated(data: string, { files, imageCache, log }: PgliteOptions): Promise<Engine> {
  if (!(await exists(data))) await unpackImage(data, files, imageCache);
  const engine = pgliteEngine(await startHost({ directory: data, onLost: noteIn(log) }));
  try {
    const applied = await engine.asOwner((owner) => prepareDatabase(owner, files));
    if (applied.length > 0) log?.info({ applied }, 'migrations applied');
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Unpacked beside and renamed, so that a first start cut off half-way leaves nothing that looks finished. */
async function unpackImage(
  data: string,
  files: readonly MigrationFile[],
  imageCache?: string,
): Promise<void> {
  const image = await migratedImage(files, imageCache);
  const unfinished = `${data}.unpacking`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const host = await startHost({ directory: unfinished, image });
  await host.close();
  await rename(unfinished, data);
}

const noteIn = (log: Log | undefined) => (err: Error) =>
  log?.fatal({ err }, 'the embedded database has ended: start again');

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
