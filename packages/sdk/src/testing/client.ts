import { type Client, createClient } from '../client.ts';
import type { ConnectionOptions } from '../connection.ts';

export interface TestClient extends Client {
  /** The waits between attempts, in milliseconds, none of which was waited. */
  readonly waits: readonly number[];
}

/** A client that never really waits, always draws the longest jitter, and is not slowed by retries. */
export function testClient(baseUrl: string, options: Partial<ConnectionOptions> = {}): TestClient {
  const waits: number[] = [];
  const client = createClient({
    environment: { baseUrl },
    clientId: 'client-1',
    clientSecret: 'secret-1',
    access: { kind: 'token', accessToken: 'token-1' },
    random: () => 1,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
    },
    ...options,
  });
  return { ...client, waits };
}
