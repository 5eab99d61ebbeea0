import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret } from '@lading/kit/config';

const FILE = 'hub.key';

/** The demo's own key: made at the first start, readable by its owner alone, the same ever after. */
export async function demoKey(dataDirectory: string): Promise<Secret> {
  const path = join(dataDirectory, FILE);
  const kept = await readKept(path);
  if (kept !== null) return new Secret(kept);
  const made = randomBytes(32).toString('base64');
  await mkdir(dataDirectory, { recursive: true });
  await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return new Secret(made);
}

async function readKept(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
