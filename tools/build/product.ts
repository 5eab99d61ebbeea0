import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildScreens } from '@lading/hub/web/build';
import { bundleProgram } from './bundle.ts';
import { packSdk } from './sdk.ts';

/** Everything that a production start needs beside node_modules: the program, the screens, the SDK as it is published. */
export async function buildProduct(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await bundleProgram(folder);
  await buildScreens(join(folder, 'web'));
  await packSdk(join(folder, 'sdk'));
}
