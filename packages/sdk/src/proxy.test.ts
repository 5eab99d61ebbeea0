import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { Agent, type Dispatcher, fetch, ProxyAgent } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';

/** A `fetch` that believes this certificate authority (PEM) and no other. */
function withAuthority(ca: string): typeof globalThis.fetch {
  return through(new Agent({ connect: { ca } }));
}

/** A `fetch` that goes through a proxy and believes this certificate authority behind it. */
function throughProxy(uri: string, ca: string): typeof globalThis.fetch {
  return through(new ProxyAgent({ uri, requestTls: { ca } }));
}

/** Types of Node's fetch and of the package differ in what the SDK does not use. */
function through(dispatcher: Dispatcher): typeof globalThis.fetch {
  const call = (url: string, init: object) => fetch(url, { ...init, dispatcher });
  return call as unknown as typeof globalThis.fetch;
}

let folder = '';
let world: WorldForTests;
let authority = '';
let proxy: Server;
const tunnels: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-sdk-tls-'));
  world = await startWorld({ tls: true, data: folder });
  authority = await readFile(join(folder, 'tls', 'ca.pem'), 'utf8');
  proxy = createServer().on('connect', (request, socket, head) => {
    tunnels.push(request.url ?? '');
    const [host = '', port = ''] = (request.url ?? '').split(':');
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

afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

function ask(fetch?: typeof globalThis.fetch) {
  const { baseUrl, clientId, clientSecret, clock } = world;
  const environment = { baseUrl: baseUrl.replace('127.0.0.1', 'localhost') };
  const retry = { attempts: 1 };
  const options = { environment, clientId, clientSecret, clock, retry };
  return createClient(fetch === undefined ? options : { ...options, fetch }).oauth.clientCredentials();
}

describe('a carrier behind a certificate authority of one’s own', () => {
  it('is not believed by the fetch of Node', async () => {
    await expect(ask()).rejects.toMatchObject({
      code: 'NOT_CONNECTED',
      outcome: 'not-sent',
      retryable: false,
    });
  });

  it('is reached with the authority', async () => {
    expect((await ask(withAuthority(authority))).status).toBe('approved');
  });

  it('is reached through a proxy', async () => {
    const { port } = proxy.address() as AddressInfo;
    const token = await ask(throughProxy(`http://127.0.0.1:${port}`, authority));
    expect(token.status).toBe('approved');
    expect(tunnels).toEqual([new URL(world.baseUrl.replace('127.0.0.1', 'localhost')).host]);
  });

  it('is not reached through a proxy that is not there, and nothing was sent', async () => {
    const call = ask(throughProxy('http://127.0.0.1:1', authority));
    await expect(call).rejects.toMatchObject({ code: 'NOT_CONNECTED', outcome: 'not-sent' });
  });
});
