import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { listen } from './listen.ts';
import { createServer, type Server } from './server.ts';

const servers: Server[] = [];
const log = createLog({ name: 'test', level: 'silent' });

async function make(): Promise<Server> {
  const server = await createServer({ log });
  servers.push(server);
  return server;
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe('listen', () => {
  it('gives the real address when any free port will do', async () => {
    const server = await make();
    server.get('/health', async () => ({ ok: true }));
    const { url, port } = await listen(server, { host: '127.0.0.1', port: 0 });
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ ok: true });
  });

  it('says in one sentence that a port is taken', async () => {
    const { port } = await listen(await make(), { host: '127.0.0.1', port: 0 });
    const second = listen(await make(), { host: '127.0.0.1', port });
    await expect(second).rejects.toMatchObject({ code: 'PORT_IN_USE', params: { port } });
    await expect(second).rejects.toThrow(`Port ${port} is already in use`);
  });

  it('says in one sentence that an address is not of this machine', async () => {
    const elsewhere = listen(await make(), { host: '203.0.113.7', port: 0 });
    await expect(elsewhere).rejects.toMatchObject({ code: 'ADDRESS_NOT_AVAILABLE' });
  });
});
