import { isProblem } from '@lading/kit/errors';
import { type Locale, say, type Text } from '@lading/kit/text';
import { CommanderError } from 'commander';
import { failures, misuses } from './texts.ts';

export interface FailureOptions {
  readonly locale: Locale;
  /** Shows the stack below the sentence. */
  readonly isDebug: boolean;
  readonly write: (line: string) => void;
}

/** Says what went wrong in one sentence; the exit code: 2 for words that were not understood, else 1. */
export function reportFailure(error: unknown, { locale, isDebug, write }: FailureOptions): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // Without a command, the help has been printed instead.
    if (error.code === 'commander.help') return 2;
    write(misuseSentence(error, locale));
    return 2;
  }
  const known = knownSentence(error, locale);
  write(known ?? say(failures.unexpected, locale, { message: messageOf(error) }));
  if (isDebug) write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  else if (known === null) write(say(failures.showMore, locale));
  return 1;
}

function misuseSentence(error: CommanderError, locale: Locale): string {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '');
  const text: Text = misuses[error.code] ?? misuses.other;
  return say(text, locale, { first: quoted[0] ?? '', message: error.message.replace(/^error: /, '') });
}

function knownSentence(error: unknown, locale: Locale): string | null {
  if (isProblem(error)) return say(error.text, locale, error.params);
  const { code, path } = systemError(error);
  const text = failures[code];
  return text ? say(text, locale, { path }) : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function systemError(error: unknown): { code: string; path: string } {
  if (!(error instanceof Error)) return { code: '', path: '' };
  return {
    code: 'code' in error ? String(error.code) : '',
    path: 'path' in error ? String(error.path) : '',
  };
}
