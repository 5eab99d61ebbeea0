import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, launch, type Program, startProgram } from '../../../e2e/programs.ts';

let folder = '';
const running: Program[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-cli-'));
});

afterAll(async () => {
  await Promise.all(running.map((program) => program.kill()));
  await rm(folder, { recursive: true, force: true });
});

/** A command that is expected to refuse: its exit code and what it said. */
async function refused(...args: string[]): Promise<{ code: number | null; said: string }> {
  const program = launch({ args, port: 0, env: { LC_ALL: 'C' } });
  running.push(program);
  return { code: await program.gone, said: program.output().trim() };
}

describe('lading sandbox', () => {
  test('prints its address, answers, and ends cleanly on SIGTERM', async () => {
    const port = await freePort();
    const program = await startProgram({ args: ['sandbox', '--port', String(port)], port });
    running.push(program);
    const health = await fetch(`${program.url}/_sandbox/health`);
    expect(await health.json()).toMatchObject({ status: 'ok' });
    expect(await program.stop()).toBe(0);
    expect(program.output()).toContain(`ready at ${program.url}`);
  });

  test('lets the hub that it is told of return to it, again after a restart', async () => {
    const port = await freePort();
    const args = ['sandbox', '--port', String(port), '--data', join(folder, 'world')];
    const env = { LADING_SANDBOX_HUB_URL: 'http://127.0.0.1:4999/' };
    for (const _start of ['first', 'second']) {
      const program = await startProgram({ args, port, env });
      running.push(program);
      const query = new URLSearchParams({
        client_id: 'sandbox-client',
        redirect_uri: 'http://127.0.0.1:4999/integrations/callback',
        response_type: 'code',
        state: 's',
      });
      const answer = await fetch(`${program.url}/security/v1/oauth/authorize?${query}`, {
        redirect: 'manual',
      });
      const { origin, pathname } = new URL(answer.headers.get('location') ?? '');
      expect({ status: answer.status, origin, pathname }).toEqual({
        status: 302,
        origin: program.url,
        pathname: '/login',
      });
      expect(await program.stop()).toBe(0);
    }
  });

  test('speaks HTTPS, imitates and answers by the files where it is told so, and says whom to trust', async () => {
    const port = await freePort();
    const data = join(folder, 'secure');
    const options = ['--tls', '--as', 'cie', '--profile', 'published', '--data', data];
    const program = launch({ args: ['sandbox', '--port', String(port), ...options], port, env: {} });
    running.push(program);
    await expect.poll(() => program.output(), { timeout: 30_000 }).toContain('kept in');
    const caFile = join(data, 'tls', 'ca.pem');
    expect(program.output()).toContain(`NODE_EXTRA_CA_CERTS=${caFile}`);
    const asked = `fetch('https://localhost:${port}/_sandbox/settings').then((a) => a.text()).then(console.log)`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', asked], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
    });
    expect(JSON.parse(stdout)).toEqual({ rules: 'today', profile: 'published', imitates: 'cie' });
    expect(await program.stop()).toBe(0);
  });

  test('takes what its options leave out from the environment', async () => {
    const port = await freePort();
    const env = {
      LADING_SANDBOX_PORT: String(port),
      LADING_SANDBOX_RULES: 'guide',
      LADING_SANDBOX_STRICT: '0',
    };
    const program = await startProgram({ args: ['sandbox', '--profile', 'published'], port, env });
    running.push(program);
    const settings = await fetch(`${program.url}/_sandbox/settings`);
    expect(await settings.json()).toEqual({ rules: 'guide', profile: 'published', imitates: null });
    expect(await program.stop()).toBe(0);
  });

  test('speaks French where it is asked to', async () => {
    const port = await freePort();
    const args = ['sandbox', '--port', String(port), '--language', 'fr'];
    const program = await startProgram({ args, port });
    running.push(program);
    await program.stop();
    expect(program.output()).toContain('Le bac à sable du transporteur est prêt');
  });
});

describe('lading up', () => {
  test('starts hub and sandbox, says the one thing to do next, and holds its folder alone', async () => {
    const [hubPort, sandboxPort] = [await freePort(), await freePort()];
    const data = join(folder, 'up');
    const args = ['up', '--hub-port', String(hubPort), '--sandbox-port', String(sandboxPort), '--data', data];
    const program = await startProgram({ args, port: hubPort, env: { LC_ALL: 'C' } });
    running.push(program);
    await expect.poll(() => program.output(), { timeout: 30_000 }).toContain('Ctrl-C ends both');
    for (const part of [
      ...[program.url, `http://127.0.0.1:${sandboxPort}`, 'alice@maple.example', 'lading-demo'],
      ...['subscriptions Outbound, Inbound, ThirdParty', 'Manage Integrations', 'il_support / sandbox-pass'],
    ]) {
      expect(program.output().replaceAll(/\s+/g, ' ')).toContain(part);
    }
    expect(program.output()).not.toMatch(/Unassociated|Dormant/);

    const second = await refused('up', '--hub-port', '0', '--sandbox-port', '0', '--data', data);
    expect(second.said).toMatch(/The directory .*sandbox is in use by .*\(process \d+\)/);
    expect(second.code).toBe(1);
    const third = await refused('up', '--hub-port', String(hubPort), '--sandbox-port', '0', '--data', data);
    expect(third.said).toContain(`choose another port: npm start -- --hub-port ${hubPort + 10}`);
    expect(await program.stop()).toBe(0);
  }, 120_000);
});

describe('one sentence says why a command cannot run', () => {
  test('a taken port', async () => {
    const holder = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => {
      holder.listen(port, '127.0.0.1', resolve);
    });
    const { code, said } = await refused('sandbox', '--port', String(port));
    await new Promise((resolve) => {
      holder.close(resolve);
    });
    expect(said).toBe(
      `Port ${port} is already in use on 127.0.0.1. Stop the other program, or choose another port.`,
    );
    expect(code).toBe(1);
  });

  test('a directory that another sandbox uses', async () => {
    const port = await freePort();
    const data = join(folder, 'held');
    const first = await startProgram({ args: ['sandbox', '--port', String(port), '--data', data], port });
    running.push(first);
    const { code, said } = await refused('sandbox', '--port', '0', '--data', data);
    expect(said).toMatch(/^The directory .*held is in use by .* \(process \d+\)\./);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
    await first.stop();
  });

  test('a file where a folder is needed', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, said } = await refused('sandbox', '--port', '0', '--data', join(file, 'world'));
    expect(said).toMatch(
      /a-file.* cannot be a folder: a file stands in its place\. Choose another folder\.$/,
    );
    expect(code).toBe(1);
  });

  test.concurrent.each([
    ['an unknown command', ['ship'], 'There is no command “ship”; lading --help lists them.'],
    ['an unknown option', ['sandbox', '--tide'], 'There is no option “--tide” here; --help lists them.'],
    ['two options that contradict', ['sandbox', '--memory', '--data', 'x'], /contradicts another one\.$/],
    ['a port that is none', ['sandbox', '--port', 'x'], /cannot be used; --help says what it takes\.$/],
    ['an environment that is none', ['sandbox', '--as', 'production'], /“--as .*” cannot be used/],
    ['a profile that is none', ['sandbox', '--profile', 'guessed'], /“--profile .*” cannot be used/],
    ['an address that is none', ['sandbox', '--public-url', 'example'], /“--public-url .*” cannot be used/],
    [
      'an API that is none',
      ['sandbox', '--port', '0', '--products', 'ratings'],
      /^There is no API named “ratings”/,
    ],
    [
      'an address of another machine',
      ['sandbox', '--port', '0', '--host', 'nowhere.invalid'],
      'The address nowhere.invalid does not belong to this machine.',
    ],
    ['a clock that is none', ['sandbox', '--port', '0', '--clock', 'noon'], /noon/],
    [
      'a foretellable world open to others',
      ['sandbox', '--port', '0', '--seed', '1', '--host', '0.0.0.0'],
      /./,
    ],
    ['a hub without its client', ['hub'], /^The setting LADING_HUB_\w+ is not usable: it is missing\.$/],
  ])('%s', async (_sentence, args, sentence) => {
    const { code, said } = await refused(...args);
    expect(said).toMatch(sentence);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBeGreaterThan(0);
  });

  test('without a command it shows its help', async () => {
    const { code, said } = await refused();
    expect(said).toMatch(/^Usage: lading/);
    expect(said).toContain('sandbox [options]');
    expect(said).not.toContain('outputHelp');
    expect(code).toBe(2);
  });
});
