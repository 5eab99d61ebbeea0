import { type Locale, say } from '@lading/kit/text';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DataOptions, ImportOptions } from './commands/data.ts';
import { dataTexts } from './commands/data-texts.ts';

/** Where imported tables are kept when nobody says otherwise; `lading up` and `lading sandbox` look there too. */
export const REFERENCE_FOLDER = '.lading/reference';

/** `lading data import|list|remove`. */
export function addData(data: Command, locale: Locale): void {
  data
    .description(say(dataTexts.data, locale))
    .helpCommand(false)
    .action(() => data.help());
  const reference = (): Option =>
    new Option('--reference <folder>', say(dataTexts.reference, locale))
      .env('LADING_SANDBOX_REFERENCE')
      .default(REFERENCE_FOLDER);
  data
    .command('import <file>')
    .description(say(dataTexts.import, locale))
    .option('--kind <kind>', say(dataTexts.kind, locale))
    .option('--source <words>', say(dataTexts.source, locale))
    .addOption(new Option('--as-of <day>', say(dataTexts.asOf, locale)).argParser(readDay))
    .addOption(reference())
    .action(async (file: string, options: ImportOptions) => {
      const { runDataImport } = await import('./commands/data.ts');
      await runDataImport(file, chosen(options), locale);
    });
  data
    .command('list')
    .description(say(dataTexts.list, locale))
    .addOption(reference())
    .action(async (options: DataOptions) => {
      const { runDataList } = await import('./commands/data.ts');
      await runDataList(options, locale);
    });
  data
    .command('remove <kind> <key>')
    .description(say(dataTexts.remove, locale))
    .addOption(reference())
    .action(async (kind: string, key: string, options: DataOptions) => {
      const { runDataRemove } = await import('./commands/data.ts');
      await runDataRemove(kind, key, options, locale);
    });
}

/** Without the options that every command shares. */
function chosen({ reference, kind, source, asOf }: ImportOptions): ImportOptions {
  return {
    reference,
    ...(kind === undefined ? {} : { kind }),
    ...(source === undefined ? {} : { source }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function readDay(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (isDay) return text;
  throw new InvalidArgumentError('YYYY-MM-DD');
}
