import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, launch, type Program, startProgram } from '../../../../e2e/programs.ts';

let folder = '';
const running: Program[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-init-'));
});
afterAll(async () => {
  await Promise.all(running.map((program) => program.kill()));
  await rm(folder, { recursive: true, force: true });
});

async function init(data: string, port: number, ...more: string[]) {
  const named = ['--company', 'Northern Mills', '--administrator', 'ada@mills.example'];
  const place = ['--data', data, '--port', String(port), '--zone', 'America/Halifax'];
  const program = launch({ args: ['init', ...named, ...place, ...more], port: 0, env: { LC_ALL: 'C' } });
  running.push(program);
  return { code: await program.gone, said: program.output() };
}

describe('lading init', () => {
  test('makes a hub without a known login, whose first administrator comes by the link', async () => {
    const port = await freePort();
    const data = join(folder, 'mills');
    const { code, said } = await init(data, port);
    expect(code).toBe(0);
    expect((await stat(join(data, 'hub.env'))).mode & 0o777).toBe(0o600);
    const token = new URL(/http\S+token=\S+/.exec(said)?.[0] ?? '').searchParams.get('token');

    const hub = await startProgram({ args: ['hub', '--data', data], port });
    running.push(hub);
    const send = (path: string, body: object) =>
      fetch(`${hub.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const demo = await send('/session', { email: 'alice@maple.example', password: 'lading-demo' });
    expect(demo.status).toBe(401);
    const password = 'quiet harbour at dawn';
    const accepted = await send('/invitations/accept', { token, name: 'Ada Roy', password });
    expect(accepted.status).toBe(204);
    const session = await send('/session', { email: 'ada@mills.example', password });
    expect(await session.json()).toMatchObject({
      company: { name: 'Northern Mills', role: 'administrator', zone: 'America/Halifax' },
      environment: 'production',
    });
    expect(await hub.stop()).toBe(0);
  }, 120_000);

  test('never writes over the settings of a hub', async () => {
    const data = join(folder, 'twice');
    const port = await freePort();
    expect((await init(data, port)).code).toBe(0);
    const before = await readFile(join(data, 'hub.env'), 'utf8');
    const { code, said } = await init(data, port);
    expect(code).toBe(1);
    expect(said).toContain('holds the key of a hub');
    expect(await readFile(join(data, 'hub.env'), 'utf8')).toBe(before);
  }, 120_000);

  test('leaves nothing behind where a value cannot be used', async () => {
    const data = join(folder, 'nowhere');
    const { code, said } = await init(data, await freePort(), '--zone', 'Atlantis/Capital');
    expect(code).toBe(1);
    expect(said).toContain('zone');
    await expect(stat(join(data, 'hub.env'))).rejects.toThrow('ENOENT');
  }, 120_000);
});
