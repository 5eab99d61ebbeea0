import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Secret } from '@lading/kit/config';
import { createLog } from '@lading/kit/log';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CarrierConfig, type OutgoingConfig, readOutgoing } from '../carrier-settings.ts';
import { createCarrierClients } from './client.ts';
import { troubleOf } from './faults.ts';
import { createOutgoingFetch } from './outgoing.ts';

const LOGIN = { user: 'lading', password: 'pa%ss wörd' };

let folder = '';
let world: WorldForTests;
let stranger: WorldForTests;
let proxy: Server;
/** What the proxy saw of each tunnel: where to, and with which login. */
let tunnels: { target: string; login: string | undefined }[] = [];
/** What the proxy answers instead of a tunnel. */
let refusal: string | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-outgoing-'));
  world = await startWorld({ tls: true, data: join(folder, 'world') });
  stranger = await startWorld({ tls: true, data: join(folder, 'stranger') });
  proxy = createServer().on('connect', (request, socket, head) => {
    const target = request.url ?? '';
    tunnels.push({ target, login: request.headers['proxy-authorization'] });
    if (refusal !== null) return void socket.end(`HTTP/1.1 ${refusal}\r\nContent-Length: 0\r\n\r\n`);
    const [host = '', port = ''] = target.split(':');
    const upstream = dial(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  tunnels = [];
  refusal = null;
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await world.close();
  await stranger.close();
  await rm(folder, { recursive: true, force: true });
});

const authority = (of = 'world') => join(folder, of, 'tls', 'ca.pem');
const proxyPort = () => (proxy.address() as AddressInfo).port;

function way(change: Partial<OutgoingConfig> = {}): OutgoingConfig {
  const login = `${LOGIN.user}:${encodeURIComponent(LOGIN.password)}`;
  const proxyUrl = new Secret(`http://${login}@127.0.0.1:${proxyPort()}`);
  return { proxyUrl, isForHttpsOnly: false, noProxy: '', caFile: authority(), ...change };
}

/** The token that the hub's own client of the SDK asks for, by the way given. */
async function ask(outgoing: OutgoingConfig) {
  const { clientId, clock } = world;
  const config: CarrierConfig = {
    environment: 'sandbox',
    baseUrl: world.baseUrl.replace('127.0.0.1', 'localhost'),
    clientId,
    clientSecret: new Secret(world.clientSecret),
  };
  const fetch = await createOutgoingFetch(outgoing);
  const client = createCarrierClients([config], { fetch, clock }).of('sandbox');
  if (!client) throw new Error('no client');
  return client.oauth.clientCredentials();
}

/** What people are told of a call that failed, and whether anything may have left. */
async function troubleWith(outgoing: OutgoingConfig) {
  const error: unknown = await ask(outgoing).then(
    () => null,
    (reason: unknown) => reason,
  );
  const { outcome } = error as { outcome?: string };
  return { code: troubleOf(error).code, outcome };
}

describe('the way to the carrier', () => {
  it('leads through the proxy, with its login, to a carrier of one’s own authority', async () => {
    expect((await ask(way())).status).toBe('approved');
    const basic = Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64');
    const target = new URL(world.baseUrl.replace('127.0.0.1', 'localhost')).host;
    expect(tunnels).toEqual([{ target, login: `Basic ${basic}` }]);
  });

  it('is direct with an authority alone, and where NO_PROXY says so', async () => {
    expect((await ask(way({ proxyUrl: null }))).status).toBe('approved');
    expect((await ask(way({ noProxy: 'localhost' }))).status).toBe('approved');
    expect(tunnels).toEqual([]);
  });

  it('is Node’s own where nothing is set', async () => {
    const none = { proxyUrl: null, isForHttpsOnly: true, noProxy: '', caFile: null };
    expect(await createOutgoingFetch(none)).toBe(globalThis.fetch);
  });

  it.each<[string, string | null, () => Partial<OutgoingConfig>, string]>([
    ['another authority', null, () => ({ caFile: authority('stranger') }), 'CERTIFICATE_REFUSED'],
    ['no authority', null, () => ({ caFile: null }), 'CERTIFICATE_REFUSED'],
    [
      'another authority and no proxy',
      null,
      () => ({ caFile: authority('stranger'), proxyUrl: null }),
      'CERTIFICATE_REFUSED',
    ],
    [
      'a login that the proxy refuses',
      '407 Proxy Authentication Required',
      () => ({}),
      'PROXY_CREDENTIALS_REFUSED',
    ],
    ['a proxy that does not let it through', '403 Forbidden', () => ({}), 'PROXY_REFUSED'],
    ['a proxy whose own way is broken', '502 Bad Gateway', () => ({}), 'PROXY_REFUSED'],
    [
      'no proxy at the address',
      null,
      () => ({ proxyUrl: new Secret('http://127.0.0.1:1') }),
      'PROXY_UNREACHED',
    ],
    [
      'a proxy that is not believed',
      null,
      () => ({ proxyUrl: new Secret(stranger.baseUrl) }),
      'PROXY_UNTRUSTED',
    ],
    ['a server that is no proxy', null, () => ({ proxyUrl: new Secret(world.baseUrl) }), 'PROXY_UNREACHED'],
  ])('ends with a name where there is %s, and nothing was sent', async (_name, status, change, code) => {
    refusal = status;
    expect(await troubleWith(way(change()))).toEqual({ code, outcome: 'not-sent' });
  });

  it('never tells the proxy’s login: not in errors, not in logs', async () => {
    refusal = '407 Proxy Authentication Required';
    const lines: string[] = [];
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const log = createLog({ name: 'test', level: 'trace', destination: sink });
    const outgoing = way();
    const error: unknown = await ask(outgoing).catch((reason: unknown) => reason);
    log.warn({ err: error, config: outgoing }, 'the carrier could not be asked');
    const told = lines.join('\n') + JSON.stringify(outgoing) + String((error as Error).stack);
    expect(lines.length).toBeGreaterThan(0);
    const encoded = encodeURIComponent(LOGIN.password);
    const basic = Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64');
    for (const secret of [LOGIN.password, encoded, basic]) expect(told).not.toContain(secret);
  });

  it('is not begun with a file that holds no certificate', async () => {
    const path = join(folder, 'empty.pem');
    await writeFile(path, 'nothing');
    await expect(createOutgoingFetch(way({ caFile: path }))).rejects.toThrow('LADING_HUB_CA_FILE');
    await expect(createOutgoingFetch(way({ caFile: join(folder, 'gone') }))).rejects.toThrow(
      'LADING_HUB_CA_FILE',
    );
  });
});

describe('the settings of the way', () => {
  const usual = { HTTPS_PROXY: 'http://usual:8080', NO_PROXY: 'localhost' };

  it('follow what every program is told, for https alone', () => {
    const read = readOutgoing(usual);
    expect(read.proxyUrl?.reveal()).toBe('http://usual:8080');
    expect(read).toMatchObject({ isForHttpsOnly: true, noProxy: 'localhost', caFile: null });
    expect(readOutgoing({ https_proxy: 'http://small:1' }).proxyUrl?.reveal()).toBe('http://small:1');
  });

  it('follow our own settings first', () => {
    const read = readOutgoing({
      ...usual,
      LADING_HUB_PROXY_URL: 'http://own:1',
      LADING_HUB_NO_PROXY: 'ups.com',
    });
    expect(read.proxyUrl?.reveal()).toBe('http://own:1');
    expect(read).toMatchObject({ isForHttpsOnly: false, noProxy: 'ups.com' });
  });

  it.each([
    [{ LADING_HUB_PROXY_URL: 'socks5://u:hush@proxy:1' }, 'LADING_HUB_PROXY_URL'],
    [{ HTTPS_PROXY: 'u:hush@proxy:1' }, 'HTTPS_PROXY'],
  ])('refuse what is no proxy, without repeating it: %#', (env, name) => {
    expect(() => readOutgoing(env)).toThrow(name);
    expect(() => readOutgoing(env)).not.toThrow('hush');
  });
});
