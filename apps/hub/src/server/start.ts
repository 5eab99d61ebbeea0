import { type Clock, systemClock } from '@lading/kit/clock';
import { guardFetch } from '@lading/kit/db/network-guard';
import { listen, requireFreePort } from '@lading/kit/http/listen';
import { type Ids, randomIds } from '@lading/kit/ids';
import { createLog, type Log } from '@lading/kit/log';
import { startSnapshots } from './backup/snapshots.ts';
import { watchRefreshes } from './carrier/broken.ts';
import { Carrier } from './carrier/carrier.ts';
import { createCarrierClients } from './carrier/client.ts';
import { createOutgoingFetch } from './carrier/outgoing.ts';
import { carriersOf, checkContradictions, type HubConfig } from './config.ts';
import { seedDemo } from './demo.ts';
import { demoKey } from './demo-key.ts';
import { createApp } from './http/app.ts';
import type { Hub } from './hub.ts';
import { startReading } from './ingestion/tick.ts';
import { startMail } from './mail/jobs.ts';
import { openStore, sealerOf } from './open-store.ts';
import { makeMonths, retain } from './retention/service.ts';
import { startSandboxClock } from './sandbox-clock.ts';
import { startUpkeep } from './upkeep.ts';
import { readWebFiles } from './web-files.ts';

/** What a test or a command puts in place of the machine's own. */
export interface HubParts {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly fetch?: typeof fetch;
  readonly log?: Log;
}

export interface RunningHub {
  /** Where people reach it. */
  readonly url: string;
  readonly hub: Hub;
  /** Answers what has begun, ends the reading in progress, closes the store. Safe to repeat. */
  close(): Promise<void>;
}

/**
 * Configuration → clock → database and migrations → screens and API → reading tick.
 * @throws `Problem` with one sentence: a taken port, a directory in use, a database that cannot be reached, a
 * sandbox whose clock cannot be read, settings that contradict each other.
 */
export async function startHub(config: HubConfig, parts: HubParts = {}): Promise<RunningHub> {
  checkContradictions(config);
  // Said before the store is opened: a taken port is found out in no time.
  await requireFreePort({ host: config.host, port: config.port });
  const closers = new Closers();
  try {
    return await start(config, parts, closers);
  } catch (error) {
    await closers.close();
    throw error;
  }
}

async function start(config: HubConfig, parts: HubParts, closers: Closers): Promise<RunningHub> {
  const log = parts.log ?? createLog({ name: 'hub', level: config.logLevel });
  const ids = parts.ids ?? randomIds;
  const fetch = guardFetch(parts.fetch ?? (await createOutgoingFetch(config.outgoing)));
  const key = (config.key ?? (await demoKey(config.dataDirectory))).reveal();
  const clock = parts.clock ?? (await clockOf(config, fetch, log, closers));
  const database = await openStore(config, key, log);
  closers.add(() => database.close());
  const { copyInto } = database;
  if (config.database.kind === 'directory' && copyInto) {
    closers.add(await startSnapshots({ directory: config.database.path, copyInto, log }));
  }
  const sealer = sealerOf(key);
  const { door } = database;
  const clients = createCarrierClients(carriersOf(config), { fetch, clock });
  const late = { url: config.publicUrl ?? '', wake: (): void => undefined, wakeMail: (): void => undefined };
  const onDeath = () => late.wakeMail();
  const carrier = new Carrier({ door, clock, ids, log, sealer, clients, onDeath });
  const hub: Hub = {
    ...{ config, door, clock, ids, log, sealer, carrier, wallClock: systemClock },
    publicUrl: () => late.url,
    wake: () => late.wake(),
    wakeMail: () => late.wakeMail(),
  };
  const retaining = { ...hub, keepMonths: database.keepMonths };
  // A store too busy for it starts all the same: the default partition takes every row, and upkeep comes again.
  await makeMonths(retaining).catch((err: unknown) => log.warn({ err }, 'no months could be made'));
  if (config.isDemo) await seedDemo(hub);
  const app = await createApp(hub, config.webRoot ? await readWebFiles(config.webRoot) : null);
  closers.add(() => app.close());
  const at = await listen(app, { host: config.host, port: config.port });
  late.url = config.publicUrl ?? at.url;
  const reading = await startReading(hub, database.jobs);
  closers.add(() => reading.stop());
  late.wake = () => void reading.wake().catch((err: unknown) => log.error({ err }, 'a reading failed'));
  const mail = await startMail(hub, database.jobs);
  closers.add(() => mail.stop());
  late.wakeMail = () => void mail.wake().catch((err: unknown) => log.error({ err }, 'mail failed'));
  closers.add(watchRefreshes({ door, carrier, log }));
  closers.add(startUpkeep([(signal) => retain(retaining, signal), () => database.upkeep()], log));
  return { url: late.url, hub, close: () => closers.close() };
}

async function clockOf(
  config: HubConfig,
  fetch: typeof globalThis.fetch,
  log: Log,
  closers: Closers,
): Promise<Clock> {
  const { baseUrl } = config.carrier;
  if (config.clock === 'system' || baseUrl === null) return systemClock;
  const clock = await startSandboxClock({ baseUrl, fetch, log, machineClock: systemClock });
  closers.add(() => clock.stop());
  return clock;
}

/** Closes in the reverse order of opening, once. */
class Closers {
  #closers: (() => unknown)[] = [];

  add(closer: () => unknown): void {
    this.#closers.push(closer);
  }

  async close(): Promise<void> {
    for (let closer = this.#closers.pop(); closer; closer = this.#closers.pop()) await closer();
  }
}
