import { readSource } from './source-text.ts';

export interface Import {
  readonly specifier: string;
  /** `import type` and `export type`: gone at run time. */
  readonly isTypeOnly: boolean;
  readonly line: number;
}

const FORMS = [
  /\b(?:import|export)\b(\s+type\b(?!\s*,|\s+from))?[^'"`;]*?\bfrom\s*(['"])([^'"\n]+)\2/g,
  /\b(?:import|require)\b()\s*\(?\s*(['"])([^'"\n]+)\2/g,
];

/** Every module that a source names: static, re-exported, loaded on demand, required. */
export function findImports(text: string): Import[] {
  const { code, bare } = readSource(text);
  const found = FORMS.flatMap((form) =>
    [...code.matchAll(form)]
      .filter(({ index }) => bare[index] !== ' ')
      .map((match) => ({
        specifier: match[3] ?? '',
        isTypeOnly: match[1] !== undefined && match[1] !== '',
        line: lineOf(code, match.index + match[0].length),
      })),
  );
  return found.sort((a, b) => a.line - b.line);
}

/** Where a name stands as code, outside comments and strings. */
export function findName(text: string, name: RegExp): number[] {
  const { bare } = readSource(text);
  return [...bare.matchAll(new RegExp(name, 'g'))].map(({ index }) => lineOf(bare, index));
}

function lineOf(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}
