import type { Text, TextParams } from '../text.ts';
import type { LineFaults } from './line-faults.ts';
import type { SourceFile } from './source-file.ts';

/** Turns one kind of official file into tables of ours. It knows the format; the frame knows files and folders. */
export interface Importer {
  /** Kebab-case and the same for ever: tables are kept as `<kind>-<key>`. */
  readonly kind: string;
  /** Which files it takes, for the list of kinds and for the sentence about a file that nobody knows. */
  readonly takes: Text;
  /** Whether the file is of its kind, by name and first bytes. */
  recognises(file: SourceFile): boolean;
  /**
   * Reads the whole file. What is wrong in a line goes to `faults`, and reading goes on; a file with any fault
   * changes nothing. What cannot be read at all is a `Problem`.
   */
  read(file: SourceFile, faults: LineFaults): Promise<readonly ImportedTable[]>;
}

/** What an importer made of a file, packed as the readers of this kind want it. */
export interface ImportedTable {
  /** What of its kind it is, for example a country; letters, digits and hyphens. */
  readonly key: string;
  readonly records: number;
  readonly bytes: Uint8Array;
}

/** One thing wrong with one line. */
export interface LineFault {
  /** Counted from 1; a row, where the format has no lines. */
  readonly line: number;
  readonly text: Text;
  readonly params: TextParams;
}
