import { type Client, type ConnectionOptions, createClient, isCarrierFault } from '@lading/sdk';

/** The sandbox of `npm start`, or what the environment names. */
export const exampleAddress = process.env.LADING_EXAMPLE_URL ?? 'http://127.0.0.1:3100';

/** A client of the sandbox of `npm start`, or of what the environment names. */
export function exampleClient(more: Partial<ConnectionOptions> = {}): Client {
  return createClient({
    environment: { baseUrl: exampleAddress },
    clientId: process.env.LADING_EXAMPLE_CLIENT_ID ?? 'sandbox-client',
    clientSecret: process.env.LADING_EXAMPLE_CLIENT_SECRET ?? 'sandbox-secret',
    ...more,
  });
}

/** A sandbox can have a time of its own; the real carrier's is today. */
export function exampleNow(): Date {
  return new Date(process.env.LADING_EXAMPLE_NOW ?? Date.now());
}

/** Runs an example and says in words what the carrier refused. */
export async function runExample(example: () => Promise<void>): Promise<void> {
  try {
    await example();
  } catch (error) {
    if (!isCarrierFault(error)) throw error;
    console.error(`${error.message} (${error.outcome})`);
    for (const advice of [error.hint, error.howToLook]) if (advice !== undefined) console.error(advice.en);
    process.exitCode = 1;
  }
}
