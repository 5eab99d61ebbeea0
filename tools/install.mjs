import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { speaksFrench } from '../bin/node-version.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs `npm ci` when what npm recorded in node_modules differs from the lockfile; otherwise takes milliseconds. */
export async function setUp() {
  const wanted = readJson(join(root, 'package-lock.json'));
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (missingPackages(wanted, installed).length === 0) return;
  checkWritable();
  await installWithProgress(Object.keys(wanted.packages).length);
}

/** The packages that the lockfile asks for and node_modules lacks or has in another version. */
export function missingPackages(wanted, installed) {
  const stands = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {})
    .filter(([path, entry]) => path.includes('node_modules/') && !isLeftOut(entry, stands[path]))
    .filter(([path, entry]) => !isSame(entry, stands[path]))
    .map(([path]) => path);
}

/** Packages for other platforms stand in the lockfile only. */
function isLeftOut(entry, installed) {
  return (entry.optional || entry.devOptional || entry.peer) && installed === undefined;
}

function isSame(entry, installed) {
  if (installed === undefined) return false;
  return entry.link ? installed.link === true : entry.version === installed.version;
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function inLanguage(en, fr) {
  return speaksFrench(process.env) ? fr : en;
}

function fail(en, fr) {
  console.error(inLanguage(en, fr));
  process.exit(1);
}

function checkWritable() {
  const folders = [root, join(root, 'node_modules')].filter((folder) => existsSync(folder));
  try {
    for (const folder of folders) accessSync(folder, constants.W_OK);
  } catch {
    fail(
      `The packages cannot be installed: you may not write into the folder ${root}.`,
      `Impossible d'installer les paquets : vous ne pouvez pas écrire dans le dossier ${root}.`,
    );
  }
}

async function installWithProgress(count) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  console.log(
    inLanguage(
      `Installing ${count} packages (once, about a minute)…`,
      `Installation de ${count} paquets (une seule fois, environ une minute)…`,
    ),
  );
  const ticker = setInterval(() => console.log(`  … ${seconds()} s`), 10_000);
  const failure = await runNpm();
  clearInterval(ticker);
  if (failure !== null) {
    fail(
      `The packages could not be installed (npm ci: ${failure}). npm's own words stand above; it needs the network this one time.`,
      `Les paquets n'ont pas pu être installés (npm ci : ${failure}). L'explication de npm est ci-dessus; le réseau est requis cette seule fois.`,
    );
  }
  console.log(inLanguage(`Installed in ${seconds()} s.`, `Installé en ${seconds()} s.`));
}

/** Null when it went well, else why not. */
function runNpm() {
  const { command, first } = npmCommand();
  const args = [...first, 'ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(code === 0 ? null : (signal ?? `code ${code}`)));
  });
}

/** npm as it was called, so that the same version does the work; else the one on the path. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return { command: process.execPath, first: [cli] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}
