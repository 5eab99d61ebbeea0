import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { listFiles } from '../layout/tree.ts';
import { root } from '../run.ts';

const WORKSPACE = /^@lading\/([^/]+)\/(.+)$/;
const FOLDERS: Readonly<Record<string, string>> = { hub: 'apps', sandbox: 'apps', cli: 'apps' };

/**
 * Bundles the command into modules beside each other in a folder. Packages from the registry stay imports, all but few; what our
 * modules find by their own place (migrations, a worker) is copied below `files/` under the same path.
 */
export async function bundleProgram(folder: string): Promise<void> {
  await bundleModules({ lading: 'apps/cli/src/main.ts' }, folder);
}

/** As the program is built, for other entries; paths from the root by the name of their module. */
export async function bundleModules(
  entryPoints: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { ...entryPoints },
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
    plugins: [resolveOurs, keepPackages, keepPlaces],
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

/** TypeBox is hundreds of small modules, of which few are used: as files they take as long to load as all the rest. */
const PACKED = /^typebox(\/|$)/;

/** Packages from the registry stay where they are, but for those that are packed. */
const keepPackages: Plugin = {
  name: 'keep-packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || PACKED.test(path) ? undefined : { path, external: true },
    );
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
