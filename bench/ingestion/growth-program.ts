import type { DatabaseLocation } from '@lading/kit/db/open';
import { answerBytes, eventsIn } from './feed.ts';
import type { Grown } from './growth.ts';
import { openHubSide } from './hub-side.ts';

const order: { location: DatabaseLocation; events: [number, number] } = JSON.parse(process.argv[2] ?? '');
const side = await openHubSide(order.location);
let index = 0;
let events = 0;

/** The feed until so many events have been told. */
function* answersUntil(target: number): Generator<Uint8Array> {
  for (; events < target; index += 1) {
    yield answerBytes(index);
    events += eventsIn(index);
  }
}

async function residentAfter(target: number): Promise<number> {
  await side.ingest(answersUntil(target));
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}

const grown: Grown = {
  events: order.events,
  residentMb: [await residentAfter(order.events[0]), await residentAfter(order.events[1])],
};
await side.close();
console.log(JSON.stringify(grown));
