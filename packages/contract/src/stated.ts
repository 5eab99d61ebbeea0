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
  /** Only in the XML-era envelope. */
  readonly severity?: 'Warning' | 'Hard' | 'Transient';
}

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

/** Names for a table of codes that all come from one source: `[English, French]` per code. */
export function nameCodes<const Code extends string>(
  stated: Stated,
  names: Readonly<Record<Code, readonly [en: string, fr: string]>>,
): CodeNames<Code> {
  const entries = Object.entries<readonly [en: string, fr: string]>(names);
  const named = entries.map(([code, [en, fr]]) => [code, Object.freeze({ en, fr, ...stated })] as const);
  return Object.freeze(Object.fromEntries(named)) as CodeNames<Code>;
}
