import type { DatabaseLocation } from '@lading/kit/db/open';
import { answerBytes, eventsIn } from './feed.ts';
import type { Grown } from './growth.ts';
import { openHubSide } from './hub-side.ts';

const order: { location: DatabaseLocation; events: [number, number] } = JSON.parse(process.argv[2] ?? '');
const side = await openHubSide(order.location);
let index = 0;
let events = 0;

async function residentAfter(target: number): Promise<number> {
  for (; events < target; index += 1) {
    await side.ingest(answerBytes(index));
    events += eventsIn(index);
  }
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}

const grown: Grown = {
  events: order.events,
  residentMb: [await residentAfter(order.events[0]), await residentAfter(order.events[1])],
};
await side.close();
console.log(JSON.stringify(grown));
