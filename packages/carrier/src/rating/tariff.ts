import { baseRateRows, knots } from './data/base-rate-rows.ts';
import {
  baseRateRevisions,
  chartFactorsBps,
  currencyFactorsBps,
  earlyPremiumCents,
  furtherPoundBps,
} from './data/revisions.ts';
import { inForce } from './dated.ts';
import { shareOf } from './money.ts';
import type { RatedService } from './services.ts';
import type { BilledWeight } from './weights.ts';

/** Which of the origin's rates apply: those of accounts, of lists, or over the counter. */
export type RateChart = keyof typeof chartFactorsBps;

export function isRateChart(text: string): text is RateChart {
  return Object.hasOwn(chartFactorsBps, text);
}

/** What a base rate depends on. */
export interface RateQuestion {
  readonly service: RatedService;
  readonly zone: string;
  readonly billed: BilledWeight;
  readonly isLetter: boolean;
  readonly chart: RateChart;
  readonly currency: string;
  /** Days since 1970-01-01: which revision applies. */
  readonly day: number;
}

/** Rates that a user loaded for one service and chart. */
export interface LoadedRates {
  readonly service: RatedService;
  readonly chart: RateChart;
  /** In order of weight; the first row that holds the weight answers. */
  readonly rows: readonly LoadedRateRow[];
}

export interface LoadedRateRow {
  /** Whole pounds; 0 is the letter. */
  readonly pounds: number;
  readonly centsByZone: Readonly<Record<string, number>>;
}

/** A base rate and where it comes from. */
export interface BaseRate {
  readonly cents: number;
  readonly source: 'model' | 'loaded';
}

/** The parcel's or shipment's rate before any surcharge, in cents; null where the service has no such zone. */
export function baseRate(question: RateQuestion, loaded: readonly LoadedRates[] = []): BaseRate | null {
  const table = loaded.find(({ service, chart }) => service === question.service && chart === question.chart);
  if (table !== undefined) return loadedRate(table, question);
  const cents = modelRate(question);
  return cents === null ? null : { cents, source: 'model' };
}

/** What the model takes for a parcel by weight in whole pounds, before revisions, charts and currency. */
function modelRate(question: RateQuestion): number | null {
  const row = rowsOfModel().get(rowKey(question.service, question.zone));
  if (row === undefined) return null;
  const premium = question.service === '14' ? earlyPremiumCents : 0;
  const letter = question.isLetter ? row.letter : null;
  const cents = letter ?? onTheLine(row.cents, poundsOf(question.billed));
  return scaled(cents + premium, question);
}

function scaled(cents: number, { day, chart, currency }: RateQuestion): number {
  const revised = shareOf(cents, inForce(baseRateRevisions, day));
  return shareOf(shareOf(revised, chartFactorsBps[chart]), currencyFactorsBps[currency] ?? 10_000);
}

function loadedRate(table: LoadedRates, question: RateQuestion): BaseRate | null {
  const wanted = question.isLetter ? 0 : poundsOf(question.billed);
  const row = table.rows.find(({ pounds }) => pounds >= wanted && (pounds > 0 || question.isLetter));
  const cents = row?.centsByZone[question.zone];
  return cents === undefined ? null : { cents, source: 'loaded' };
}

/** Whole pounds, up: the model's rows are in pounds. */
export function poundsOf({ tenths, unit }: BilledWeight): number {
  return unit === 'LBS' ? Math.ceil(tenths / 10) : Math.ceil((tenths * 10_000_000) / 45_359_237);
}

const HEAVIEST = 150;

/** Between two knots the price lies on the line between them, down to the cent; above the last a share a pound. */
function onTheLine(cents: readonly number[], pounds: number): number {
  const last = cents.at(-1) ?? 0;
  if (pounds > HEAVIEST) return last + shareOf(last, furtherPoundBps) * (pounds - HEAVIEST);
  const above = knots.findIndex((knot) => knot >= pounds);
  const [low, high] = [knots[above - 1] ?? knots[0], knots[above] ?? HEAVIEST];
  const [lowCents = cents[0] ?? 0, highCents = last] = [cents[above - 1], cents[above]];
  if (high === low || pounds <= low) return lowCents;
  return lowCents + Math.floor(((highCents - lowCents) * (pounds - low)) / (high - low));
}

interface ModelRow {
  readonly letter: number | null;
  readonly cents: readonly number[];
}

let modelRows: ReadonlyMap<string, ModelRow> | undefined;

function rowsOfModel(): ReadonlyMap<string, ModelRow> {
  modelRows ??= new Map(baseRateRows.trim().split('\n').map(readRow));
  return modelRows;
}

function readRow(line: string): [string, ModelRow] {
  const [service = '', zone = '', letter = '', prices = ''] = line.split('|');
  const cents = prices.split(' ').map(Number);
  return [`${service}/${zone}`, { letter: letter === '-' ? null : Number(letter), cents }];
}

/** Services without rows of their own: Early is Next Day Air and more, Express Plus is Express, Canada's roads are Ground. */
function rowKey(service: RatedService, zone: string): string {
  if (service === '14') return `01/${zone}`;
  if (service === '54') return `07/${zone}`;
  return service === '11' && Number(zone) <= 8 ? `03/${zone}` : `${service}/${zone}`;
}
