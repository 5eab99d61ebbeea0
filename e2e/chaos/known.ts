import { readTruth, type Truth } from './truth.ts';
import type { Rig } from './world.ts';

/** The carrier keeps files for seven days; shipments that are made late are at most one day old. */
const OVERLAP_MS = 2 * 86_400_000;

/** What the carrier is known to have held since a moment, also after it has let go of it. */
export class Known {
  readonly #rig: Rig;
  readonly #facts = new Map<string, number>();
  readonly #files = new Set<string>();
  #readToMs: number;

  constructor(rig: Rig, fromMs: number) {
    this.#rig = rig;
    this.#readToMs = fromMs + OVERLAP_MS;
  }

  /** Reads what has come since; at least once in five days of the world, and never while a fault waits for a reader. */
  async readOn(): Promise<Truth> {
    const toMs = await this.#rig.worldNow();
    const { facts, files } = await readTruth(this.#rig.sandbox.url, this.#readToMs - OVERLAP_MS, toMs);
    for (const [fact, count] of facts) this.#facts.set(fact, Math.max(this.#facts.get(fact) ?? 0, count));
    for (const file of files) this.#files.add(file);
    this.#readToMs = toMs;
    return { facts: new Map(this.#facts), files: new Set(this.#files) };
  }
}
