import type { Classification } from './classify.ts';
import { observedRows } from './data/observed-rows.ts';

export interface Observed {
  readonly street: string;
  readonly extension: string;
  readonly classification: Classification;
}

const byAddress = new Map(
  observedRows
    .trim()
    .split('\n')
    .map((row) => {
      const [code, number, asked, street = '', extension = '', classification] = row.split('|');
      const known = classification === 'residential' ? 'residential' : 'commercial';
      return [`${code}|${number}|${asked}`, { street, extension, classification: known } satisfies Observed];
    }),
);

/** What the real service answered for that very address, where a recording is known. */
export function observedAnswer(postalCode: string, number: string, street: string): Observed | null {
  return byAddress.get(`${postalCode}|${number}|${street}`) ?? null;
}
