import { join } from 'node:path';
import { type Clock, systemClock } from '@lading/kit/clock';
import { listen } from '@lading/kit/http/listen';
import { createLog, type Log } from '@lading/kit/log';
import { readInstant } from './control/instants.ts';
import { createListener } from './edge/listener.ts';
import type { SandboxModule } from './module.ts';
import { createModules } from './modules.ts';
import { createSandbox, refuseOpenSeed } from './sandbox.ts';
import { type Seeds, seeds as usualSeeds } from './seed.ts';
import { memoryStorage, type Storage } from './world/storage.ts';
import { type LivingWorld, openWorld, type Rules } from './world/world.ts';
import { createWorlds, TEST_SIDE } from './worlds.ts';

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** The directory that keeps the main world and the test side; in memory when absent. */
  readonly data?: string;
  /** Makes everything foretellable, secrets too; only on the loopback. */
  readonly seed?: string;
  /** Where the clock of a new world begins, ISO 8601 with offset; it runs on from there. */
  readonly clock?: string;
  /** Whether the clock of a new world stands still. */
  readonly frozen?: boolean;
  readonly strict?: boolean;
  readonly rules?: Rules;
  /** The address that callers see, where a proxy stands in between. */
  readonly publicUrl?: string;
  readonly log?: Log;
  /** What a new world holds. */
  readonly seeds?: Seeds;
  /** Commands that the main world obeys at every start, before anybody can reach it. */
  readonly commands?: readonly FirstCommand[];
  /** The machine's clock; tests give their own. */
  readonly real?: Clock;
}

/** As for `POST /_sandbox/commands`. */
export interface FirstCommand {
  readonly type: string;
  readonly [member: string]: unknown;
}

export interface RunningSandbox {
  /** Without a slash at the end. */
  readonly url: string;
  /** The main world, for programs in the same process. */
  readonly world: LivingWorld;
  close(): Promise<void>;
}

export const version = '0.1.0';
const PATIENCE_MS = 3_000;

/** @throws `PORT_IN_USE`, `DIRECTORY_IN_USE`, `SEED_NEEDS_LOOPBACK` and the like, each with one sentence. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { host = '127.0.0.1', port, real = systemClock, seeds = usualSeeds, strict = false } = options;
  const log = options.log ?? createLog({ name: 'sandbox' });
  refuseOpenSeed(host, options.seed !== undefined);
  const modules = createModules(real);
  const open = (name: string, storage: Storage): Promise<LivingWorld> =>
    openWorld(worldOptions(options, modules, log, name, storage));
  const main = await open('', await openStorage(options.data));
  for (const command of options.commands ?? []) obey(modules, main, command);
  await main.durable();
  const worlds = createWorlds(main, async (name) =>
    open(name, await openStorage(folderOf(name, options.data))),
  );
  const publicUrl = options.publicUrl?.replace(/\/+$/, '');
  const isAddressFixed = publicUrl !== undefined;
  const serve = createSandbox({ modules, worlds, seeds, strict, version, isAddressFixed, log, real });
  const app = await createListener({ serve, log, ...(publicUrl === undefined ? {} : { publicUrl }) });
  try {
    refuseOpenSeed(host, main.isSeeded);
    const { url } = await listen(app, { host, port });
    const close = async (): Promise<void> => {
      // Answers that a fault delays must not hold up the end for long.
      const patience = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
      await app.close();
      clearTimeout(patience);
      await worlds.close();
    };
    return { url, world: main, close };
  } catch (error) {
    await worlds.close();
    throw error;
  }
}

function obey(modules: readonly SandboxModule[], world: LivingWorld, { type, ...input }: FirstCommand): void {
  const known = modules.flatMap(({ commands = [] }) => commands).find((one) => one.type === type);
  if (!known) throw new RangeError(`The sandbox knows no command "${type}".`);
  known.handle(world, input);
}

function worldOptions(
  options: SandboxOptions,
  modules: readonly SandboxModule[],
  log: Log,
  name: string,
  storage: Storage,
): Parameters<typeof openWorld>[0] {
  const { seed, clock, frozen, rules, real, seeds = usualSeeds } = options;
  return {
    name,
    storage,
    stores: modules.flatMap(({ stores = [] }) => stores),
    onDue: Object.assign({}, ...modules.map(({ onDue }) => onDue ?? {})),
    populate: async (world) => {
      for (const module of modules) await module.seed?.(world, seeds);
    },
    onFault: (err) => log.error({ err, world: name }, 'due work failed'),
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { startAt: readInstant(clock) }),
    ...(frozen === undefined ? {} : { frozen }),
    ...(rules === undefined ? {} : { rules }),
    ...(real === undefined ? {} : { real }),
  };
}

/** Only the two sides are kept. */
function folderOf(name: string, data: string | undefined): string | undefined {
  return name === TEST_SIDE && data !== undefined ? join(data, 'sides', name) : undefined;
}

async function openStorage(data: string | undefined): Promise<Storage> {
  if (data === undefined) return memoryStorage();
  const { directoryStorage } = await import('./world/directory-storage.ts');
  return directoryStorage(data);
}
