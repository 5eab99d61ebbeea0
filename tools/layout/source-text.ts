/** A source file in two forms of the same length, so that places agree. */
export interface SourceText {
  /** Comments turned into spaces. */
  readonly code: string;
  /** Comments and the insides of strings, templates and patterns turned into spaces. */
  readonly bare: string;
}

type Kind = 'code' | 'comment' | 'quoted';

/** After these a slash begins a pattern; after anything else it divides. */
const BEFORE_PATTERN = /(^|[(,=:[!&|?{};+\-*%<>~^]|\b(return|typeof|case|in|of|do|else))\s*$/;

/** Tells code from comments and quotations, well enough for imports and names (types and JSX included). */
export function readSource(text: string): SourceText {
  const kinds = new Reader(text).read();
  const keep = (...kept: readonly Kind[]): string =>
    [...kinds].map((kind, at) => (kept.includes(kind) || text[at] === '\n' ? text[at] : ' ')).join('');
  return { code: keep('code', 'quoted'), bare: keep('code') };
}

class Reader {
  readonly #text: string;
  readonly #kinds: Kind[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly Kind[] {
    while (this.#at < this.#text.length) this.#readCode(() => false);
    return this.#kinds;
  }

  #readCode(isEnd: () => boolean): void {
    while (this.#at < this.#text.length && !isEnd()) {
      const char = this.#text[this.#at];
      const pair = this.#text.slice(this.#at, this.#at + 2);
      if (pair === '//') this.#mark('comment', this.#until('\n'));
      else if (pair === '/*') this.#mark('comment', this.#until('*/', 2) + 2);
      else if (char === "'" || char === '"') this.#quoted(char);
      else if (char === '`') this.#template();
      else if (char === '/' && this.#isPattern()) this.#pattern();
      else this.#mark('code', this.#at + 1);
    }
  }

  #mark(kind: Kind, end: number): void {
    for (; this.#at < Math.min(end, this.#text.length); this.#at += 1) this.#kinds.push(kind);
  }

  #until(mark: string, skip = 0): number {
    const found = this.#text.indexOf(mark, this.#at + skip);
    return found < 0 ? this.#text.length : found;
  }

  /** A string ends with its line at the latest: an apostrophe in JSX text does no further harm. */
  #quoted(quote: string): void {
    this.#mark('code', this.#at + 1);
    this.#markUntil((char) => char === quote || char === '\n');
    this.#mark('code', this.#at + 1);
  }

  #pattern(): void {
    let isInClass = false;
    this.#mark('code', this.#at + 1);
    this.#markUntil((char) => {
      if (char === '[') isInClass = true;
      if (char === ']') isInClass = false;
      return (char === '/' && !isInClass) || char === '\n';
    });
    this.#mark('code', this.#at + 1);
  }

  #template(): void {
    this.#mark('code', this.#at + 1);
    for (;;) {
      this.#markUntil((char, next) => char === '`' || (char === '$' && next === '{'));
      if (this.#text[this.#at] !== '$') break;
      this.#mark('code', this.#at + 2);
      this.#braces();
    }
    this.#mark('code', this.#at + 1);
  }

  /** The code inside `${…}`, up to its own closing brace. */
  #braces(): void {
    let depth = 0;
    this.#readCode(() => {
      const char = this.#text[this.#at];
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      return depth < 0;
    });
    this.#mark('code', this.#at + 1);
  }

  #markUntil(isEnd: (char: string, next: string) => boolean): void {
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] ?? '';
      if (isEnd(char, this.#text[this.#at + 1] ?? '')) return;
      this.#mark('quoted', this.#at + (char === '\\' ? 2 : 1));
    }
  }

  #isPattern(): boolean {
    return BEFORE_PATTERN.test(this.#text.slice(Math.max(0, this.#at - 20), this.#at));
  }
}
