import { type Client, type ConnectionOptions, createClient, isCarrierFault } from '@lading/sdk';

/** The sandbox of `npm start`, or what the environment names. */
export const exampleAddress = addressFrom(process.env);

/**
 * Examples ship, book and read what is read once. On this machine that costs nothing; any other host is asked only
 * where it is named once more in `LADING_EXAMPLE_HOST`.
 * @throws Error that says so
 */
export function addressFrom(env: Readonly<Record<string, string | undefined>>): string {
  const address = env.LADING_EXAMPLE_URL ?? 'http://127.0.0.1:3100';
  const { hostname } = new URL(address);
  const isThisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  if (isThisMachine || env.LADING_EXAMPLE_HOST === hostname) return address;
  throw new Error(
    `${hostname} is not this machine, and examples may cost something there. If you mean it: LADING_EXAMPLE_HOST=${hostname}`,
  );
}

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
