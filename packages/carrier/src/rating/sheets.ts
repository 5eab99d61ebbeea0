import type { RatedService } from './services.ts';
import type { LoadedRateRow, RateChart } from './tariff.ts';
import type { ZoneChartRow } from './zone-charts.ts';

/** A sheet as rows of texts, however it was stored. */
export type SheetRows = readonly (readonly string[])[];

/** What is wrong in a row, counted from 1. */
export interface SheetFault {
  readonly row: number;
  readonly fault: 'zone' | 'price' | 'range';
  readonly cell: string;
}

/** A zone chart of one or more origins that share it. */
export interface ReadZoneSheet {
  /** Three-digit ZIP areas. */
  readonly origins: readonly string[];
  readonly rows: readonly ZoneChartRow[];
  readonly faults: readonly SheetFault[];
}

/** The rates of one service. */
export interface ReadRateSheet {
  readonly service: RatedService;
  readonly chart: RateChart;
  readonly rows: readonly LoadedRateRow[];
  readonly faults: readonly SheetFault[];
}

/** Words of a heading, without marks, capitals and the carrier's name: longer names stand before those they hold. */
const headings: readonly (readonly [RegExp, RatedService])[] = [
  [/next day air early|nda early|1da early/, '14'],
  [/next day air saver|nda saver|1da saver/, '13'],
  [/next day air|\bnda\b|\b1da\b/, '01'],
  [/2nd day air a ?m|2da a ?m/, '59'],
  [/2nd day air|\b2da\b/, '02'],
  [/3 day select|\b3da? select\b|\b3ds\b/, '12'],
  [/\bground\b/, '03'],
];

const charts: readonly (readonly [RegExp, RateChart])[] = [
  [/retail/, 'retail'],
  [/standard list/, 'standard-list'],
];

const ZIP_RANGE = /^(\d{3})(?:\s*-\s*(\d{3}))?$/;
const ORIGINS = /zip codes?\s*:?\s*(\d{3})-?\d{0,2}\s*(?:to|through|-)\s*(\d{3})/i;
/** A dash or a footnote: the service does not go there, or a note says where it does. */
const NO_ZONE = /^(-|–|—|\[\d+\]|)$/;

/** The service that a heading names; null where it names none. */
export function serviceOfHeading(heading: string): RatedService | null {
  const plain = plainWords(heading);
  return headings.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/**
 * Reads the carrier's chart of zones from one origin: a heading `Dest. ZIP, Ground, 3 Day Select …`, then a row for
 * each range of destinations. Null where the sheet is no such chart.
 * @param name of the file: three digits at its start name the origin where the sheet does not.
 */
export function readZoneSheet(sheet: SheetRows, name: string): ReadZoneSheet | null {
  const head = sheet.findIndex(([first = '', ...others]) => {
    return /^dest/i.test(first.trim()) && others.some((cell) => serviceOfHeading(cell) !== null);
  });
  const origins = originsOf(sheet.slice(0, Math.max(0, head)), name);
  if (head < 0 || origins.length === 0) return null;
  const services = (sheet[head] ?? []).map((cell, column) => (column === 0 ? null : serviceOfHeading(cell)));
  const faults: SheetFault[] = [];
  const rows = sheet.slice(head + 1).flatMap((cells, index) => {
    const range = ZIP_RANGE.exec(cells[0]?.trim() ?? '');
    if (range === null) return [];
    const row = head + 2 + index;
    const [, low = '', high = low] = range;
    if (low > high) faults.push({ row, fault: 'range', cell: cells[0] ?? '' });
    return [{ low, high, zones: zonesOf(cells, services, row, faults) }];
  });
  return { origins, rows, faults };
}

/**
 * Reads the rates of one service: its name above, a row of zones, then a row for each weight in pounds or for the
 * letter. Null where the sheet is no such table.
 * @param name of the sheet or file, which may name the service and the chart too.
 */
export function readRateSheet(sheet: SheetRows, name: string): ReadRateSheet | null {
  const head = sheet.findIndex((cells) => cells.filter((cell) => /^\d{1,3}$/.test(cell.trim())).length >= 3);
  const above = sheet
    .slice(0, Math.max(0, head + 1))
    .flat()
    .join(' ');
  const service = serviceOfHeading(name) ?? serviceOfHeading(above);
  if (head < 0 || service === null) return null;
  const zones = (sheet[head] ?? []).map((cell) => (/^\d{1,3}$/.test(cell.trim()) ? cell.trim() : null));
  const faults: SheetFault[] = [];
  const rows = sheet.slice(head + 1).flatMap((cells, index) => {
    const pounds = poundsOf(
      cells.slice(
        0,
        Math.max(
          1,
          zones.findIndex((zone) => zone !== null),
        ),
      ),
    );
    if (pounds === null) return [];
    return [{ pounds, centsByZone: pricesOf(cells, zones, head + 2 + index, faults) }];
  });
  if (rows.length === 0) return null;
  const words = plainWords(`${name} ${above}`);
  const chart = charts.find(([pattern]) => pattern.test(words))?.[1] ?? 'daily';
  return { service, chart, rows: rows.toSorted((one, other) => one.pounds - other.pounds), faults };
}

function originsOf(above: SheetRows, name: string): string[] {
  const said = ORIGINS.exec(above.flat().join(' '));
  const low = said?.[1] ?? /^\d{3}(?!\d)/.exec(name)?.[0];
  if (low === undefined) return [];
  const high = said?.[2] ?? low;
  const count = Math.max(0, Number(high) - Number(low) + 1);
  return Array.from({ length: count }, (_, index) => String(Number(low) + index).padStart(3, '0'));
}

function zonesOf(
  cells: readonly string[],
  services: readonly (RatedService | null)[],
  row: number,
  faults: SheetFault[],
): ZoneChartRow['zones'] {
  const found = services.flatMap((service, column): [RatedService, string | null][] => {
    const cell = cells[column]?.trim() ?? '';
    if (service === null) return [];
    if (NO_ZONE.test(cell)) return [[service, null]];
    const zone = /^\d{1,3}(?=(\s*\[\d+\])?$)/.exec(cell)?.[0];
    if (zone === undefined) faults.push({ row, fault: 'zone', cell });
    return zone === undefined ? [] : [[service, zone.padStart(3, '0')]];
  });
  return Object.fromEntries(found);
}

/** A weight row says `1 Lbs.`, `1` or `Letter`; anything else is text around the table. */
function poundsOf(cells: readonly string[]): number | null {
  const text = cells.join(' ').trim().toLowerCase();
  if (/^letter/.test(text)) return 0;
  const pounds = /^(\d{1,3})(\s*lbs?\.?)?$/.exec(text)?.[1];
  return pounds === undefined ? null : Number(pounds);
}

function pricesOf(
  cells: readonly string[],
  zones: readonly (string | null)[],
  row: number,
  faults: SheetFault[],
): LoadedRateRow['centsByZone'] {
  const found = zones.flatMap((zone, column): [string, number][] => {
    const cell = cells[column]?.trim() ?? '';
    if (zone === null || NO_ZONE.test(cell)) return [];
    const cents = centsOf(cell);
    if (cents === null) faults.push({ row, fault: 'price', cell });
    return cents === null ? [] : [[zone.padStart(3, '0'), cents]];
  });
  return Object.fromEntries(found);
}

/** `$1,234.50`, `1234.5` and `1234` in cents. */
function centsOf(cell: string): number | null {
  const [, whole, part = ''] = /^\$?\s*(\d[\d,]*)(?:\.(\d{1,2}))?$/.exec(cell) ?? [];
  if (whole === undefined) return null;
  return Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[®™()*_.:-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
