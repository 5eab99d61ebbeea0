import { resolve } from 'node:path';
import { backUp } from '@lading/hub/server/backup/backup';
import { readStoreConfig } from '@lading/hub/server/config';
import { type Locale, say } from '@lading/kit/text';
import { requireNoFile } from '../files.ts';
import { keptSettings } from '../hub-env.ts';
import { readPassphrase } from '../passphrase.ts';
import { version } from '../places.ts';
import { openTerminal } from '../terminal.ts';
import { backupTexts } from './backup-texts.ts';
import { inWords, megabytes, startGoing } from './going.ts';

export interface BackupOptions {
  readonly data?: string;
  readonly passphraseFile?: string;
  readonly progress?: boolean;
}

/** `lading backup`: one instant of a hub as one sealed file, while the hub goes on. */
export async function runBackup(
  file: string | undefined,
  options: BackupOptions,
  locale: Locale,
): Promise<void> {
  const folder = resolve(options.data ?? process.env.LADING_HUB_DATA ?? '.lading/hub');
  const settings = await keptSettings(folder);
  const config = readStoreConfig({ ...settings, ...process.env, LADING_HUB_DATA: folder });
  const madeAt = new Date();
  const path = resolve(file ?? `lading-${madeAt.toISOString().replace(/:|\.\d+/g, '')}.backup`);
  await requireNoFile(path);
  const passphrase = await readPassphrase({
    ...{ file: options.passphraseFile, env: process.env, locale, isNew: true },
    terminal: openTerminal(process.stdin, process.stderr),
  });
  const going = startGoing(options.progress ?? process.stderr.isTTY, locale);
  const { rows, bytes } = await backUp(config, {
    ...{ file: path, passphrase: passphrase.reveal(), version, settings, madeAt },
    onProgress: going.onProgress,
  });
  const told = { path, rows: inWords(rows, locale), megabytes: megabytes(bytes, locale) };
  console.log(say(backupTexts.backedUp, locale, { ...told, seconds: going.seconds() }));
  console.log(say(backupTexts.passphraseMatters, locale));
}
