import { CommanderError } from 'commander';
import { reportFailure } from './failure.ts';
import { chooseLanguage } from './language.ts';
import { createProgram } from './program.ts';

/** The command `lading`: parses its words, runs, and ends with one sentence when something cannot be done. */
export async function main(args: readonly string[]): Promise<void> {
  const locale = chooseLanguage(args, process.env);
  try {
    await createProgram(locale).parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = reportFailure(error, {
      locale,
      isDebug: args.includes('--debug'),
      write: (line) => console.error(line),
    });
    // Half-opened parts (a database worker, a timer) must not keep a failed program alive.
    if (!(error instanceof CommanderError)) process.exit();
  }
}
