import type { Evidence, Slug, WireOperation } from '@lading/contract/operation';
import type { NotedRule } from './target.ts';

/** The parts of the suite, in the order in which they run. */
export const checkNames = [
  'compared',
  'generated',
  'examples',
  'rules',
  'round-trips',
  'sdk',
  'mutations',
] as const;
export type CheckName = (typeof checkNames)[number];

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export interface Fault {
  readonly check: CheckName;
  readonly operation: string;
  readonly what: string;
  /** How often it was met. */
  readonly times: number;
  /** The smallest request that shows it, where one was looked for. */
  readonly example?: unknown;
}

export interface Skipped {
  readonly check: CheckName;
  readonly operation: string;
  readonly why: string;
}

/** What the suite found of one API. */
export interface ApiFindings {
  readonly slug: Slug;
  readonly implemented: readonly string[];
  readonly missing: readonly string[];
  readonly checks: Readonly<Partial<Record<CheckName, Tally>>>;
  /** Of the requests that fit the carrier's schema: how many the answer was a success for. */
  readonly successes: number;
  /** Distinct rules that shaped answers, by how well they are known. */
  readonly evidence: Readonly<Record<Evidence, number>>;
  readonly faults: readonly Fault[];
  readonly skipped: readonly Skipped[];
}

/** Where the parts of the suite write down what they saw. */
export interface Findings {
  pass(check: CheckName, wire: WireOperation, times?: number): void;
  fail(check: CheckName, wire: WireOperation, what: string, example?: unknown): void;
  /** Neither passed nor failed: it could not be asked, and why. */
  skip(check: CheckName, wire: WireOperation, why: string): void;
  succeeded(wire: WireOperation): void;
  noted(wire: WireOperation, rules: readonly NotedRule[]): void;
  of(slug: Slug, operations: readonly WireOperation[], implemented: ReadonlySet<string>): ApiFindings;
}

/** Whatever a part says of a case: it passed where nothing stands against it. */
export function settle(
  findings: Findings,
  check: CheckName,
  wire: WireOperation,
  faults: readonly string[],
  example?: unknown,
): void {
  if (faults.length === 0) findings.pass(check, wire);
  for (const fault of faults.slice(0, 1)) findings.fail(check, wire, fault, example);
}

interface Book {
  readonly tallies: Map<CheckName, { passed: number; failed: number }>;
  readonly faults: Map<string, { -readonly [Member in keyof Fault]: Fault[Member] }>;
  readonly rules: Map<string, Evidence>;
  readonly skipped: Skipped[];
  successes: number;
}

export function createFindings(): Findings {
  const books = new Map<Slug, Book>();
  const bookOf = (slug: Slug): Book => {
    const book = books.get(slug) ?? emptyBook();
    books.set(slug, book);
    return book;
  };
  const count = (check: CheckName, { slug }: WireOperation, member: keyof Tally, times: number): void => {
    const { tallies } = bookOf(slug);
    const tally = tallies.get(check) ?? { passed: 0, failed: 0 };
    tally[member] += times;
    tallies.set(check, tally);
  };
  return {
    pass: (check, wire, times = 1) => count(check, wire, 'passed', times),
    fail: (check, wire, what, example) => {
      count(check, wire, 'failed', 1);
      const { faults } = bookOf(wire.slug);
      const key = `${check} ${wire.id} ${what}`;
      const known = faults.get(key);
      if (known) known.times += 1;
      else
        faults.set(key, {
          check,
          operation: wire.id,
          what,
          times: 1,
          ...(example === undefined ? {} : { example }),
        });
    },
    skip: (check, wire, why) => void bookOf(wire.slug).skipped.push({ check, operation: wire.id, why }),
    succeeded: ({ slug }) => {
      bookOf(slug).successes += 1;
    },
    noted: ({ slug, id }, rules) => {
      for (const { rule, evidence } of rules) bookOf(slug).rules.set(`${id} ${nameOf(rule)}`, evidence);
    },
    of: (slug, operations, implemented) => shown(slug, bookOf(slug), operations, implemented),
  };
}

/** A rule without its figures: the same rule at another weight is no other rule. */
function nameOf(rule: string): string {
  return rule.replaceAll(/\d+(?:[.,]\d+)*/g, '#');
}

function emptyBook(): Book {
  return { tallies: new Map(), faults: new Map(), rules: new Map(), skipped: [], successes: 0 };
}

function shown(
  slug: Slug,
  book: Book,
  operations: readonly WireOperation[],
  implemented: ReadonlySet<string>,
): ApiFindings {
  const ids = operations.map(({ id }) => id);
  const known = [...book.rules.values()];
  const share = (evidence: Evidence): number => known.filter((one) => one === evidence).length;
  return {
    slug,
    implemented: ids.filter((id) => implemented.has(id)),
    missing: ids.filter((id) => !implemented.has(id)),
    checks: Object.fromEntries(book.tallies),
    successes: book.successes,
    evidence: { observed: share('observed'), published: share('published'), invented: share('invented') },
    faults: [...book.faults.values()],
    skipped: book.skipped,
  };
}
