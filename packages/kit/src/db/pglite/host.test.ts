import { Worker } from 'node:worker_threads';
import { afterEach, expect, it, vi } from 'vitest';
import { pgliteEngine } from './engine.ts';
import { startHost } from './host.ts';

vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.restoreAllMocks());

it('a database whose thread died says so once, and every call after it fails at once', async () => {
  let worker: Worker | undefined;
  const post = Worker.prototype.postMessage;
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...message) {
    worker = this;
    return post.apply(this, message);
  });
  const faults: Error[] = [];
  const engine = pgliteEngine(await startHost({ onLost: (fault) => faults.push(fault) }));
  const answering = engine.asOwner((owner) => owner.query('select 1 as one'));
  expect((await answering).rows).toEqual([{ one: 1 }]);
  const cut = engine.asOwner((owner) => owner.query('select pg_sleep(60)'));
  cut.catch(() => undefined);
  await worker?.terminate();
  await expect(cut).rejects.toThrow();
  await expect(engine.asOwner((owner) => owner.query('select 1'))).rejects.toThrow('Connection terminated');
  expect(faults).toHaveLength(1);
});
