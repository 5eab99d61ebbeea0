import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy of a company's network, which leads one host to a port of this machine and no other host anywhere. */
export interface Tunnel {
  readonly url: string;
  /** The hosts that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startTunnel(host: string, port: number): Promise<Tunnel> {
  const asked: string[] = [];
  const server = createServer().on('connect', (request, socket, head) => {
    asked.push(request.url ?? '');
    if (request.url !== host) return void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
