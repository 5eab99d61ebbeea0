import { Worker } from 'node:worker_threads';

type Bytes = Uint8Array<ArrayBuffer>;

type HostRequest =
  | { readonly kind: 'open'; readonly directory?: string; readonly image?: Bytes }
  | { readonly kind: 'wire'; readonly bytes: Bytes }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' };

/** One call to the thread; it answers in order with the same id. */
export type HostCall = HostRequest & { readonly id: number };

interface HostAnswer {
  readonly id: number;
  readonly result?: Bytes;
  readonly fault?: string;
}

/** The embedded database, one thread away. */
export interface PgliteHost {
  /** Sends PostgreSQL wire messages, gives the answer bytes. The bytes sent are given away. */
  wire(bytes: Bytes): Promise<Bytes>;
  /** The whole data directory as an uncompressed tar. */
  dump(): Promise<Bytes>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: Bytes | undefined) => void;
  readonly reject: (fault: Error) => void;
}

export interface HostOptions {
  readonly directory?: string;
  readonly image?: Bytes;
  /** The thread has ended without being told to: every later call fails, only a new start helps. */
  readonly onLost?: ((fault: Error) => void) | undefined;
}

/** Starts the thread and opens the database: in memory without `directory`; from `image` when given. */
export async function startHost({ onLost, ...options }: HostOptions): Promise<PgliteHost> {
  // A build puts the same file beside the bundle.
  const worker = new Worker(new URL('./pglite-worker.js', import.meta.url), { execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: Error | undefined;
  let isClosing = false;
  const failAll = (fault: Error) => {
    if (!ended && !isClosing) onLost?.(fault);
    ended ??= fault;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on('message', (answer: HostAnswer) => settle(worker, waiting, answer));
  worker.on('error', (cause) => failAll(new Error('Connection terminated: embedded database', { cause })));
  worker.on('exit', () => failAll(new Error('Connection terminated: embedded database ended')));

  const call = (request: HostRequest): Promise<Bytes | undefined> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.ref();
      worker.postMessage({ ...request, id: lastId }, request.kind === 'wire' ? [request.bytes.buffer] : []);
    });

  await call({ kind: 'open', ...options }).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  return {
    wire: async (bytes) => expectBytes(await call({ kind: 'wire', bytes })),
    dump: async () => expectBytes(await call({ kind: 'dump' })),
    close: async () => {
      isClosing = true;
      await call({ kind: 'close' });
      await worker.terminate();
    },
  };
}

function settle(worker: Worker, waiting: Map<number, Waiting>, answer: HostAnswer): void {
  const call = waiting.get(answer.id);
  waiting.delete(answer.id);
  // An idle database must not keep a program alive that has nothing else to do.
  if (waiting.size === 0) worker.unref();
  if (answer.fault === undefined) call?.resolve(answer.result);
  else call?.reject(new Error(answer.fault));
}

function expectBytes(result: Bytes | undefined): Bytes {
  if (!result) throw new Error('The embedded database answered without bytes.');
  return result;
}
