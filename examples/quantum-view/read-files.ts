/**
 * Reads a day of Quantum View files by date, which takes nothing from anybody, and prints what they hold.
 *
 *   npx tsx examples/quantum-view/read-files.ts Outbound Inbound
 *
 * Without further settings it asks the sandbox of `npm start`.
 */
import { createClient, isCarrierFault } from '@lading/sdk';

const DAY_MS = 24 * 60 * 60 * 1000;

const client = createClient({
  environment: { baseUrl: process.env.LADING_EXAMPLE_URL ?? 'http://127.0.0.1:3100' },
  clientId: process.env.LADING_EXAMPLE_CLIENT_ID ?? 'sandbox-client',
  clientSecret: process.env.LADING_EXAMPLE_CLIENT_SECRET ?? 'sandbox-secret',
});

/** A sandbox can have a time of its own; the real carrier's is today. */
const now = new Date(process.env.LADING_EXAMPLE_NOW ?? Date.now());

async function readFiles(names: readonly string[]): Promise<void> {
  for await (const item of client.quantumView.files({
    names,
    from: new Date(now.getTime() - DAY_MS),
    to: now,
  })) {
    if (item.kind === 'warning') console.warn(`${item.code}: ${item.text}`);
    if (item.kind === 'subscription') console.log(`${item.name} (${item.number}), status ${item.status}`);
    if (item.kind !== 'file') continue;
    const { manifests, origins, exceptions, deliveries, generics } = item;
    const counts = { manifests, origins, exceptions, deliveries, generics };
    const words = Object.entries(counts).map(([kind, records]) => `${records.length} ${kind}`);
    console.log(`  ${item.fileName}: ${words.join(', ')}`);
    for (const { TrackingNumber, Date: day, DeliveryLocation } of deliveries) {
      console.log(
        `    ${TrackingNumber} delivered ${day}, ${DeliveryLocation?.Description ?? 'place not told'}`,
      );
    }
  }
}

try {
  await readFiles(process.argv.length > 2 ? process.argv.slice(2) : ['Outbound']);
} catch (error) {
  if (!isCarrierFault(error)) throw error;
  console.error(`${error.message} (${error.outcome})${error.hint ? `\n${error.hint.en}` : ''}`);
  process.exitCode = 1;
}
