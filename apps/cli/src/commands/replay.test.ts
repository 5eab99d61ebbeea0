import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, launch, type Program, startProgram } from '../../../../e2e/programs.ts';

let folder = '';
const running: Program[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-replay-'));
});
afterAll(async () => {
  await Promise.all(running.map((program) => program.kill()));
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const program = launch({ args, port: 0, env: { LC_ALL: 'C' } });
  running.push(program);
  return { code: await program.gone, said: program.output() };
}

const times = ['--from', '2026-11-01', '--to', '2026-12-01T00:00:00Z'];

describe('lading replay', () => {
  test('reads a hub’s archive, and refuses one that another program holds', {
    timeout: 120_000,
  }, async () => {
    const data = join(folder, 'mills');
    const port = await freePort();
    const named = ['--company', 'Northern Mills', '--administrator', 'ada@mills.example'];
    await run('init', ...named, '--data', data, '--port', String(port), '--zone', 'America/Halifax');
    const alone = await run('replay', ...times, '--data', data);
    expect(alone).toMatchObject({ code: 0, said: expect.stringContaining('0 answers read anew') });
    running.push(await startProgram({ args: ['hub', '--data', data], port }));
    const beside = await run('replay', ...times, '--data', data);
    expect(beside.code).not.toBe(0);
    expect(beside.said).toContain('lading hub');
  });

  test.each([
    ['a day that is none', '2026-13-01'],
    ['a time without a zone', '2026-11-01T10:00:00'],
  ])('refuses %s', async (_name, from) => {
    const { code } = await run('replay', '--from', from, '--to', '2026-12-01');
    expect(code).not.toBe(0);
  });
});
