import type { Text, TextParams } from './text.ts';

export interface ProblemOptions {
  /** Stable, `UPPER_SNAKE`; programs compare it, people never need it. */
  readonly code: string;
  /** The HTTP status that an edge answers with. */
  readonly status: number;
  /** The sentence for a person, in both languages. */
  readonly text: Text;
  readonly params?: TextParams;
  /** Facts that are safe to show: field names, limits, identifiers. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one error of the house. Expected answers are values; this is for what should not have happened. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly text: Text;
  readonly params: TextParams;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(options: ProblemOptions) {
    super(fill(options.text.en, options.params), { cause: options.cause });
    this.name = 'Problem';
    this.code = options.code;
    this.status = options.status;
    this.text = options.text;
    this.params = options.params ?? {};
    this.details = options.details ?? {};
  }
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem;
}

function fill(sentence: string, params: TextParams = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
