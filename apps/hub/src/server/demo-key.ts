import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret } from '@lading/kit/config';

/** Where the demo keeps its key, in the hub's folder. */
export const DEMO_KEY_FILE = 'hub.key';

/** The demo's own key: made at the first start, readable by its owner alone, the same ever after. */
export async function demoKey(dataDirectory: string): Promise<Secret> {
  const kept = await keptDemoKey(dataDirectory);
  if (kept !== null) return kept;
  const made = randomBytes(32).toString('base64');
  await writeDemoKey(dataDirectory, made);
  return new Secret(made);
}

/** Where one was made already. */
export async function keptDemoKey(dataDirectory: string): Promise<Secret | null> {
  try {
    return new Secret((await readFile(join(dataDirectory, DEMO_KEY_FILE), 'utf8')).trim());
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Never over one that is there. */
export async function writeDemoKey(dataDirectory: string, key: string): Promise<void> {
  await mkdir(dataDirectory, { recursive: true });
  await writeFile(join(dataDirectory, DEMO_KEY_FILE), `${key}\n`, { mode: 0o600, flag: 'wx' });
}
