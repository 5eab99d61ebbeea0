import { dumpIsCut } from './problems.ts';

/** Takes a stream of bytes in pieces of its own choosing. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #pieces: Uint8Array[] = [];
  #held = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** As many bytes as asked for, fewer at the stream's end. */
  async take(count: number): Promise<Buffer> {
    while (this.#held < count && (await this.#pull()));
    const all = Buffer.concat(this.#pieces);
    this.#pieces = [all.subarray(count)];
    this.#held = Math.max(0, all.length - count);
    return all.subarray(0, count);
  }

  /** As many bytes as asked for. @throws `DUMP_CUT` */
  async takeAll(count: number): Promise<Buffer> {
    const taken = await this.take(count);
    if (taken.length < count) throw dumpIsCut();
    return taken;
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held === 0) if (!(await this.#pull())) return true;
    return false;
  }

  async #pull(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done) return false;
    this.#pieces.push(value);
    this.#held += value.length;
    return true;
  }
}
