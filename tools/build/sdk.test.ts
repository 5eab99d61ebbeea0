import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, startServer } from '../../packages/sdk/src/testing/server.ts';
import { root, runInstalled } from '../run.ts';
import { packSdk } from './sdk.ts';

let folder = '';
let files: readonly string[] = [];
let sources: readonly string[] = [];
const packed = () => join(folder, 'sdk');

beforeAll(async () => {
  folder = await mkdtemp(join(root, '.build-test-sdk-'));
  sources = await packSdk(packed());
  files = (await readdir(packed(), { recursive: true })).filter((path) => /\.(js|ts)$/.test(path));
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const read = (path: string) => readFile(join(packed(), path), 'utf8');

describe('the packed SDK', () => {
  it('names no package: neither its modules nor its types', async () => {
    const specifiers: string[] = [];
    for (const path of files) {
      const text = await read(path);
      for (const [, specifier = ''] of text.matchAll(/(?:from |import |import\()["']([^"']+)["']/g)) {
        specifiers.push(specifier);
      }
      expect({ path, isFree: !/typebox|\brequire\(/i.test(text) }).toEqual({ path, isFree: true });
    }
    expect(files.length).toBeGreaterThan(80);
    expect(specifiers.length).toBeGreaterThan(100);
    expect(specifiers.filter((specifier) => !/^\.{1,2}\//.test(specifier))).toEqual([]);
    const manifest = JSON.parse(await read('package.json'));
    expect([manifest.dependencies, manifest.sideEffects]).toEqual([undefined, false]);
  });

  it('is made of our own plain files alone', () => {
    const ours = /^packages\/(sdk\/src\/|contract\/src\/([\w/-]*\/wire|arrays\/since)\.ts$)/;
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.filter((path) => !ours.test(path))).toEqual([]);
  });

  it('works by itself', async () => {
    const alone: typeof import('../../packages/sdk/src/index.ts') = await import(
      /* @vite-ignore */ pathToFileURL(join(packed(), 'index.js')).href
    );
    const server = await startServer(json({ access_token: 'own', expires_in: '3599' }));
    try {
      const { baseUrl } = server;
      const ups = alone.createClient({ environment: { baseUrl }, clientId: 'c', clientSecret: 's' });
      expect((await ups.oauth.clientCredentials()).accessToken).toBe('own');
    } finally {
      await server.close();
    }
  });
});

describe('an application of the packed SDK', () => {
  const apis = [
    ...[
      'AddressCity',
      'AddressStreet',
      'DangerousGoods',
      'Locator',
      'Paperless',
      'Pickup',
      'PreNotification',
    ],
    ...['QuantumView', 'Rating', 'Shipping', 'SignatureTracking', 'TimeInTransit', 'Tracking', 'Trade'],
  ];

  /** Bytes after minification and gzip of a program that names these exports and nothing else. */
  async function shipped(...names: readonly string[]): Promise<number> {
    const contents = `import { ${names.join(', ')} } from './sdk/index.js'; globalThis.used = [${names.join(', ')}];`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      minify: true,
      format: 'esm',
      charset: 'utf8',
      write: false,
      legalComments: 'none',
      logLevel: 'error',
    });
    return gzipSync(outputFiles[0]?.contents ?? '').byteLength;
  }

  it('ships at most 15 KB for the core and 3 KB for one API more, gzipped', async () => {
    const core = await shipped('connect');
    const rows: [string, number][] = [['core', core]];
    for (const api of apis) rows.push([api, (await shipped('connect', `create${api}Client`)) - core]);
    const all = await shipped('createClient');
    process.stdout.write(`bytes gzip: ${rows.map((row) => row.join(' ')).join(', ')}, all ${all}\n`);
    expect(core).toBeLessThan(15 * 1024);
    for (const [api, bytes] of rows.slice(1)) {
      expect({ api, isSmall: bytes > 0 && bytes <= 3 * 1024, bytes }).toEqual({ api, isSmall: true, bytes });
    }
    expect(core).toBeLessThan(all);
  });
});

/** Compiles programs strictly, libraries included, and gives the errors as `file line: message`. */
async function compile(...programs: readonly string[]): Promise<readonly string[]> {
  const compilerOptions = { skipLibCheck: false, types: [], noUnusedLocals: false };
  const config = { extends: join(root, 'tsconfig.json'), compilerOptions, include: [], files: programs };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { output } = await runInstalled(
    'typescript/bin/tsc',
    ['-p', join(folder, 'tsconfig.json'), '--pretty', 'false'],
    {
      cwd: folder,
      isQuiet: true,
    },
  );
  if (!/^(\S+\(\d+,\d+\): error .*\n( {2}.*\n)*)*$/.test(output)) throw new Error(output);
  return [...output.matchAll(/^([^\s(]+)\((\d+),\d+\): error (.*(?:\n {2}.*)*)$/gm)].map(
    ([, file, line, message]) => `${file} ${line}: ${message}`,
  );
}

describe('the published types', () => {
  it('refuse wrong members, wrong values and forgotten members, and nothing else', async () => {
    const source = await readFile(join(root, 'packages/sdk/src/testing/mistakes.ts'), 'utf8');
    const program = source.replace(/'\.\.\/index\.ts'/, `'./sdk/types/sdk/src/index.js'`);
    const lines = program.split('\n');
    const expected = lines.flatMap((line, index) => (/\/\/ @ts-expect-error/.test(line) ? [index + 2] : []));
    await writeFile(join(folder, 'mistakes.ts'), program.replaceAll('@ts-expect-error', 'wrong:'));
    const errors = (await compile('mistakes.ts')).map((error) => error.replace(/: [\s\S]*/, ''));
    expect(expected.length).toBeGreaterThan(15);
    expect([...new Set(errors)]).toEqual(expected.map((line) => `mistakes.ts ${line}`));
  });

  it('say the same as the schemas they were written from', async () => {
    const index = await readFile(join(root, 'packages/sdk/src/index.ts'), 'utf8');
    const rows = [...index.matchAll(/export type \{([^}]+)\} from '(@lading\/contract\/[\w-]+\/schema)'/g)];
    const lines = rows.flatMap(([, names = '', from = '']) =>
      names.split(',').flatMap((each) => (each.trim() === '' ? [] : [sameType(each.trim(), from)])),
    );
    expect(lines.length).toBeGreaterThan(40);
    const wrong = sameType('RateRequest', '@lading/contract/rating/schema', 'RateResponse');
    await writeFile(join(folder, 'same.ts'), lines.join('\n'));
    await writeFile(join(folder, 'wrong.ts'), wrong);
    const errors = await compile('same.ts', 'wrong.ts');
    expect(errors.map((error) => error.replace(/: [\s\S]*/, ''))).toEqual(['wrong.ts 1', 'wrong.ts 2']);
  }, 120_000);

  /** Two functions that compile where each type fits the other. */
  function sameType(name: string, from: string, other = name): string {
    const [ours, theirs] = [`import('./sdk/types/sdk/src/index.js').${name}`, `import('${from}').${other}`];
    return `export const to${name} = (x: ${ours}): ${theirs} => x;\nexport const of${name} = (x: ${theirs}): ${ours} => x;`;
  }
});
