import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildScreens } from '@lading/hub/web/build';
import { bundleSdk } from '../../packages/sdk/build.ts';
import { bundleProgram } from './bundle.ts';

/** Everything that a production start needs beside node_modules: the program, the screens, the SDK as one module. */
export async function buildProduct(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await bundleProgram(folder);
  await buildScreens(join(folder, 'web'));
  const { code } = await bundleSdk();
  await mkdir(join(folder, 'sdk'), { recursive: true });
  await writeFile(join(folder, 'sdk', 'index.mjs'), code);
}
