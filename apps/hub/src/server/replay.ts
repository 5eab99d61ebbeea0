import { systemClock } from '@lading/kit/clock';
import { randomIds } from '@lading/kit/ids';
import type { Log } from '@lading/kit/log';
import type { HubConfig } from './config.ts';
import { demoKey } from './demo-key.ts';
import { type Replayed, type ReplayOrder, replay } from './ingestion/replay.ts';
import { openStore } from './open-store.ts';

/**
 * A replay without a running hub: opens the hub's store, reads the archive anew, closes it.
 * @throws what opening the store throws, for one when another program holds the directory.
 */
export async function replayArchive(config: HubConfig, order: ReplayOrder, log: Log): Promise<Replayed> {
  const key = (config.key ?? (await demoKey(config.dataDirectory))).reveal();
  const database = await openStore(config, key, log);
  try {
    return await replay({ door: database.door, clock: systemClock, ids: randomIds, log }, order);
  } finally {
    await database.close();
  }
}
