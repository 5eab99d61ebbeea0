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
export interface Load {
  send(call: Call): Promise<Reply>;
  /** The calls in turn, `times` in all. @throws Error where one is not answered with 200. */
  run(calls: readonly Call[], times: number): Promise<void>;
  /** An access token of the seeded application. */
  token(baseUrl: string): Promise<string>;
  close(): void;
}

/** The seeded application at the token endpoint. */
export const TOKEN_CALL = {
  path: '/security/v1/oauth/token',
  headers: {
    authorization: `Basic ${Buffer.from('sandbox-client:sandbox-secret').toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: 'grant_type=client_credentials',
} as const;

export function createLoad(connections: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (call: Call) => sendOnce(agent, call);
  return {
    send,
    run: async (calls, times) => {
      let sent = 0;
      const worker = async () => {
        for (let call = calls[sent % calls.length]; call && sent < times; call = calls[sent % calls.length]) {
          sent += 1;
          const { status, body } = await send(call);
          if (status !== 200)
            throw new Error(`${call.url} answered ${status}: ${body.toString().slice(0, 300)}`);
        }
      };
      await Promise.all(Array.from({ length: connections }, worker));
    },
    token: async (baseUrl) => {
      const { path, headers, body } = TOKEN_CALL;
      const answer = await send({ url: `${baseUrl}${path}`, headers, body });
      const { access_token: accessToken } = JSON.parse(answer.body.toString()) as { access_token: string };
      return accessToken;
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
