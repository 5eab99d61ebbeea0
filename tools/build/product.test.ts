import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../e2e/programs.ts';
import { root } from '../run.ts';
import { buildProduct } from './product.ts';

let folder = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(root, '.build-test-'));
  await buildProduct(folder);
}, 120_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the built command and waits for its health. */
async function start(port: number, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const program = pathToFileURL(join(folder, 'lading.mjs')).href;
  const code = `import('${program}').then(({ main }) => main(${JSON.stringify(args)}))`;
  const child = spawn(process.execPath, ['-e', code], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`The built program ended with ${child.exitCode}:\n${errors}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return { url, child };
    await wait(50);
  }
}

test('the built program starts without the sources’ compiler, finds its migrations and serves its screens', async () => {
  const [sandboxPort, hubPort] = [await freePort(), await freePort()];
  const sandbox = await start(sandboxPort, ['sandbox', '--port', String(sandboxPort)]);
  const hub = await start(hubPort, ['hub', '--port', String(hubPort), '--data', join(folder, 'data')], {
    LADING_HUB_DEMO: '1',
    LADING_HUB_CARRIER_URL: sandbox.url,
    LADING_HUB_CARRIER_CLIENT_ID: 'sandbox-client',
    LADING_HUB_CARRIER_CLIENT_SECRET: 'sandbox-secret',
    LADING_HUB_LOG: 'warn',
    DATABASE_URL: '',
  });
  const page = await (await fetch(hub.url)).text();
  const [, script = ''] = /<script[^>]*src="([^"]+)"/.exec(page) ?? [];
  expect((await fetch(new URL(script, hub.url))).headers.get('content-type')).toContain('javascript');
  const signedIn = await fetch(`${hub.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'alice@maple.example', password: 'lading-demo' }),
  });
  expect(signedIn.status).toBe(200);
  hub.child.kill('SIGTERM');
  await new Promise((resolve) => {
    hub.child.once('exit', resolve);
  });
  expect(hub.child.exitCode).toBe(0);
}, 120_000);

test('the SDK is one module that needs nothing beside it', async () => {
  const sdk: Record<string, unknown> = await import(pathToFileURL(join(folder, 'sdk', 'index.js')).href);
  expect(sdk.createClient).toBeTypeOf('function');
});
