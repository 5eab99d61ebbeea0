import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from '@lading/kit/config';

/** What `lading init` leaves in a hub's folder: its settings with the key. */
export const ENV_FILE = 'hub.env';

/** The settings kept in a folder below those of the environment, which have the last word. */
export async function withKeptSettings(folder: string, env: Environment): Promise<Environment> {
  return { ...(await keptSettings(folder)), ...env };
}

/** The settings kept in a folder; empty where it keeps none. */
export async function keptSettings(folder: string): Promise<Readonly<Record<string, string>>> {
  try {
    const read = Object.entries(parseEnv(await readFile(join(folder, ENV_FILE), 'utf8')));
    return Object.fromEntries(read.filter((entry): entry is [string, string] => entry[1] !== undefined));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Readable by its owner alone. @throws `EEXIST`: what is there is never written over, it holds a key. */
export async function keepSettings(path: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${inQuotes(value)}\n`);
  await writeFile(path, lines.join(''), { mode: 0o600, flag: 'wx' });
}

/** Between quotes that the value does not hold: the reader of such files undoes no escapes but line ends. */
function inQuotes(value: string): string {
  const quote = ["'", '`', '"'].find((mark) => !value.includes(mark)) ?? '"';
  return `${quote}${value}${quote}`;
}
