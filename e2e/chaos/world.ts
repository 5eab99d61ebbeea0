import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Letters } from '../letters.ts';
import { freePort, type Program, type ProgramOrder, startProgram } from '../programs.ts';

/** Where a hub of this run keeps its data: its own directory, or a database of its own on a server. */
export type Store = { readonly kind: 'pglite' } | { readonly kind: 'postgres'; readonly url: string };

/** Where every world begins: working days lie on both sides, so that every hour has files. */
const WEDNESDAY = '2026-11-18T15:00:00Z';
const DAY_MS = 86_400_000;
const LAST_WORDS = 4_000;

interface RigParts {
  readonly directory: string;
  readonly sandbox: Program;
  readonly letters: Letters;
  readonly hubPort: number;
  readonly store: Store;
  readonly env: Readonly<Record<string, string>>;
}

/** One sandbox and one hub that can be killed and started again on the same data. */
export class Rig {
  readonly directory: string;
  readonly sandbox: Program;
  readonly letters: Letters;
  readonly store: Store;
  readonly #hubPort: number;
  readonly #env: Readonly<Record<string, string>>;
  readonly #others: Program[] = [];
  #hub: Program | null = null;

  private constructor(parts: RigParts) {
    this.directory = parts.directory;
    this.sandbox = parts.sandbox;
    this.letters = parts.letters;
    this.store = parts.store;
    this.#hubPort = parts.hubPort;
    this.#env = parts.env;
  }

  /** `env` are settings of its hubs beside those that every one has here. */
  static async start(store: Store, env: Readonly<Record<string, string>> = {}): Promise<Rig> {
    const directory = await mkdtemp(join(tmpdir(), 'lading-chaos-'));
    const [sandboxPort, hubPort] = [await freePort(), await freePort()];
    const sandbox = await startProgram({
      args: ['sandbox', '--memory', '--clock', WEDNESDAY, '--port', String(sandboxPort)],
      port: sandboxPort,
      env: { LADING_SANDBOX_HUB_URL: `http://127.0.0.1:${hubPort}` },
    });
    return new Rig({ directory, sandbox, letters: await Letters.open(), hubPort, store, env });
  }

  get hub(): Program {
    if (this.#hub === null) throw new Error('The hub is not running.');
    return this.#hub;
  }

  /** Where an embedded store keeps its files. */
  get databaseDirectory(): string {
    return join(this.directory, 'hub', 'database');
  }

  async startHub(): Promise<Program> {
    this.#hub = await startProgram(this.hubOrder());
    return this.#hub;
  }

  /** One more hub on the same data; it ends with the rig. */
  async startOther(env: Readonly<Record<string, string>> = {}): Promise<Program> {
    const other = await startProgram(this.hubOrder(await freePort(), env));
    this.#others.push(other);
    return other;
  }

  /** How this rig's hub is started; another port makes a second one on the same data. */
  hubOrder(port: number = this.#hubPort, env: Readonly<Record<string, string>> = {}): ProgramOrder {
    return {
      args: ['hub'],
      port,
      env: {
        LADING_HUB_PORT: String(port),
        LADING_HUB_DATA: join(this.directory, 'hub'),
        LADING_HUB_DEMO: '1',
        LADING_HUB_CLOCK: 'sandbox',
        LADING_HUB_CARRIER: 'sandbox',
        LADING_HUB_CARRIER_URL: this.sandbox.url,
        LADING_HUB_CARRIER_CLIENT_ID: 'sandbox-client',
        LADING_HUB_CARRIER_CLIENT_SECRET: 'sandbox-secret',
        LADING_HUB_READ_SECONDS: '1',
        LADING_HUB_LOG: 'warn',
        LADING_HUB_SMTP_URL: this.letters.url,
        ...(this.store.kind === 'postgres' ? { DATABASE_URL: this.store.url } : {}),
        ...this.#env,
        ...env,
      },
    };
  }

  /** Speaks to the sandbox's control API. */
  async control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.#send(method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /_sandbox/${path} answered ${answer.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Answer;
  }

  #send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.sandbox.url}/_sandbox/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Delivers up to `count` of these parcels now: new records in the next files of every subscription that sees them. */
  async deliver(trackingNumbers: string[], count: number): Promise<void> {
    for (let done = 0; done < count && trackingNumbers.length > 0; ) {
      const trackingNumber = trackingNumbers.pop();
      const answer = await this.#send('POST', 'commands', { type: 'deliver', trackingNumber });
      await answer.arrayBuffer();
      // A parcel that has arrived meanwhile is refused; the next one serves as well.
      if (answer.ok) done += 1;
      else if (answer.status >= 500) throw new Error(`The sandbox answered ${answer.status}.`);
    }
  }

  /** Shipments of the last 24 hours, made before anybody reads. */
  async ship(shipments: number, seed: number): Promise<void> {
    const now = await this.worldNow();
    const [from, to] = [now - DAY_MS, now].map((ms) => new Date(ms).toISOString());
    await this.control('POST', 'traffic', { shipments, from, to, seed });
  }

  async worldNow(): Promise<number> {
    const clock = await this.control<{ now: string }>('GET', 'clock');
    return Date.parse(clock.now);
  }

  /** The end of what the hub has printed, for whoever has to find out what went wrong. */
  lastWords(): string {
    return this.#hub?.output().slice(-LAST_WORDS) ?? '';
  }

  async close(): Promise<void> {
    for (const hub of [this.#hub, ...this.#others]) await hub?.kill();
    await this.sandbox.stop();
    await this.letters.close();
    await rm(this.directory, { recursive: true, force: true });
  }
}
