import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.ts';

const MAJOR = 24;

/** A Node of the wanted major: this one, one kept from before, or one from the registry (121 MB, outside the project). */
async function obtainNode(): Promise<string> {
  if (process.versions.node.startsWith(`${MAJOR}.`)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(homedir(), '.cache', 'lading', `node-${MAJOR}`);
  const program = join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(program)) return program;
  console.log(`Obtaining Node ${MAJOR} (once)…`);
  await mkdir(folder, { recursive: true });
  const args = ['install', `${name}@${MAJOR}`, '--prefix', folder, '--no-save', '--no-audit', '--no-fund'];
  const { code, output } = await run('npm', [...args, '--loglevel=error'], { cwd: folder, isQuiet: true });
  if (code !== 0 || !existsSync(program)) throw new Error(`Node ${MAJOR} could not be obtained:\n${output}`);
  return program;
}

const node = await obtainNode();
// The journeys start what was built; here the sources are started.
const env = { LADING_FROM_SOURCE: '1' };
const { code } = await run(node, ['--import', 'tsx', join(root, 'tools', 'smoke.ts')], { env });
process.exitCode = code ?? 1;
