import { expect, it } from 'vitest';
import { batchOf, eventsOfBatch } from '../network/agenda.ts';
import { networkStore } from '../network/store.ts';
import { mostBytes } from './bounds.ts';
import { packEvents, sizesOf } from './files.ts';
import { DAY_MS, MINUTE_MS, START, smallWorld } from './testing/small-world.ts';

it('no record is larger than its bound, and all together take more than half of theirs', async () => {
  const small = await smallWorld();
  await small.traffic(1_500, 0, 3);
  const references = [
    { code: 'PO', value: 'É"\\'.repeat(10) },
    { code: 'IK', value: 'x' },
  ];
  small.command({
    type: 'ship',
    account: 'A1B2C3',
    to: 'D4E5F6',
    references,
    parcels: [{ references }, {}, {}],
  });
  small.command({
    type: 'ship',
    account: 'N1R2T3',
    to: 'D4E5F6',
    billTo: { option: '02', account: 'D4E5F6' },
  });
  const sums = { bounds: 0, sizes: 0, events: 0 };
  for (let at = START; at < START + 14 * DAY_MS; at += 30 * MINUTE_MS) {
    const network = small.world.state(networkStore);
    const events = eventsOfBatch(network, batchOf(at));
    const sizes = sizesOf(network, packEvents(events));
    for (const [index, event] of events.entries()) {
      const [size, bound] = [sizes[index] ?? 0, mostBytes(network, event)];
      if (size > bound) expect.fail(`${event.kind} takes ${size} bytes, its bound says ${bound}`);
      sums.bounds += bound;
      sums.sizes += size;
      sums.events += 1;
    }
    await small.advance(30 * MINUTE_MS);
  }
  expect(sums.events).toBeGreaterThan(8_000);
  expect(sums.bounds).toBeLessThan(sums.sizes * 2);
  await small.world.close();
});
