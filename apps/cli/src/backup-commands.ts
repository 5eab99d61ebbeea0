import { type Locale, say, type Text } from '@lading/kit/text';
import type { Command } from 'commander';
import type { BackupOptions } from './commands/backup.ts';
import { backupTexts } from './commands/backup-texts.ts';
import type { RestoreOptions } from './commands/restore.ts';
import { help } from './texts.ts';

/** `lading backup [file]`. */
export function addBackup(command: Command, locale: Locale): void {
  withShared(command, backupTexts.backup, locale)
    .argument('[file]', say(backupTexts.newFile, locale))
    .action(async (file: string | undefined, options: BackupOptions) => {
      const { runBackup } = await import('./commands/backup.ts');
      await runBackup(file, options, locale);
    });
}

/** `lading restore <file> [--database URL] [--verify]`. */
export function addRestore(command: Command, locale: Locale): void {
  withShared(command, backupTexts.restore, locale)
    .argument('<file>', say(backupTexts.file, locale))
    .option('--database <url>', say(backupTexts.database, locale))
    .option('--verify', say(backupTexts.verify, locale))
    .action(async (file: string, options: RestoreOptions) => {
      const { runRestore } = await import('./commands/restore.ts');
      await runRestore(file, options, locale);
    });
}

function withShared(command: Command, description: Text, locale: Locale): Command {
  return command
    .description(say(description, locale))
    .option('--data <folder>', say(help.data, locale))
    .option('--passphrase-file <file>', say(backupTexts.passphraseFile, locale))
    .option('--progress', say(backupTexts.progress, locale));
}
