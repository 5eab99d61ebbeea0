import { Problem } from '@lading/kit/errors';
import type { ConformanceReport } from './engine.ts';
import { markdown, rowsOf } from './table.ts';

const BEGIN = '<!-- conformance: begin, written by npm run conformance -- --write-fidelity -->';
const END = '<!-- conformance: end -->';

/** Columns that change with the size of a run stand in the console alone. */
const SIZED: ReadonlySet<string> = new Set(['mutations']);

/** The generated part of FIDELITY.md. */
export function fidelityTables(reports: readonly ConformanceReport[]): string {
  const tables = reports.map((report) => {
    const rows = rowsOf(report);
    const kept = (rows[0] ?? []).map((name) => !SIZED.has(name));
    const shown = rows.map((row) => row.filter((_cell, column) => kept[column]));
    return `**Profile \`${report.profile}\`**\n\n${markdown(shown)}`;
  });
  return tables.join('\n\n');
}

/** The document with its generated part written anew. @throws `FIDELITY_WITHOUT_MARKERS`. */
export function withTables(document: string, tables: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw withoutMarkers();
  return `${document.slice(0, begin + BEGIN.length)}\n${tables}\n${document.slice(end)}`;
}

function withoutMarkers(): Problem {
  return new Problem({
    code: 'FIDELITY_WITHOUT_MARKERS',
    status: 500,
    text: {
      en: 'docs/FIDELITY.md has lost the two marks between which the tables stand: {begin} {end}',
      fr: 'docs/FIDELITY.md a perdu les deux repères qui encadrent les tableaux : {begin} {end}',
    },
    params: { begin: BEGIN, end: END },
  });
}
