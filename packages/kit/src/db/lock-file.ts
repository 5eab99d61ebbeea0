import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../errors.ts';
import { processStart, thisPlace } from './process-identity.ts';

/** Who holds a directory: enough to tell a living holder from a dead one whose number was given away again. */
interface Holder {
  readonly pid: number;
  readonly startedAt: string;
  /** Boot and process namespace (or host): only within it can a process number be checked. */
  readonly place: string;
  readonly host: string;
  readonly program: string;
  /** False while its process is still looking whether anybody else is there. */
  readonly isHeld: boolean;
}

export interface DirectoryLock {
  release(): Promise<void>;
}

const PREFIX = 'lading-lock-';
/** Only contenders that meet at the same moment need more than one. */
const ATTEMPTS = 40;
const LONGEST_PAUSE_MS = 100;
const BEAT_MS = 5_000;
/** A holder in another place (a container, a machine) is dead when it has not beaten for so long. */
const SILENCE_MS = 20_000;

/**
 * Takes the directory for this process, or throws `DIRECTORY_IN_USE`.
 *
 * Each contender first makes a file of its own (`O_EXCL`), then looks for others that live, and withdraws when
 * it finds one: whoever looks later sees the earlier, so there are never two holders, and since every name is
 * unique, removing a dead one's file can never remove a living one's. Two that meet while both still look both
 * withdraw and try again after a random pause. `patienceMs` is how long to wait for a holder to let go; by default
 * not at all.
 */
export async function takeLock(
  directory: string,
  { program, patienceMs = 0 }: { program: string; patienceMs?: number },
): Promise<DirectoryLock> {
  const until = performance.now() + patienceMs;
  const isPatient = () => performance.now() < until;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const self = await describeSelf(program);
  let other: Holder | undefined;
  for (let attempt = 0; attempt < ATTEMPTS || isPatient(); attempt += 1) {
    const path = join(directory, `${PREFIX}${process.pid}-${randomUUID()}`);
    await writeFile(path, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
    other = await findLivingOther(directory, path);
    if (!other) return hold(path, self);
    await rm(path, { force: true });
    if (other.isHeld && !isPatient()) break;
    await wait(Math.random() * LONGEST_PAUSE_MS);
  }
  throw inUseProblem(directory, other);
}

async function describeSelf(program: string): Promise<Holder> {
  return {
    pid: process.pid,
    startedAt: await processStart(process.pid),
    place: await thisPlace(),
    host: hostname(),
    program,
    isHeld: false,
  };
}

async function findLivingOther(directory: string, own: string): Promise<Holder | undefined> {
  const names = (await readdir(directory)).filter((name) => name.startsWith(PREFIX));
  for (const path of names.map((name) => join(directory, name))) {
    if (path === own) continue;
    const holder = await readHolder(path);
    if (await isAlive(path, holder)) return holder ?? unreadable;
    await rm(path, { force: true });
  }
  return undefined;
}

const unreadable: Holder = { pid: 0, startedAt: '', place: '', host: '', program: '?', isHeld: false };

/** Undefined while another contender is still writing it (or after it was cut off). */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' && value !== null && 'pid' in value && 'startedAt' in value && 'place' in value
  );
}

async function isAlive(path: string, holder: Holder | undefined): Promise<boolean> {
  if (holder && holder.place === (await thisPlace())) {
    const startedAt = await processStart(holder.pid);
    return startedAt !== '' && startedAt === holder.startedAt;
  }
  const touched = await stat(path).catch(() => undefined);
  return touched !== undefined && Date.now() - touched.mtimeMs < SILENCE_MS;
}

async function hold(path: string, self: Holder): Promise<DirectoryLock> {
  await writeFile(path, JSON.stringify({ ...self, isHeld: true }));
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => clearInterval(beat));
  }, BEAT_MS);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await rm(path, { force: true });
    },
  };
}

function inUseProblem(directory: string, holder: Holder | undefined): Problem {
  return new Problem({
    code: 'DIRECTORY_IN_USE',
    status: 409,
    text: {
      en: 'The directory {directory} is in use by {program} (process {pid}). Stop it first, or choose another directory.',
      fr: 'Le répertoire {directory} est utilisé par {program} (processus {pid}). Arrêtez-le d’abord ou choisissez un autre répertoire.',
    },
    params: { directory: resolve(directory), program: holder?.program ?? '?', pid: holder?.pid ?? '?' },
  });
}
