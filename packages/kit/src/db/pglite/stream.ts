import { Duplex } from 'node:stream';
import type { PgliteHost } from './host.ts';

const QUERY = 0x51;
const SYNC = 0x53;
const TERMINATE = 0x58;

/** AuthenticationOk, then ReadyForQuery (idle): the session exists already, nobody has to log in. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/**
 * The socket that a `pg` client talks to when the server is the embedded database: same client, same types,
 * same errors on both engines. A whole extended query (parse to sync) crosses to the thread as one message, and does
 * not wait for the answers to those before it: the thread answers in order.
 */
export class PgliteStream extends Duplex {
  readonly #host: PgliteHost;
  #greeted = false;
  #gathered: Buffer[] = [];

  constructor(host: PgliteHost) {
    super();
    this.#host = host;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come; the client reads everything.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#take([chunk]).then(() => done(), done);
  }

  override _writev(chunks: readonly { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#take(chunks.map(({ chunk }) => chunk)).then(() => done(), done);
  }

  /** The client writes whole messages, so the first byte of a chunk is a message type. */
  async #take(messages: readonly Buffer[]): Promise<void> {
    for (const message of messages) {
      if (!this.#greeted) await this.#greet();
      else if (message[0] === TERMINATE) this.destroy();
      else this.#gather(message);
    }
  }

  /** There is one session behind all clients: a new one first clears what a dropped one may have left. */
  async #greet(): Promise<void> {
    this.#greeted = true;
    for (const sql of ['rollback', 'discard all']) await this.#host.wire(simpleQuery(sql));
    this.push(WELCOME);
  }

  #gather(message: Buffer): void {
    this.#gathered.push(message);
    if (message[0] !== QUERY && message[0] !== SYNC) return;
    const bytes = new Uint8Array(Buffer.concat(this.#gathered));
    this.#gathered = [];
    this.#host.wire(bytes).then(
      ({ buffer }) => this.push(Buffer.from(buffer)),
      (fault: Error) => this.destroy(fault),
    );
  }
}

function simpleQuery(sql: string): Uint8Array<ArrayBuffer> {
  const message = Buffer.alloc(sql.length + 6);
  message[0] = QUERY;
  message.writeInt32BE(sql.length + 5, 1);
  message.write(sql, 5, 'latin1');
  return new Uint8Array(message);
}
