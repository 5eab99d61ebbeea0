import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** When a process of this machine started, as an opaque word; empty when there is no such process. */
export async function processStart(pid: number): Promise<string> {
  if (process.platform === 'linux') return startFromProc(pid);
  if (!exists(pid)) return '';
  return process.platform === 'win32' ? 'running' : startFromPs(pid);
}

/** `/proc/<pid>/stat`, member 22: clock ticks since boot. A zombie (state Z) has ended. */
async function startFromProc(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const members = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return members[0] === 'Z' || members[0] === 'X' ? '' : (members[19] ?? '');
}

async function startFromPs(pid: number): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim();
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

let place: Promise<string> | undefined;

/** Where process numbers mean the same: on Linux one boot and one process namespace, else one host. */
export function thisPlace(): Promise<string> {
  place ??= findPlace();
  return place;
}

async function findPlace(): Promise<string> {
  if (process.platform !== 'linux') return hostname();
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => hostname());
  const namespace = await readlink('/proc/self/ns/pid').catch(() => 'pid');
  return `${boot.trim()} ${namespace}`;
}
