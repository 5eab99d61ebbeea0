import { join } from 'node:path';
import { writeReference } from './build/reference.ts';
import { root } from './run.ts';

const folder = join(root, 'docs', 'reference');
const pages = await writeReference(folder);
console.log(`${pages.length} pages written to ${folder}.`);
