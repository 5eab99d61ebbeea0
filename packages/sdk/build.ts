import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface SdkBundle {
  /** One module without imports. */
  readonly code: string;
  /** Files that went into it, from the house's root. */
  readonly inputs: readonly string[];
  /** What it would still need beside it. */
  readonly imports: readonly string[];
}

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that `@lading/sdk` exports as one module that needs nothing beside it. Nothing is written. */
export async function bundleSdk({ minify = false }: { minify?: boolean } = {}): Promise<SdkBundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: HOUSE,
    entryPoints: ['packages/sdk/src/index.ts'],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minify,
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return { code: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs), imports };
}
