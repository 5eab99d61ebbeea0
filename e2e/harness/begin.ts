import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locale } from '@lading/kit/text';
import { startWorld } from '@lading/sandbox/testing';
import { startCluster } from '../../tools/postgres/cluster.ts';
import { findServer } from '../../tools/postgres/server-programs.ts';
import { freePort, launch, startProgram } from '../programs.ts';
import type { Pair } from './pair.ts';

export const COMPANY = 'Northern Mills';
export const ADMINISTRATOR = 'ada@mills.example';

export interface Beginning {
  readonly locale: Locale;
  /** Where letters go. */
  readonly smtpUrl: string;
}

/** A hub of a company's own, made by `lading init` in an empty folder and started as it says at its end. */
export async function beginHub({ locale, smtpUrl }: Beginning): Promise<Pair> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'lading-begin-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    const sandbox = await startWorld({ frozen: false, clock: new Date().toISOString() });
    closers.push(() => sandbox.close());
    const port = await freePort();
    const at = { cwd: folder, port, env: { LC_ALL: locale === 'fr' ? 'fr_CA.UTF-8' : 'en_CA.UTF-8' } };
    const init = launch({
      ...at,
      args: [
        ...['init', '--company', COMPANY, '--administrator', ADMINISTRATOR, '--port', String(port)],
        ...['--smtp', smtpUrl, '--mail-from', 'Lading <lading@mills.example>'],
        ...['--carrier', 'sandbox', '--carrier-url', sandbox.baseUrl],
        ...['--client-id', sandbox.clientId, '--client-secret', sandbox.clientSecret],
        ...(await database(closers)),
      ],
    });
    const code = await init.gone;
    const next = /npx lading (hub .*)$/m.exec(init.output())?.[1];
    if (code !== 0 || next === undefined)
      throw new Error(`lading init ended with ${code}:\n${init.output()}`);
    const hub = await startProgram({ ...at, args: next.split(' ') });
    closers.push(() => hub.stop());
    return {
      hubUrl: hub.url,
      sandboxUrl: sandbox.baseUrl,
      command: async (type, input) => void (await sandbox.command(type, input)),
      output: () => `--- init\n${init.output()}\n--- hub\n${hub.output()}`,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A server of its own: the serving logins belong to a whole server, and their passwords follow from the hub's new key. */
async function database(closers: (() => Promise<unknown>)[]): Promise<string[]> {
  if (!process.env.LADING_TEST_DATABASE_URL) return [];
  const password = randomBytes(12).toString('hex');
  const cluster = await startCluster({ programs: await findServer(), password, isDurable: false });
  closers.push(() => cluster.stop());
  return ['--database', cluster.url];
}
