import type { ConformanceReport } from './engine.ts';
import type { ApiFindings, CheckName } from './findings.ts';
import { percent } from './floors.ts';

const HEAD = [
  'API',
  'implemented',
  'compared',
  'generated',
  'successes',
  'examples',
  'rules',
  'round trips',
  'SDK',
  'mutations',
  'observed',
  'published',
  'invented',
];

/** The report as rows of text, its head first. */
export function rowsOf(report: ConformanceReport): string[][] {
  return [HEAD, ...report.apis.map(rowOf)];
}

function rowOf(api: ApiFindings): string[] {
  const counted = (check: CheckName): string => {
    const tally = api.checks[check];
    return tally ? `${tally.passed}/${tally.passed + tally.failed}` : '–';
  };
  const { observed, published, invented } = api.evidence;
  const all = observed + published + invented;
  const share = (count: number): string => (all === 0 ? '–' : percent(count / all));
  return [
    api.slug,
    `${api.implemented.length}/${api.implemented.length + api.missing.length}`,
    counted('compared'),
    counted('generated'),
    api.checks.generated ? String(api.successes) : '–',
    ...(['examples', 'rules', 'round-trips', 'sdk', 'mutations'] as const).map(counted),
    share(observed),
    share(published),
    share(invented),
  ];
}

/** Rows in columns of equal width. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Rows as a table of Markdown. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...body.map(line)].join('\n');
}
