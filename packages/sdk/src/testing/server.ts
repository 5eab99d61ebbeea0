import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface TestServer {
  readonly baseUrl: string;
  /** In the order in which their bodies were complete. */
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

/** Answers one request; the last of several goes on answering. */
export type Reply = (response: ServerResponse, request: SeenRequest) => void;

/** A real server on a free port of this machine that answers as told. */
export async function startServer(...replies: readonly Reply[]): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
      requests.push(seen);
      replies[Math.min(requests.length, replies.length) - 1]?.(response, seen);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { baseUrl: `http://127.0.0.1:${port}`, requests, close };
}

/** A complete JSON answer. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** A refusal in the carrier's envelope. */
export function refusal(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return json({ response: { errors: [{ code, message }] } }, status, headers);
}

/** Promises a long answer, sends a piece of it, and cuts the connection. */
export function cut(piece = '{"QuantumView'): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write(piece, () => response.socket?.destroy());
  };
}

/** Takes the request and closes without a word. */
export const hangUp: Reply = (response) => response.socket?.destroy();

/** Takes the request and never answers. */
export const silence: Reply = () => undefined;

/** Begins an answer and never ends it. */
export const stall: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"Quantum');
};

/** An address of this machine where nobody listens. */
export async function closedAddress(): Promise<string> {
  const server = await startServer(silence);
  await server.close();
  return server.baseUrl;
}
