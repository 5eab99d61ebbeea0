import { StringDecoder } from 'node:string_decoder';
import type { ReadStream } from 'node:tty';
import { Problem } from '@lading/kit/errors';
import { backupTexts } from './commands/backup-texts.ts';
import type { Terminal } from './passphrase.ts';

const ENTER = /[\r\n]/;
const BACKSPACES = new Set(['\u007f', '\b']);
/** Enter, Ctrl-C, Ctrl-D. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the keys
const ENDS = /[\r\n\u0003\u0004]/;

/** The person at this program's terminal; null where input or questions go elsewhere. */
export function openTerminal(input: ReadStream, output: NodeJS.WriteStream): Terminal | null {
  if (!input.isTTY || !output.isTTY) return null;
  return { ask: (question) => askHidden(question, input, output) };
}

/** Reads one line in raw mode, so that the terminal shows nothing of it. */
export async function askHidden(
  question: string,
  input: Pick<ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>,
  output: Pick<NodeJS.WriteStream, 'write'>,
): Promise<string> {
  output.write(question);
  input.setRawMode(true);
  input.resume();
  try {
    return await typedLine(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}

function typedLine(input: Pick<ReadStream, 'on' | 'off'>): Promise<string> {
  const letters = new StringDecoder('utf8');
  let typed: string[] = [];
  return new Promise((resolve, reject) => {
    const settle = (letter: string): void => {
      input.off('data', take);
      if (ENTER.test(letter)) resolve(typed.join(''));
      else reject(givenUp());
    };
    const take = (bytes: Buffer): void => {
      for (const letter of letters.write(bytes)) {
        if (ENDS.test(letter)) {
          settle(letter);
          return;
        }
        typed = BACKSPACES.has(letter) ? typed.slice(0, -1) : [...typed, letter];
      }
    };
    input.on('data', take);
  });
}

/** Ctrl-C or Ctrl-D while the line was being typed. */
const givenUp = (): Problem =>
  new Problem({ code: 'PASSPHRASE_MISSING', status: 400, text: backupTexts.givenUp });
