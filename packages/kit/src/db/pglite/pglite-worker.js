// @ts-check
// Plain JavaScript: a thread does not inherit the loader that reads TypeScript, and starts faster without one.
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** The embedded database in a thread of its own, so that a long statement never blocks the event loop. */
/** @type {PGlite | undefined} */
let database;

/** Calls are answered one after the other, in the order in which they came. */
let last = Promise.resolve();

parentPort?.on('message', (/** @type {import('./host.ts').HostCall} */ call) => {
  last = last.then(() => answer(call));
});

/** @param {import('./host.ts').HostCall} call */
async function answer(call) {
  try {
    const result = await run(call);
    parentPort?.postMessage({ id: call.id, result }, result ? [result.buffer] : []);
  } catch (error) {
    parentPort?.postMessage({ id: call.id, fault: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * @param {import('./host.ts').HostCall} call
 * @returns {Promise<Uint8Array<ArrayBuffer> | undefined>}
 */
async function run(call) {
  switch (call.kind) {
    case 'open':
      database = await PGlite.create({
        ...(call.directory ? { dataDir: call.directory } : {}),
        ...(call.image ? { loadDataDir: new Blob([call.image]) } : {}),
      });
      return undefined;
    case 'wire':
      return exchange(call.bytes);
    case 'dump':
      return new Uint8Array(await (await opened().dumpDataDir('none')).arrayBuffer());
    case 'close':
      await opened().close();
      return undefined;
  }
}

/**
 * The answer as it comes: asked for as a whole it would be taken apart as well, and every row of it kept for ever.
 * @param {Uint8Array} bytes
 */
async function exchange(bytes) {
  /** @type {Uint8Array[]} */
  const parts = [];
  // A part lies in the database's own memory.
  await opened().execProtocolRawStream(bytes, { onRawData: (part) => parts.push(part.slice()) });
  const answer = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    answer.set(part, at);
    return at + part.length;
  }, 0);
  return answer;
}

function opened() {
  if (!database) throw new Error('The embedded database is not open.');
  return database;
}
