import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../run.ts';
import { checkLayout } from './check.ts';

let folder = '';

afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the check says about a tree of these files. */
async function faultsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  folder = await mkdtemp(join(tmpdir(), 'lading-layout-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return (await checkLayout(folder)).faults;
}

test('this project keeps its own layout', async () => {
  const { faults, files, imports } = await checkLayout(root);
  expect(faults).toEqual([]);
  expect(files).toBeGreaterThan(300);
  expect(imports).toBeGreaterThan(1_000);
});

describe('the layout check refuses', () => {
  test.each([
    [
      'the sandbox importing the SDK',
      'apps/sandbox/src/a.ts',
      "import '@lading/sdk/client';",
      /sandbox may not/,
    ],
    ['kit importing anything of ours', 'packages/kit/src/a.ts', "import '@lading/wire/csv';", /kit may not/],
    ['an app importing an app', 'apps/hub/src/server/a.ts', "import '@lading/sandbox/start';", /hub may not/],
    [
      'the hub using carrier beyond the list',
      'apps/hub/src/server/a.ts',
      "import '@lading/carrier/random';",
      /hub may not/,
    ],
    [
      'the SDK taking a schema at run time',
      'packages/sdk/src/a.ts',
      "import { s } from '@lading/contract/oauth/schema';",
      /sdk may not/,
    ],
    ['the SDK taking a package', 'packages/sdk/src/a.ts', "import p from 'pino';", /pino/],
    [
      'contract validating outside schema files',
      'packages/contract/src/a.ts',
      "import { Type } from 'typebox';",
      /typebox/,
    ],
    [
      'carrier reading files',
      'packages/carrier/src/a.ts',
      "import { readFile } from 'node:fs/promises';",
      /node:fs/,
    ],
    [
      'carrier reading files without the prefix',
      'packages/carrier/src/a.ts',
      "import fs from 'fs';",
      /node:fs/,
    ],
    [
      'a screen importing the server',
      'apps/hub/src/web/home/a.ts',
      "import '../../server/hub.ts';",
      /reaches apps\/hub\/src\/server/,
    ],
    [
      'a screen importing server plumbing',
      'apps/hub/src/web/home/a.ts',
      "import '@lading/kit/errors';",
      /browser/,
    ],
    [
      'the server importing a screen',
      'apps/hub/src/server/a.ts',
      "import '../web/theme.ts';",
      /reaches apps\/hub\/src\/web/,
    ],
    [
      'a second door to the database',
      'apps/hub/src/server/a.ts',
      "import { Pool } from 'pg';",
      /belongs to packages\/kit\/src\/db/,
    ],
    [
      'a relative path into another workspace',
      'packages/sdk/src/a.ts',
      "import '../../kit/src/ids.ts';",
      /reaches out of sdk/,
    ],
    ['an import without its ending', 'packages/kit/src/a.ts', "import './ids';", /without its ending/],
    [
      'a program taking parts made for tests',
      'apps/hub/src/server/a.ts',
      "import '@lading/kit/testing/database';",
      /for tests/,
    ],
    ['a package that is not declared', 'apps/hub/src/server/a.ts', "import 'left-pad';", /left-pad/],
    [
      'a clock inside a rule',
      'packages/carrier/src/a.ts',
      'export const a = () => Date.now();',
      /:1 uses Date\.now/,
    ],
    [
      'today inside a rule',
      'packages/carrier/src/a.ts',
      'export const a = () => new Date();',
      /new Date\(\) without/,
    ],
    [
      'chance inside a rule',
      'packages/wire/src/a.ts',
      'export const a = () => Math.random();',
      /Math\.random/,
    ],
    [
      'a call from inside a rule',
      'packages/contract/src/a.ts',
      "export const a = () => fetch('x');",
      /uses fetch/,
    ],
    ['a name in capitals', 'packages/kit/src/theClock.ts', '', /not kebab-case/],
    ['a name that says nothing', 'packages/kit/src/date-utils.ts', '', /says nothing/],
    ['a folder that is not in the table', 'apps/hub/src/server/shipping-desk/a.ts', '', /not in the table/],
    [
      'a slug folder without its files',
      'packages/contract/src/oauth/wire.ts',
      '',
      /oauth\/schema\.ts is missing/,
    ],
    [
      'a workspace that is not in the table',
      'packages/extra/package.json',
      '{}',
      /packages\/extra is a workspace/,
    ],
  ])('%s', async (_sentence, path, text, fault) => {
    const faults = await faultsOf({ [path]: text });
    expect(faults.join('\n')).toMatch(fault);
  });
});

describe('the layout check lets pass', () => {
  test.each([
    [
      'a type of the schema in the SDK',
      'packages/sdk/src/a.ts',
      "import type { T } from '@lading/contract/oauth/schema';",
    ],
    [
      'a test starting a world',
      'packages/sdk/src/a.test.ts',
      "import { startWorld } from '@lading/sandbox/testing';",
    ],
    [
      'a given instant inside a rule',
      'packages/carrier/src/a.ts',
      'export const a = (ms: number) => new Date(ms);',
    ],
    ['a word in a comment', 'packages/carrier/src/a.ts', '// never Date.now()\nexport const a = 1;'],
    ['the command importing everything', 'apps/cli/src/a.ts', "import '@lading/hub/server/start';"],
  ])('%s', async (_sentence, path, text) => {
    expect(await faultsOf({ [path]: text })).toEqual([]);
  });
});
