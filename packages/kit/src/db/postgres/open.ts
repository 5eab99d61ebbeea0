import type { Log } from '../../log.ts';
import type { Engine } from '../engine.ts';
import type { MigrationFile } from '../migrate.ts';
import { prepareDatabase } from '../prepare.ts';
import { postgresEngine, visitAsOwner } from './engine.ts';
import { ensureLogins } from './roles.ts';

export interface ServerOptions {
  readonly url: string;
  readonly roleSecret: string;
  readonly files: readonly MigrationFile[];
  readonly log?: Log | undefined;
}

/** Roles, job tables and migrations by the owner, then the two pools of the serving logins. */
export async function openServer({ url, roleSecret, files, log }: ServerOptions): Promise<Engine> {
  await visitAsOwner(url, async (owner) => {
    await ensureLogins(owner, roleSecret);
    const applied = await prepareDatabase(owner, files);
    if (applied.length > 0) log?.info({ applied }, 'migrations applied');
  });
  return postgresEngine({ url, roleSecret, log });
}
