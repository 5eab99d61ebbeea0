import type { Progress } from '@lading/kit/db/dump/read';
import { type Locale, say } from '@lading/kit/text';
import { backupTexts } from './backup-texts.ts';

const EVERY_MS = 1_000;

export interface Going {
  readonly onProgress: (progress: Progress) => void;
  seconds(): string;
}

/** Says about once a second how far the work has come, where somebody wants to know. */
export function startGoing(isTold: boolean, locale: Locale): Going {
  const startedAt = performance.now();
  let lastAt = startedAt;
  const tell = ({ rows, ofRows, table }: Progress): void => {
    const now = performance.now();
    if (!isTold || now - lastAt < EVERY_MS) return;
    lastAt = now;
    const percent = Math.floor((100 * rows) / Math.max(1, ofRows));
    const params = { percent, rows: inWords(rows, locale), ofRows: inWords(ofRows, locale), table };
    console.error(say(backupTexts.going, locale, params));
  };
  return { onProgress: tell, seconds: () => inWords((performance.now() - startedAt) / 1_000, locale, 1) };
}

export function megabytes(bytes: number, locale: Locale): string {
  return inWords(bytes / 1_000_000, locale, 1);
}

export function inWords(count: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(`${locale}-CA`, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(count);
}
