import { readFile } from 'node:fs/promises';
import { type Environment, Secret } from '@lading/kit/config';
import { Problem } from '@lading/kit/errors';
import { type Locale, say, type Text } from '@lading/kit/text';
import { backupTexts } from './commands/backup-texts.ts';
import { requireFile } from './files.ts';

export const PASSPHRASE_SETTING = 'LADING_BACKUP_PASSPHRASE';
/** What opens everything of every company is no password of eight letters. */
export const SHORTEST_PASSPHRASE = 12;

/** A person at a terminal; what is typed is not shown. */
export interface Terminal {
  ask(question: string): Promise<string>;
}

export interface PassphraseOrder {
  readonly file: string | undefined;
  readonly env: Environment;
  readonly terminal: Terminal | null;
  readonly locale: Locale;
  /** One that is being chosen is asked for twice. */
  readonly isNew: boolean;
}

/**
 * From the file, the environment or the terminal, in this order; never from the command's words, which every user of
 * the machine can read.
 * @throws `PASSPHRASE_MISSING`, `PASSPHRASE_SHORT`, `PASSPHRASES_DIFFER`
 */
export async function readPassphrase(order: PassphraseOrder): Promise<Secret> {
  const passphrase = (await given(order)) ?? (await asked(order));
  if ([...passphrase].length < SHORTEST_PASSPHRASE) {
    throw refusal('PASSPHRASE_SHORT', backupTexts.passphraseShort, { least: SHORTEST_PASSPHRASE });
  }
  return new Secret(passphrase);
}

async function given({ file, env }: PassphraseOrder): Promise<string | undefined> {
  if (file === undefined) return env[PASSPHRASE_SETTING] || undefined;
  await requireFile(file);
  const [line = ''] = (await readFile(file, 'utf8')).split(/\r?\n/, 1);
  return line;
}

async function asked({ terminal, isNew, locale }: PassphraseOrder): Promise<string> {
  if (!terminal) throw refusal('PASSPHRASE_MISSING', backupTexts.passphraseMissing);
  const passphrase = await terminal.ask(say(backupTexts.askPassphrase, locale));
  if (isNew && passphrase !== (await terminal.ask(say(backupTexts.askAgain, locale)))) {
    throw refusal('PASSPHRASES_DIFFER', backupTexts.passphrasesDiffer);
  }
  return passphrase;
}

const refusal = (code: string, text: Text, params = {}): Problem =>
  new Problem({ code, status: 400, text, params });
