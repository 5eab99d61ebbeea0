/**
 * Reads a day of Quantum View files by date, which takes nothing from anybody, and prints what they hold.
 *
 *   npx tsx examples/quantum-view.ts Outbound Inbound
 */
import { exampleClient, exampleNow, runExample } from './settings.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const names = process.argv.length > 2 ? process.argv.slice(2) : ['Outbound'];

await runExample(async () => {
  const to = exampleNow();
  const from = new Date(to.getTime() - DAY_MS);
  for await (const item of exampleClient().quantumView.files({ names, from, to })) {
    if (item.kind === 'warning') console.warn(`${item.code}: ${item.text}`);
    if (item.kind === 'subscription') console.log(`${item.name} (${item.number}), status ${item.status}`);
    if (item.kind !== 'file') continue;
    const { manifests, origins, exceptions, deliveries, generics } = item;
    const counts = { manifests, origins, exceptions, deliveries, generics };
    const words = Object.entries(counts).map(([kind, records]) => `${records.length} ${kind}`);
    console.log(`  ${item.fileName}: ${words.join(', ')}`);
    for (const { TrackingNumber, Date: day, DeliveryLocation } of deliveries) {
      const place = DeliveryLocation?.Description ?? 'place not told';
      console.log(`    ${TrackingNumber} delivered ${day}, ${place}`);
    }
  }
});
