import { Problem } from '../errors.ts';
import { ensureQueue } from '../jobs/schema.ts';
import type { Log } from '../log.ts';
import { openKysely } from './dialect.ts';
import type { Door, Work } from './door.ts';
import type { Engine, Entrance } from './engine.ts';
import { readMigrations } from './migrate.ts';
import { keepMonths, type MonthsChanged, type MonthsOrder } from './months.ts';
import { isInsideTransaction, markTransaction } from './network-guard.ts';
import { openInDirectory, openInMemory } from './pglite/open.ts';
import { openServer } from './postgres/open.ts';

export type DatabaseLocation =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'memory' }
  /** `url` is the owner's; the serving logins are derived from it. */
  | { readonly kind: 'server'; readonly url: string };

export interface OpenOptions {
  readonly location: DatabaseLocation;
  /** Folder of `NNNN-name.sql` files. */
  readonly migrations: string;
  /** Derives the passwords of the serving logins on a server. Changing it changes them at the next start. */
  readonly roleSecret: string;
  /** Where prepared images of the embedded database are kept; `node_modules/.cache/lading/images` if absent. */
  readonly imageCache?: string;
  /** Named to whoever finds the directory in use. */
  readonly program?: string;
  readonly log?: Log;
}

/** What the job queue needs: single statements as `lading_desk`, and queues made by the owner. */
export interface JobSql {
  execute(sql: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  makeQueue(queue: string): Promise<void>;
}

export interface OpenDatabase<Tables> {
  readonly door: Door<Tables>;
  readonly jobs: JobSql;
  /** Clears dead rows and gathers statistics where nothing does it by itself: the embedded store. */
  upkeep(): Promise<void>;
  /** Partitions by month, made and detached by the owner's login: the serving logins cannot. */
  keepMonths(order: MonthsOrder): Promise<MonthsChanged>;
  /** Copies the files of an embedded database at one instant; absent for a server and in memory. */
  copyInto?(folder: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store, migrated to the program's version.
 * @throws `DIRECTORY_IN_USE`, `DATABASE_UNAVAILABLE`, `MIGRATION_EDITED`, `MIGRATION_UNKNOWN`,
 * `MIGRATION_FAILED`, `SERVING_ROLE_TOO_POWERFUL`.
 */
export async function openDatabase<Tables>(options: OpenOptions): Promise<OpenDatabase<Tables>> {
  return fromEngine(await openEngine(options));
}

async function openEngine(options: OpenOptions): Promise<Engine> {
  const { location, roleSecret, imageCache, log, program = 'lading' } = options;
  const files = await readMigrations(options.migrations);
  switch (location.kind) {
    case 'memory':
      return openInMemory({ files, imageCache, log });
    case 'directory':
      return openInDirectory(location.path, program, { files, imageCache, log });
    case 'server':
      return openServer({ url: location.url, roleSecret, files, log });
  }
}

/** The door, the job statements and nothing else of a store. */
export function fromEngine<Tables>(engine: Engine): OpenDatabase<Tables> {
  const close = once(() => engine.close());
  const { copyInto } = engine;
  return {
    door: {
      engine: engine.kind,
      asTenant: (tenantId, work) => transact(engine.app, tenantId, work),
      asDesk: (work) => transact(engine.desk, undefined, work),
      close,
    },
    jobs: {
      execute: async (sql, values) => {
        refuseNesting();
        return engine.runAsDesk(sql, values);
      },
      makeQueue: (queue) => engine.asOwner((owner) => ensureQueue(owner, queue)),
    },
    upkeep: async () => {
      if (engine.kind === 'pglite') await engine.asOwner((owner) => owner.query('vacuum (analyze)'));
    },
    keepMonths: (order) => engine.asOwner((owner) => keepMonths(owner, order)),
    ...(copyInto ? { copyInto: (folder) => copyInto(folder) } : {}),
    close,
  };

  async function transact<Result>(
    entrance: Entrance,
    tenantId: string | undefined,
    work: Work<Tables, Result>,
  ): Promise<Result> {
    refuseNesting();
    const kysely = openKysely<Tables>(entrance.pool, entrance.opening(tenantId));
    return markTransaction(() => kysely.transaction().execute(work));
  }
}

/** On the embedded store whatever asks for the session from inside a transaction would wait for itself. */
function refuseNesting(): void {
  if (!isInsideTransaction()) return;
  throw new Problem({
    code: 'TRANSACTION_NESTED',
    status: 500,
    text: {
      en: 'The program tried to begin a transaction inside another one.',
      fr: 'Le programme a tenté de commencer une transaction à l’intérieur d’une autre.',
    },
  });
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= action();
    return running;
  };
}
