import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from '@lading/kit/config';

/** What `lading init` leaves in a hub's folder: its settings with the key. */
export const ENV_FILE = 'hub.env';

/** The settings kept in a folder below those of the environment, which have the last word. */
export async function withKeptSettings(folder: string, env: Environment): Promise<Environment> {
  return { ...(await kept(join(folder, ENV_FILE))), ...env };
}

async function kept(path: string): Promise<Environment> {
  try {
    return parseEnv(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
