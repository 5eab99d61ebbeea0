import type { Evidence } from './operation.ts';

/** Where a fact comes from. `date` is the day of the source; absent where the source carries none. */
export interface Stated {
  readonly evidence: Evidence;
  readonly source: string;
  readonly date?: string;
}

/** What a code means, in our own words. */
export interface CodeName extends Stated {
  readonly en: string;
  readonly fr: string;
  /** Both languages say the same word; without this mark that would be a forgotten translation. */
  readonly isSameInBoth?: true;
}

/** A code whose names are all of one source. */
export type CodeNames<Code extends string = string> = Readonly<Record<Code, CodeName>>;

/** An error as the carrier sends it, with our own name for it in both languages. */
export interface CarrierError extends CodeName {
  readonly code: string;
  /** The HTTP status it travels with; 200 where business errors arrive inside a success. */
  readonly status: number;
  /** The carrier's own English sentence; `{name}` marks a place to be filled. */
  readonly text: string;
  /** What the XML-era envelope says of it; a warning stands beside a success. Absent where none is known. */
  readonly severity?: Severity;
}

/** How grave an error is; `Authentication` is known from SOAP and the first JSON only. */
export type Severity = 'Warning' | 'Hard' | 'Transient' | 'Authentication';

/** One value together with its source. */
export interface StatedValue<Value> extends Stated {
  readonly value: Value;
}

/**
 * A rule as the guide of 2017 states it and as the carrier's files of today do, side by side. A side that is
 * silent is absent; `today` holds what we decided where both are, graded `invented`.
 */
export interface Fact<Value> {
  readonly guide?: StatedValue<Value>;
  readonly today?: StatedValue<Value>;
}

/** Which side of a fact holds: the guide of 2017, or the carrier's files of today. */
export type Rules = 'guide' | 'today';

/** The value of a fact under a setting; where that side is silent, what the other side says. */
export function valueUnder<Value>(fact: Fact<Value>, rules: Rules): Value | undefined {
  const [first, second] = rules === 'guide' ? [fact.guide, fact.today] : [fact.today, fact.guide];
  return (first ?? second)?.value;
}

/** The sources that many facts share. */
export const sources = Object.freeze({
  guide: (section: string): Stated => ({ evidence: 'published', source: `guide, ${section}`, date: '2017' }),
  file: (name: string): Stated => ({
    evidence: 'published',
    source: `the carrier's ${name}`,
    date: '2026-07-21',
  }),
  seen: (where: string, date?: string): Stated => ({
    evidence: 'observed',
    source: where,
    ...(date === undefined ? {} : { date }),
  }),
  ours: (why: string): Stated => ({ evidence: 'invented', source: why, date: '2026-11-21' }),
});

/** English and French; one word alone stands for both. */
type Names = readonly [en: string, fr: string] | readonly [both: string];

/** Names for a table of codes that all come from one source: `[English, French]` or `[both]` per code. */
export function nameCodes<const Code extends string>(
  stated: Stated,
  names: Readonly<Record<Code, Names>>,
): CodeNames<Code> {
  const entries = Object.entries<Names>(names);
  const named = entries.map(([code, name]) => [code, Object.freeze({ ...nameOf(name), ...stated })] as const);
  return Object.freeze(Object.fromEntries(named)) as CodeNames<Code>;
}

function nameOf([en, fr]: Names): Pick<CodeName, 'en' | 'fr' | 'isSameInBoth'> {
  return fr === undefined ? { en, fr: en, isSameInBoth: true } : { en, fr };
}

/** What a row of errors shares. */
interface ErrorRow extends Stated {
  readonly status: number;
  readonly severity?: Severity;
}

/** Errors that share source, status and severity: `[code, the carrier's text, English, French]` per key. */
export function nameErrors<const Key extends string>(
  shared: ErrorRow,
  errors: Readonly<Record<Key, readonly [code: string, text: string, en: string, fr: string]>>,
): Readonly<Record<Key, CarrierError>> {
  const rows = Object.entries<readonly [string, string, string, string]>(errors);
  const named = rows.map(([key, [code, text, en, fr]]) => [
    key,
    Object.freeze({ code, text, en, fr, ...shared }),
  ]);
  return Object.freeze(Object.fromEntries(named)) as Readonly<Record<Key, CarrierError>>;
}
