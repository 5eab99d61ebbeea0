import { join } from 'node:path';
import { type Clock, systemClock } from '@lading/kit/clock';
import { listen } from '@lading/kit/http/listen';
import { createLog, type Log } from '@lading/kit/log';
import { readInstant } from './control/instants.ts';
import { createListener } from './edge/listener.ts';
import type { Tls } from './edge/tls.ts';
import type { SandboxModule } from './module.ts';
import { createModules } from './modules.ts';
import { readProducts } from './oauth/products.ts';
import { openReference } from './reference.ts';
import { createSandbox, refuseOpenSeed } from './sandbox.ts';
import { type Seeds, seeds as usualSeeds } from './seed.ts';
import type { Profile, Rules, WorldSettings } from './world/settings.ts';
import { memoryStorage, type Storage } from './world/storage.ts';
import { type LivingWorld, openWorld } from './world/world.ts';
import { createWorlds, TEST_SIDE, type Worlds, worldOfHost } from './worlds.ts';

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** The directory that keeps the main world and the test side; in memory when absent. */
  readonly data?: string;
  /** The folder of imported tables; the built-in ones alone when absent. */
  readonly reference?: string;
  /** Makes everything foretellable, secrets too; only on the loopback. */
  readonly seed?: string;
  /** Where the clock of a new world begins, ISO 8601 with offset; it runs on from there. */
  readonly clock?: string;
  /** Whether the clock of a new world stands still. */
  readonly frozen?: boolean;
  readonly strict?: boolean;
  /** Speaks HTTPS, with an authority of its own that is kept with the data. */
  readonly tls?: boolean;
  readonly rules?: Rules;
  /** Whether answers follow the carrier's files to the letter or its recorded habits; `observed` when absent. */
  readonly profile?: Profile;
  /** Takes on the documented limits of the carrier's test environment; the test side always does. */
  readonly imitates?: 'cie' | null;
  /** The address that callers see, where a proxy stands in between. */
  readonly publicUrl?: string;
  readonly log?: Log;
  /** What a new world holds. */
  readonly seeds?: Seeds;
  /** The APIs that the seeded applications may call, in every world and from every start on; all when absent. */
  readonly products?: readonly string[];
  /** Commands that every world obeys whenever it is opened, before anybody can reach it. */
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
  /** The certificate that callers must trust; only with `tls`. */
  readonly caFile?: string;
  close(): Promise<void>;
}

export const version = '0.1.0';
const PATIENCE_MS = 3_000;

/** @throws `PORT_IN_USE`, `DIRECTORY_IN_USE`, `SEED_NEEDS_LOOPBACK` and the like, each with one sentence. */
export async function startSandbox(asked: SandboxOptions): Promise<RunningSandbox> {
  const options = withProducts(asked);
  const { host = '127.0.0.1', real = systemClock, data } = options;
  const log = options.log ?? createLog({ name: 'sandbox' });
  refuseOpenSeed(host, options.seed !== undefined);
  const modules = createModules(real, openReference(options.reference));
  const open = async (name: string, storage: Storage): Promise<LivingWorld> => {
    const world = await openWorld(worldOptions(options, modules, log, name, storage));
    return prepare(world, async () => {
      refuseOpenSeed(host, world.isSeeded);
      for (const command of options.commands ?? []) await obey(modules, world, command);
    });
  };
  for (const module of modules) await module.prepare?.();
  const main = await open('', await openStorage(data));
  const worlds = createWorlds(main, async (name) => open(name, await openStorage(folderOf(name, data))));
  try {
    const door = await openDoor({ options, modules, worlds, log, real });
    const close = async (): Promise<void> => {
      await door.close();
      await worlds.close();
    };
    return { ...door, world: main, close };
  } catch (error) {
    await worlds.close();
    throw error;
  }
}

function withProducts(options: SandboxOptions): SandboxOptions {
  if (options.products === undefined) return options;
  const { seeds = usualSeeds, commands = [] } = options;
  const products = readProducts(options.products);
  const choices = seeds.clients.map(({ clientId }) => ({ type: 'choose-products', clientId, products }));
  return { ...options, commands: [...choices, ...commands] };
}

interface DoorParts {
  readonly options: SandboxOptions;
  readonly modules: readonly SandboxModule[];
  readonly worlds: Worlds;
  readonly log: Log;
  readonly real: Clock;
}

/** Listens, with TLS where asked for; closing it lets nobody wait for long. */
async function openDoor(parts: DoorParts): Promise<Omit<RunningSandbox, 'world'>> {
  const { options, modules, worlds, log, real } = parts;
  const { host = '127.0.0.1', port, seeds = usualSeeds, strict = false } = options;
  const publicUrl = options.publicUrl?.replace(/\/+$/, '');
  const isAddressFixed = publicUrl !== undefined;
  const serve = createSandbox({ modules, worlds, seeds, strict, version, isAddressFixed, log, real });
  const tls = options.tls ? await openOwnTls(options.data, real) : undefined;
  try {
    const address = publicUrl === undefined ? {} : { publicUrl };
    const app = await createListener({ serve, log, ...address, ...(tls === undefined ? {} : { tls }) });
    const { url } = await listen(app, { host, port });
    const close = async (): Promise<void> => {
      // Answers that a fault delays must not hold up the end for long.
      const patience = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
      await app.close();
      clearTimeout(patience);
      await tls?.close();
    };
    return { url, close, ...(tls === undefined ? {} : { caFile: tls.caFile }) };
  } catch (error) {
    await tls?.close();
    throw error;
  }
}

/** Names of this machine and of the carrier's hosts, which callers are made to find here. */
async function openOwnTls(data: string | undefined, real: Clock): Promise<Tls> {
  const { openTls } = await import('./edge/tls.ts');
  const names = ['localhost', '127.0.0.1', '::1', ...worldOfHost.keys()];
  return openTls({ folder: data === undefined ? undefined : join(data, 'tls'), names, now: real.now() });
}

/** Closes a world that cannot be used, so that its folder is free again. */
async function prepare(world: LivingWorld, work: () => Promise<void>): Promise<LivingWorld> {
  try {
    await work();
    await world.durable();
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}

async function obey(
  modules: readonly SandboxModule[],
  world: LivingWorld,
  { type, ...input }: FirstCommand,
): Promise<void> {
  const known = modules.flatMap(({ commands = [] }) => commands).find((one) => one.type === type);
  if (!known) throw new RangeError(`The sandbox knows no command "${type}".`);
  await known.handle(world, input);
}

function worldOptions(
  options: SandboxOptions,
  modules: readonly SandboxModule[],
  log: Log,
  name: string,
  storage: Storage,
): Parameters<typeof openWorld>[0] {
  const { seed, clock, frozen, real, seeds = usualSeeds } = options;
  return {
    name,
    storage,
    settings: settingsOf(name, options),
    stores: modules.flatMap(({ stores = [] }) => stores),
    onDue: Object.assign({}, ...modules.map(({ onDue }) => onDue ?? {})),
    populate: async (world) => {
      for (const module of modules) await module.seed?.(world, seeds);
    },
    onFault: (err) => log.error({ err, world: name }, 'due work failed'),
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { startAt: readInstant(clock) }),
    ...(frozen === undefined ? {} : { frozen }),
    ...(real === undefined ? {} : { real }),
  };
}

/** The test side is the test environment, whatever the others imitate. */
function settingsOf(name: string, { rules, profile, imitates }: SandboxOptions): Partial<WorldSettings> {
  return {
    ...(rules === undefined ? {} : { rules }),
    ...(profile === undefined ? {} : { profile }),
    imitates: name === TEST_SIDE ? 'cie' : (imitates ?? null),
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
