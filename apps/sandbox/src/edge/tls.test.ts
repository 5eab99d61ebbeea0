import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type RequestOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, connect as tlsConnect } from 'node:tls';
import { createLog } from '@lading/kit/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../start.ts';
import { createAuthority, issueServer } from './certificates.ts';
import { openTls } from './tls.ts';

const NAMES = ['localhost', '127.0.0.1', '::1', 'wwwcie.ups.com', 'onlinetools.ups.com'];
const NOW = Date.parse('2026-11-21T12:00:00Z');
const log = createLog({ name: 'sandbox', level: 'silent' });
const YEAR_MS = 365 * 86_400_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-tls-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a sandbox with TLS', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, log, tls: true });
  });
  afterAll(() => sandbox.close());

  /** A client that has the host burnt in; only the look-up of its name leads here. */
  const health = async (hostname: string, ca: string | undefined): Promise<unknown> => {
    const { port } = new URL(sandbox.url);
    const lookup: RequestOptions['lookup'] = (_name, options, found) =>
      options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4);
    const asked = request({ hostname, port, path: '/_sandbox/health', lookup, ...(ca ? { ca } : {}) });
    asked.end();
    const [response] = await once(asked, 'response');
    let text = '';
    for await (const part of response) text += part;
    return JSON.parse(text);
  };

  it.each([
    ['localhost', ''],
    ['127.0.0.1', ''],
    ['wwwcie.ups.com', 'test'],
    ['onlinetools.ups.com', ''],
  ])('is trusted as %s by a client that trusts the file of the authority', async (hostname, world) => {
    expect(sandbox.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const ca = await readFile(sandbox.caFile ?? '', 'utf8');
    expect(await health(hostname, ca)).toMatchObject({ status: 'ok', world });
  });

  it('is refused by a client that does not, and under any other name', async () => {
    await expect(health('localhost', undefined)).rejects.toThrow(/certificate/);
    const ca = await readFile(sandbox.caFile ?? '', 'utf8');
    await expect(health('www.ups.com', ca)).rejects.toThrow(/altnames/);
  });

  it('in memory keeps its authority nowhere', async () => {
    const own = await startSandbox({ port: 0, log, tls: true });
    const { caFile = '' } = own;
    expect(await stat(caFile)).toBeDefined();
    await own.close();
    await expect(stat(caFile)).rejects.toThrow(/ENOENT/);
  });

  it('with a folder keeps it from one start to the next, the key for its owner alone', async () => {
    const read = async (): Promise<string> => {
      const own = await startSandbox({ port: 0, log, tls: true, data: join(folder, 'world') });
      await own.close();
      return readFile(own.caFile ?? '', 'utf8');
    };
    expect(await read()).toBe(await read());
    expect((await stat(join(folder, 'world', 'tls', 'ca-key.pem'))).mode & 0o777).toBe(0o600);
  });
});

describe('the authority', () => {
  const at = (name: string) => join(folder, name);

  it('is made anew a month before its end, and not before', async () => {
    const caAt = async (now: number): Promise<string> =>
      readFile((await openTls({ folder: at('aging'), names: NAMES, now })).caFile, 'utf8');
    const first = await caAt(NOW);
    expect(await caAt(NOW + 9.8 * YEAR_MS)).toBe(first);
    expect(await caAt(NOW + 9.95 * YEAR_MS)).not.toBe(first);
  });

  it.each([
    ['a certificate that is none', 'ca.pem', 'nothing'],
    ['a key that is none', 'ca-key.pem', 'nothing'],
  ])('with %s stops the start with one sentence', async (name, file, text) => {
    await openTls({ folder: at(name), names: NAMES, now: NOW });
    await writeFile(join(at(name), file), text);
    await expect(openTls({ folder: at(name), names: NAMES, now: NOW })).rejects.toThrow(/cannot be read/);
  });

  it('with the key of another stops the start too', async () => {
    for (const name of ['one', 'two']) await openTls({ folder: at(name), names: NAMES, now: NOW });
    await writeFile(join(at('one'), 'ca-key.pem'), await readFile(join(at('two'), 'ca-key.pem')));
    await expect(openTls({ folder: at('one'), names: NAMES, now: NOW })).rejects.toThrow(/cannot be read/);
  });

  it('that lost a file is made anew', async () => {
    await openTls({ folder: at('half'), names: NAMES, now: NOW });
    await rm(join(at('half'), 'ca-key.pem'));
    await expect(openTls({ folder: at('half'), names: NAMES, now: NOW })).resolves.toBeDefined();
  });

  it('issues certificates for the names, for a year and a month', async () => {
    const authority = await createAuthority(NAMES, NOW);
    const issued = new X509Certificate((await issueServer(authority, NAMES, NOW)).certificate);
    expect(issued.checkIssued(new X509Certificate(authority.certificate))).toBe(true);
    expect(issued.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
    for (const name of ['localhost', 'wwwcie.ups.com', 'onlinetools.ups.com']) {
      expect(issued.checkHost(name)).toBe(name);
    }
    expect(issued.checkIP('::1')).toBe('::1');
    expect(issued.ca).toBe(false);
    expect(Date.parse(issued.validTo) - Date.parse(issued.validFrom)).toBe(397 * 86_400_000);
  });

  it.each(['bank.example', '192.0.2.1'])(
    'is trusted for its own names alone: a certificate for %s is worth nothing',
    async (name) => {
      const authority = await createAuthority(NAMES, Date.now());
      const { certificate, key } = await issueServer(authority, [name], Date.now());
      const server = createServer({ cert: certificate, key }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as { port: number };
      const socket = tlsConnect({
        host: '127.0.0.1',
        port,
        ca: authority.certificate,
        servername: 'bank.example',
      });
      const [error] = await once(socket, 'error');
      expect(error.message).toContain('permitted subtree violation');
      server.close();
    },
  );
});
