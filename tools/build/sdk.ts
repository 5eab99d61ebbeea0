import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { root } from '../run.ts';
import { typesOfSchemas } from './schema-types.ts';

const run = promisify(execFile);
const packages = join(root, 'packages');
const contract = join(packages, 'contract', 'src');

/**
 * The SDK as it is published: modules that import nothing but one another, one per API so that an application ships only
 * those it calls, and types that name no package.
 *
 * @returns The files that went into the modules, from the house's root.
 */
export async function packSdk(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const sources = await bundleModules(folder);
  await writeTypes(join(folder, 'types'));
  await writeManifest(folder);
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  return sources;
}

/** Every API and the core is an entry of its own: what they share goes into parts that hold nothing else. */
async function bundleModules(folder: string): Promise<readonly string[]> {
  const source = join(packages, 'sdk', 'src');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['index.ts', 'connection.ts', ...(await clientsBelow(source))].map((path) =>
      join(source, path),
    ),
    outdir: folder,
    outbase: source,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    pure: ['Object.freeze'],
    metafile: true,
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

async function clientsBelow(source: string): Promise<string[]> {
  const paths = await readdir(source, { recursive: true });
  return paths.filter((path) => path.endsWith('/client.ts') && !path.startsWith('testing'));
}

async function writeManifest(folder: string): Promise<void> {
  const { name, version, license, type } = JSON.parse(
    await readFile(join(packages, 'sdk', 'package.json'), 'utf8'),
  );
  const entry = { types: './types/sdk/src/index.d.ts', default: './index.js' };
  const manifest = { name, version, license, type, sideEffects: false, exports: { '.': entry } };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The compiler's own declarations, with schemas replaced by what they say. */
export async function writeTypes(folder: string): Promise<void> {
  const unfinished = await mkdtemp(join(root, 'node_modules', '.sdk-types-'));
  try {
    await declare(unfinished);
    await rm(folder, { recursive: true, force: true });
    const written = await readdir(unfinished, { recursive: true });
    for (const path of written.filter((name) => name.endsWith('.d.ts'))) {
      await writeDeclaration(folder, path, await readFile(join(unfinished, path), 'utf8'));
    }
    for (const slug of await slugsWithSchema()) {
      const path = join('contract', 'src', slug, 'schema.d.ts');
      await writeDeclaration(folder, path, await typesOfSchemas(join(contract, slug)));
    }
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function declare(outDir: string): Promise<void> {
  const wires = (await readdir(contract, { recursive: true })).filter((path) => /(^|\/)wire\.ts$/.test(path));
  const config = join(outDir, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: packages,
    outDir,
    types: [],
  };
  const files = [join(packages, 'sdk', 'src', 'index.ts'), join(contract, 'operation.ts')];
  const settings = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions,
    include: [],
    files: [...files, ...wires.map((path) => join(contract, path))],
  };
  await writeFile(config, JSON.stringify(settings));
  await run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', config]);
}

async function slugsWithSchema(): Promise<string[]> {
  const files = await readdir(contract, { recursive: true });
  const named = files.filter((path) => /^[\w-]+\/schema\.ts$/.test(path));
  return named.map((path) => dirname(path)).sort();
}

async function writeDeclaration(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, withRelativeImports(path, text));
}

/** `@lading/contract/rating/schema` and `./client.ts` both become paths to files that are there. */
function withRelativeImports(from: string, text: string): string {
  return text.replaceAll(/(from |import\()'([^']+)'/g, (_all, before: string, specifier: string) => {
    const [, workspace, path] = /^@lading\/([\w-]+)\/(.+)$/.exec(specifier) ?? [];
    if (workspace === undefined) return `${before}'${specifier.replace(/(\.d)?\.ts$/, '.js')}'`;
    const there = posix.relative(posix.dirname(from), `${workspace}/src/${path}.js`);
    return `${before}'${there.startsWith('.') ? there : `./${there}`}'`;
  });
}
