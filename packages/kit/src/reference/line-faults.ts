import { type Locale, say, type Text, type TextParams } from '../text.ts';
import type { LineFault } from './importer.ts';

/** So many faults are shown with their sentences; the others are counted. */
const SHOWN = 20;

/** Collects what is wrong, line by line, so that a person can mend a file in one go. */
export class LineFaults {
  readonly #shown: LineFault[] = [];
  #count = 0;
  #leftOut = 0;

  add(line: number, text: Text, params: TextParams = {}): void {
    this.#count += 1;
    if (this.#shown.length < SHOWN) this.#shown.push({ line, text, params });
  }

  /** A line that is in order but of no use here, and so is no fault. */
  leaveOut(): void {
    this.#leftOut += 1;
  }

  get leftOut(): number {
    return this.#leftOut;
  }

  get count(): number {
    return this.#count;
  }

  /** The first ones in the order of the file. */
  get shown(): readonly LineFault[] {
    return this.#shown;
  }

  /** One sentence per fault, `line 7: …`, one fault after the other. */
  sentences(locale: Locale): string[] {
    const lines = this.#shown.map(
      ({ line, text, params }) => `${say(LINE, locale, { line })} ${say(text, locale, params)}`,
    );
    const more = this.#count - this.#shown.length;
    return more > 0 ? [...lines, say(MORE, locale, { more })] : lines;
  }
}

const LINE: Text = { en: 'line {line}:', fr: 'ligne {line} :' };
const MORE: Text = { en: '… and {more} more', fr: '… et {more} autres' };
