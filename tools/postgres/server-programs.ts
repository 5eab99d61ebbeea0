import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';

/** Where one version's `postgres` and `initdb` stand. */
export interface ServerPrograms {
  readonly folder: string;
  readonly version: number;
}

const OLDEST_VERSION = 15;
const PARENTS = [
  '/usr/lib/postgresql',
  '/usr/pgsql',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  '/Library/PostgreSQL',
];

/** The newest server programs of this machine; installs the Debian package where that is possible. */
export async function findServer(): Promise<ServerPrograms> {
  const found = await newestInstalled();
  if (found) return found;
  if (canInstall()) {
    await installPackage();
    const installed = await newestInstalled();
    if (installed) return installed;
  }
  throw new Error(
    `No PostgreSQL server ${OLDEST_VERSION} or newer was found. Install one (Debian: apt-get install postgresql), ` +
      'or name a running one in DATABASE_URL.',
  );
}

/** The newest of those that stand on this machine already. */
export async function newestInstalled(): Promise<ServerPrograms | undefined> {
  const folders = [...(await candidateFolders()), ...(process.env.PATH ?? '').split(':')];
  const found: ServerPrograms[] = [];
  for (const folder of new Set(folders)) {
    if (!existsSync(join(folder, 'postgres')) || !existsSync(join(folder, 'initdb'))) continue;
    const { output } = await run(join(folder, 'postgres'), ['--version'], { isQuiet: true });
    found.push({ folder, version: Number(/\b(\d+)(\.\d+|devel|beta|rc)/.exec(output)?.[1] ?? 0) });
  }
  return found.filter(({ version }) => version >= OLDEST_VERSION).sort((a, b) => b.version - a.version)[0];
}

async function candidateFolders(): Promise<string[]> {
  const folders: string[] = ['/usr/local/pgsql/bin'];
  for (const parent of PARENTS.filter((path) => existsSync(path))) {
    for (const name of await readdir(parent)) folders.push(join(parent, name, 'bin'));
  }
  return folders;
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Without the cluster that the package would make and start for itself. */
async function installPackage(): Promise<void> {
  console.log('Installing the PostgreSQL server package (once)…');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => run('apt-get', ['-qq', '-y', ...args], { env, isQuiet: true });
  await apt('update');
  await apt('install', '--no-install-recommends', 'postgresql-common');
  const settings = '/etc/postgresql-common/createcluster.d/lading.conf';
  if (existsSync('/etc/postgresql-common/createcluster.d')) {
    await writeFile(settings, 'create_main_cluster = false\n');
  }
  const { code, output } = await apt('install', '--no-install-recommends', 'postgresql');
  if (code !== 0) throw new Error(`apt-get could not install PostgreSQL:\n${output}`);
}
