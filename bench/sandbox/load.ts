import { Agent, request } from 'node:http';

export interface Call {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Connections that stay open, as a client of a server keeps them. */
export function createLoad(connections: number): {
  send(call: Call): Promise<Reply>;
  run(call: Call, times: number): Promise<void>;
  close(): void;
} {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (call: Call) => sendOnce(agent, call);
  return {
    send,
    run: async (call, times) => {
      let left = times;
      const worker = async () => {
        while (left > 0) {
          left -= 1;
          const { status, body } = await send(call);
          if (status !== 200)
            throw new Error(`${call.url} answered ${status}: ${body.toString().slice(0, 300)}`);
        }
      };
      await Promise.all(Array.from({ length: connections }, worker));
    },
    close: () => agent.destroy(),
  };
}

function sendOnce(agent: Agent, { url, headers, body }: Call): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('error', reject);
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            contentType: String(answer.headers['content-type']),
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
