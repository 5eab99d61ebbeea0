import { type Locale, say, type Text } from '@lading/kit/text';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ReplayOptions } from './commands/replay.ts';
import { replayTexts } from './commands/replay-texts.ts';
import { help } from './texts.ts';

/** `lading replay --from … --to … [--subscription …]`. */
export function addReplay(command: Command, locale: Locale): void {
  const moment = (flags: string, text: Text) =>
    new Option(flags, say(text, locale)).argParser(readMoment).makeOptionMandatory();
  command
    .description(say(replayTexts.replay, locale))
    .addOption(moment('--from <moment>', replayTexts.from))
    .addOption(moment('--to <moment>', replayTexts.to))
    .option('--subscription <name>', say(replayTexts.subscription, locale))
    .option('--data <folder>', say(help.data, locale))
    .action(async (options: ReplayOptions) => {
      const { runReplay } = await import('./commands/replay.ts');
      await runReplay(options, locale);
    });
}

/** A day is its midnight; an instant needs its zone, so that nothing depends on this machine's. */
function readMoment(text: string): Date {
  const isMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const moment = new Date(text);
  if (isMoment && !Number.isNaN(moment.getTime())) return moment;
  throw new InvalidArgumentError('YYYY-MM-DD, YYYY-MM-DDTHH:MM:SSZ');
}
