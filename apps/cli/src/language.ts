import type { Environment } from '@lading/kit/config';
import { chooseLocale, type Locale } from '@lading/kit/text';

/** `--language fr` first, then the environment's locale (`LC_ALL`, `LC_MESSAGES`, `LANG`), then English. */
export function chooseLanguage(args: readonly string[], env: Environment): Locale {
  return chooseLocale(languageOption(args) ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG));
}

/** Needed before the words are parsed, because help and faults speak it too. */
function languageOption(args: readonly string[]): string | undefined {
  const place = args.findIndex((word) => word === '--language' || word.startsWith('--language='));
  if (place < 0) return undefined;
  const word = args[place] ?? '';
  return word.includes('=') ? word.slice(word.indexOf('=') + 1) : args[place + 1];
}
