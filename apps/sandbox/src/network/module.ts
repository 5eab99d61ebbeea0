import type { RatingTables } from '@lading/carrier/rating/rules';
import type { SandboxModule } from '../module.ts';
import type { RatingShelf } from '../rating/tables.ts';
import type { Seeds } from '../seed.ts';
import type { World } from '../world/world.ts';
import { networkCommands } from './commands.ts';
import type { AccountOpened } from './facts.ts';
import { seedAccount } from './seeds.ts';
import { DAY_DUE, networkStore } from './store.ts';
import { decideDay, makeTraffic, startDailyTraffic } from './traffic.ts';

/**
 * The living network: who ships with whom, and where every parcel is.
 * @param shelf the tables by which shipments are billed; read once, for all worlds.
 */
export function createNetworkModule(shelf: RatingShelf): SandboxModule {
  let loaded: RatingTables = {};
  const tables = (): RatingTables => loaded;
  return {
    name: 'network',
    stores: [networkStore],
    commands: networkCommands(tables),
    onDue: { [DAY_DUE]: (world, key) => decideDay(world, key, tables()) },
    prepare: async () => {
      loaded = await shelf();
    },
    seed: async (world, seeds) => {
      openSeedAccounts(world, seeds);
      if (seeds.traffic !== undefined) await startDailyTraffic(world, seeds.traffic, tables());
    },
    traffic: (world, order) => makeTraffic(world, order, tables()),
    counts: (world) => {
      const network = world.state(networkStore);
      return {
        accounts: network.accounts.size,
        parties: network.parties.length,
        shipments: network.shipments.length,
        parcels: network.parcels.length,
      };
    },
  };
}

/** Every account that a user or a subscription of the seeds names. */
function openSeedAccounts(world: World, seeds: Seeds): void {
  const users = seeds.carrierUsers.flatMap(({ userName, accounts }) =>
    accounts.map((number) => ({ number, userName })),
  );
  const subscribed = seeds.subscriptions.map(({ account, userName }) => ({ number: account, userName }));
  for (const { number, userName } of [...users, ...subscribed]) {
    if (world.state(networkStore).accounts.has(number)) continue;
    const fact: AccountOpened = { type: 'account-opened', account: seedAccount(world, number, userName) };
    world.record(fact);
  }
}
