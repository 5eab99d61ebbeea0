import { describe, expect, test } from 'vitest';
import { findImports, findName } from './imports.ts';

const specifiers = (text: string): string[] => findImports(text).map(({ specifier }) => specifier);

describe('the import scanner sees', () => {
  test.each([
    ['a static import', "import { a } from './a.ts';", ['./a.ts']],
    [
      'an import over several lines',
      "import {\n  a,\n  type B,\n} from '@lading/kit/text';",
      ['@lading/kit/text'],
    ],
    ['a namespace and a default', "import d, * as n from 'pg';", ['pg']],
    ['an import for its effect', "import './styles.css';", ['./styles.css']],
    ['an import on demand', "const a = await import('./a.ts');", ['./a.ts']],
    ['a re-export', "export * from './a.ts';\nexport { b } from './b.ts';", ['./a.ts', './b.ts']],
    ['a require', "const a = require('node:fs');", ['node:fs']],
    ['an import after a pattern with a quote', "const p = /it's/;\nimport { a } from './a.ts';", ['./a.ts']],
    ['an import inside a template’s code', "const t = `x${await import('./a.ts')}y`;", ['./a.ts']],
  ])('%s', (_sentence, text, wanted) => {
    expect(specifiers(text)).toEqual(wanted);
  });

  test('which imports are types only', () => {
    const text =
      "import type { A } from './a.ts';\nimport { type B } from './b.ts';\nexport type { C } from './c.ts';";
    expect(findImports(text)).toEqual([
      { specifier: './a.ts', isTypeOnly: true, line: 1 },
      { specifier: './b.ts', isTypeOnly: false, line: 2 },
      { specifier: './c.ts', isTypeOnly: true, line: 3 },
    ]);
  });
});

describe('the import scanner passes over', () => {
  test.each([
    ['a comment', "// import { a } from './a.ts';\n/* import './b.ts' */"],
    ['a string', `const text = "import { a } from './a.ts'";`],
    ['a template', "const text = `import { a } from './a.ts'`;"],
    ['import.meta', "const url = new URL('./x', import.meta.url);"],
    ['a comment behind a division', "const a = 4 / 2; // import './a.ts'"],
  ])('%s', (_sentence, text) => {
    expect(specifiers(text)).toEqual([]);
  });
});

test('a name counts as code only', () => {
  const text = "// Date.now()\nconst a = 'Date.now()';\nconst b = Date.now();\nconst c = `${Date.now()}`;";
  expect(findName(text, /\bDate\.now\b/)).toEqual([3, 4]);
});
