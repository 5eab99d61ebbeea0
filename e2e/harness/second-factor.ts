import { codeAt } from '@lading/hub/server/sign-in/totp';

const STEP_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * What an authenticator shows for a secret as it is written beside the picture. A code is taken once: whoever needs
 * a second one takes that of an authenticator whose clock is one step ahead.
 */
export function codeOf(written: string, stepsAhead = 0): string {
  return codeAt(bytesOf(written), Math.floor(Date.now() / STEP_MS) + stepsAhead);
}

/** Six digits that no authenticator with this secret shows within minutes. */
export function wrongCodeOf(written: string): string {
  const right = Array.from({ length: 21 }, (_, index) => codeOf(written, index - 10));
  let wrong = 0;
  while (right.includes(sixDigits(wrong))) wrong += 1;
  return sixDigits(wrong);
}

const sixDigits = (number: number): string => String(number).padStart(6, '0');

function bytesOf(written: string): Buffer {
  const bits = [...written.replaceAll(' ', '')].map((one) =>
    ALPHABET.indexOf(one).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
