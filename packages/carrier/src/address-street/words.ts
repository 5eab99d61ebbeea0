import { grouped } from '../places/grouped.ts';
import {
  directionRows,
  frenchDirectionRows,
  frenchTypeRows,
  numberedRoadRows,
  suffixRows,
  unitRows,
} from './data/word-rows.ts';

/** From any word of a row to its abbreviation, the abbreviation itself included. */
export type Abbreviations = ReadonlyMap<string, string>;

/** `STREET` → `ST`. */
export const suffixes = abbreviationsOf(suffixRows);
/** `NORTHEAST` → `NE`. */
export const directions = abbreviationsOf(directionRows);
/** `OUEST` → `O`. */
export const frenchDirections = abbreviationsOf(frenchDirectionRows);
/** `BOULEVARD` → `BOUL`, in French before the name. */
export const frenchTypes = abbreviationsOf(frenchTypeRows);
/** `SUITE` → `STE`. */
export const units = abbreviationsOf(unitRows.replaceAll('*', ''));

/** Units that no number follows, `REAR`. */
export const unitsAlone: ReadonlySet<string> = new Set(
  [...unitRows.matchAll(/^(\w+)\*/gm)].map(([, word = '']) => word),
);

type NumberedRoad = readonly [written: readonly string[], printed: string];

/** What is printed for a road with a number, after the words that people write for it, longest first; by the first of them. */
export const numberedRoads: ReadonlyMap<string, readonly NumberedRoad[]> = grouped(
  linesOf(numberedRoadRows)
    .flatMap((line) => {
      const words = line.includes('|') ? line.split('|') : line.split(' ');
      const [printed = ''] = words;
      return words.map((written): NumberedRoad => [written.split(' '), printed]);
    })
    .toSorted(([a], [b]) => b.length - a.length),
  ([[first = '']]) => first,
);

function abbreviationsOf(rows: string): Abbreviations {
  return new Map(
    linesOf(rows).flatMap((line) => {
      const words = line.split(' ');
      const [abbreviation = ''] = words;
      return words.map((word) => [word, abbreviation] as const);
    }),
  );
}

function linesOf(rows: string): string[] {
  return rows.trim().split('\n');
}
