import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { listFiles } from '../layout/tree.ts';
import { root } from '../run.ts';

const WORKSPACE = /^@lading\/([^/]+)\/(.+)$/;
const FOLDERS: Readonly<Record<string, string>> = { hub: 'apps', sandbox: 'apps', cli: 'apps' };

/**
 * Bundles the command into modules beside each other in a folder. Packages from the registry stay imports; what our
 * modules find by their own place (migrations, a worker) is copied below `files/` under the same path.
 */
export async function bundleProgram(folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { lading: 'apps/cli/src/main.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    banner: { js: `const ladingPlace = (path) => new URL('./files/' + path, import.meta.url).href;` },
    plugins: [resolveOurs, keepPlaces],
    packages: 'external',
    logLevel: 'warning',
  });
  await copyFiles(join(folder, 'files'));
}

/** `@lading/<workspace>/<path>` is ours; the builder of the screens is left out, because they are built by now. */
const resolveOurs: Plugin = {
  name: 'resolve-ours',
  setup: ({ onResolve }) => {
    onResolve({ filter: WORKSPACE }, ({ path }) => {
      const [, name = '', rest = ''] = WORKSPACE.exec(path) ?? [];
      if (path === '@lading/hub/web/build') return { path, external: true };
      return { path: join(root, FOLDERS[name] ?? 'packages', name, 'src', `${rest}.ts`) };
    });
  },
};

/** A module goes on to find its files by its own place in the tree, although it now stands in another module. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const place = relative(root, path).split(sep).join('/');
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', `ladingPlace('${place}')`), loader: 'ts' };
    });
  },
};

async function copyFiles(target: string): Promise<void> {
  const paths = (await Promise.all(['apps', 'packages'].map((folder) => listFiles(root, folder)))).flat();
  for (const path of paths.filter((one) => /\.sql$|\/src\/.*\.js$/.test(one))) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await cp(join(root, path), join(target, path));
  }
}
