import { constants } from 'node:fs';
import { access, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../log.ts';
import type { Engine, Owner } from '../engine.ts';
import { takeLock } from '../lock-file.ts';
import type { MigrationFile } from '../migrate.ts';
import { prepareDatabase } from '../prepare.ts';
import { pgliteEngine } from './engine.ts';
import { startHost } from './host.ts';
import { migratedImage } from './image.ts';

/** The data's format follows PostgreSQL's major version, so the folder says which one. */
const DATA_FOLDER = 'pg18';
/** Where a database is prepared that must be there whole or not at all. */
const UNFINISHED = 'unfinished';

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
    return {
      ...engine,
      copyInto: (folder) => copyFiles(engine, directory, folder),
      close: () => engine.close().finally(() => lock.release()),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * Visits the database of a directory as its owner, and changes nothing about its migrations.
 * @throws `DIRECTORY_IN_USE`, and what `missing` gives where there is no database.
 */
export async function visitDirectory<Result>(
  directory: string,
  { program, missing }: { readonly program: string; readonly missing: () => Error },
  work: (owner: Owner) => Promise<Result>,
): Promise<Result> {
  const data = join(directory, DATA_FOLDER);
  if (!(await exists(data))) throw missing();
  const lock = await takeLock(directory, { program });
  try {
    const engine = pgliteEngine(await startHost({ directory: data }));
    return await engine.asOwner(work).finally(() => engine.close());
  } finally {
    await lock.release();
  }
}

/**
 * Makes a database in a directory that holds none: `work` prepares it in a place beside, and only when it is done is
 * the directory's database there. Nobody else can take the directory meanwhile.
 * @throws `DIRECTORY_IN_USE`, and what `taken` gives where there is a database already.
 */
export async function makeInDirectory<Result>(
  directory: string,
  { program, taken, ...options }: PgliteOptions & { readonly program: string; readonly taken: () => Error },
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const lock = await takeLock(directory, { program });
  const unfinished = join(directory, UNFINISHED);
  try {
    if (await holdsData(directory)) throw taken();
    await rm(unfinished, { recursive: true, force: true });
    const engine = await openMigrated(join(unfinished, DATA_FOLDER), options);
    const result = await work(engine).finally(() => engine.close());
    await rename(join(unfinished, DATA_FOLDER), join(directory, DATA_FOLDER));
    return result;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await lock.release();
  }
}

/** A database of any version. */
async function holdsData(directory: string): Promise<boolean> {
  return (await readdir(directory)).some((name) => /^pg\d+$/.test(name));
}

/**
 * The directory's files as they are between two statements: nobody else has the session meanwhile, and the embedded
 * database does nothing by itself. Where the disk can share blocks (reflink), no byte is copied.
 */
async function copyFiles(engine: Engine, directory: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await engine.asOwner(async (owner) => {
    await owner.query('checkpoint');
    await cp(join(directory, DATA_FOLDER), join(folder, DATA_FOLDER), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    });
  });
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
