import { expect, it } from 'vitest';
import { coalesced } from './coalesced.ts';

function gate(): { promise: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

it('calls during a run share one further run, which begins after it', async () => {
  const gates = [gate(), gate(), gate()];
  let begun = 0;
  let atOnce = 0;
  let mostAtOnce = 0;
  const runs = coalesced(async () => {
    const mine = gates[begun];
    begun += 1;
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    await mine?.promise;
    atOnce -= 1;
  });
  const first = runs.run();
  await Promise.resolve();
  const others = [runs.run(), runs.run(), runs.run()];
  expect(begun).toBe(1);
  for (const { open } of gates) open();
  await Promise.all([first, ...others]);
  expect(begun).toBe(2);
  await runs.run();
  expect(begun).toBe(3);
  expect(mostAtOnce).toBe(1);
});

it('a failed run is told to its callers and does not stop the next', async () => {
  let times = 0;
  const runs = coalesced(async () => {
    times += 1;
    if (times === 1) throw new Error('first');
  });
  await expect(runs.run()).rejects.toThrow('first');
  await expect(runs.run()).resolves.toBeUndefined();
  await expect(runs.settled()).resolves.toBeUndefined();
});
