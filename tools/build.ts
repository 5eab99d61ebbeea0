import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProduct } from './build/product.ts';
import { root } from './run.ts';

const folder = join(root, 'dist');
const unfinished = `${folder}-unfinished`;

await rm(unfinished, { recursive: true, force: true });
await buildProduct(unfinished);
await rm(folder, { recursive: true, force: true });
await rename(unfinished, folder);
console.log(`Built into ${folder}; bin/lading.mjs runs it until a source changes.`);
