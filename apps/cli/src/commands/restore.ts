import { mkdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { KeptBeside } from '@lading/hub/server/backup/contents';
import { type BackupAccount, restoreHub, verifyBackup } from '@lading/hub/server/backup/restore';
import { readStoreConfig, type StoreConfig } from '@lading/hub/server/config';
import { DEMO_KEY_FILE, keptDemoKey, writeDemoKey } from '@lading/hub/server/demo-key';
import { Problem } from '@lading/kit/errors';
import { type Locale, say, type Text } from '@lading/kit/text';
import { requireFile } from '../files.ts';
import { ENV_FILE, keepSettings, keptSettings } from '../hub-env.ts';
import { readPassphrase } from '../passphrase.ts';
import { openTerminal } from '../terminal.ts';
import { backupTexts } from './backup-texts.ts';
import { inWords, megabytes, startGoing } from './going.ts';

export interface RestoreOptions {
  readonly data?: string;
  readonly database?: string;
  readonly verify?: boolean;
  readonly passphraseFile?: string;
  readonly progress?: boolean;
}

/** `lading restore`: all of a backup into an empty place, or nothing; with `--verify` it is read and no more. */
export async function runRestore(file: string, options: RestoreOptions, locale: Locale): Promise<void> {
  await requireFile(file);
  const passphrase = await readPassphrase({
    ...{ file: options.passphraseFile, env: process.env, locale, isNew: false },
    terminal: openTerminal(process.stdin, process.stderr),
  });
  const going = startGoing(options.progress ?? process.stderr.isTTY, locale);
  const order = { file, passphrase: passphrase.reveal(), onProgress: going.onProgress };
  const { size } = await stat(file);
  const tell = (text: Text, account: BackupAccount): void => {
    const { madeAt, version } = account;
    const counts = { rows: inWords(account.rows, locale), tables: account.tables };
    const cost = { megabytes: megabytes(size, locale), seconds: going.seconds() };
    console.log(say(text, locale, { madeAt, version, ...counts, ...cost }));
  };
  if (options.verify) return tell(backupTexts.verified, await verifyBackup(order));
  const target = await openTarget(options);
  try {
    const { database } = target.config;
    tell(
      backupTexts.restored,
      await restoreHub({ ...order, database, keep: (beside) => target.keep(beside) }),
    );
  } catch (error) {
    await target.undo();
    throw error;
  }
  console.log(say(backupTexts.next, locale, { folder: target.config.dataDirectory }));
}

interface Target {
  readonly config: StoreConfig;
  /** Puts key and settings into the folder; refuses where another key is in force. */
  keep(beside: KeptBeside): Promise<void>;
  /** Takes away again what `keep` made. */
  undo(): Promise<void>;
}

async function openTarget(options: RestoreOptions): Promise<Target> {
  const folder = resolve(options.data ?? process.env.LADING_HUB_DATA ?? '.lading/hub');
  const config = readStoreConfig({
    ...(await keptSettings(folder)),
    ...process.env,
    LADING_HUB_DATA: folder,
    ...(options.database === undefined ? {} : { DATABASE_URL: options.database }),
  });
  const made: string[] = [];
  const make = async (name: string, write: () => Promise<void>): Promise<void> => {
    await write();
    made.push(join(folder, name));
  };
  return {
    config,
    keep: async (beside) => {
      const demoKey = await keptDemoKey(folder);
      refuseOtherKey(beside, config.key?.reveal(), ENV_FILE);
      refuseOtherKey(beside, demoKey?.reveal(), DEMO_KEY_FILE);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (beside.isDemoKey && !demoKey) {
        await make(DEMO_KEY_FILE, () => writeDemoKey(folder, beside.key));
      }
      if (Object.keys(await keptSettings(folder)).length > 0) return;
      await make(ENV_FILE, () => keepSettings(join(folder, ENV_FILE), settingsOf(beside, config)));
    },
    undo: async () => {
      for (const path of made) await rm(path, { force: true });
    },
  };
}

function refuseOtherKey(beside: KeptBeside, standing: string | undefined, file: string): void {
  if (standing === undefined || standing === beside.key) return;
  const params = { where: `LADING_HUB_KEY / ${file}` };
  throw new Problem({ code: 'RESTORE_KEY_DIFFERS', status: 409, text: backupTexts.keyDiffers, params });
}

/** Those of the backup, with this place's own data and database. */
function settingsOf({ key, isDemoKey, settings }: KeptBeside, config: StoreConfig): Record<string, string> {
  const { DATABASE_URL: _elsewhere, ...rest } = settings;
  const { dataDirectory, database } = config;
  return {
    ...rest,
    LADING_HUB_DATA: dataDirectory,
    ...(isDemoKey ? {} : { LADING_HUB_KEY: key }),
    ...(database.kind === 'server' ? { DATABASE_URL: database.url } : {}),
  };
}
