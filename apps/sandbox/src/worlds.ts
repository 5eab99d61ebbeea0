import { Problem } from '@lading/kit/errors';
import { createFaults, type Faults } from './edge/faults.ts';
import type { HttpRequest } from './edge/http.ts';
import { createInspector, type Inspector } from './edge/inspector.ts';
import type { LivingWorld } from './world/world.ts';

/** A world with what surrounds it: faults ordered for it and what was asked of it. Neither survives a restart. */
export interface HostedWorld {
  readonly world: LivingWorld;
  readonly faults: Faults;
  readonly inspector: Inspector;
}

/**
 * The main world, which is the production side too; the test side; and isolated worlds, made on first use and kept in
 * memory only.
 */
export interface Worlds {
  get(name: string): Promise<HostedWorld>;
  /** Drops an isolated world, and the next use makes a new one. False for the two sides: these are reset. */
  drop(name: string): Promise<boolean>;
  names(): readonly string[];
  close(): Promise<void>;
}

export type OpenNamedWorld = (name: string) => Promise<LivingWorld>;

/** The world behind the carrier's test host; the main world, which has no name, stands behind its production host. */
export const TEST_SIDE = 'test';

/** The carrier's own hosts, for programs that have them burnt in, and the world that answers under each. */
export const worldOfHost: ReadonlyMap<string, string> = new Map([
  ['onlinetools.ups.com', ''],
  ['wwwcie.ups.com', TEST_SIDE],
]);

const MOST_WORLDS = 64;
const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/i;

export function createWorlds(main: LivingWorld, open: OpenNamedWorld): Worlds {
  const held = new Map<string, Promise<HostedWorld>>([['', Promise.resolve(host(main))]]);
  const make = (name: string): Promise<HostedWorld> => {
    if (!NAME.test(name)) throw badName(name);
    if (held.size > MOST_WORLDS) throw tooManyWorlds();
    const opened = open(name).then(host);
    held.set(name, opened);
    opened.catch(() => held.delete(name));
    return opened;
  };
  return {
    get: async (name) => held.get(name) ?? make(name),
    drop: async (name) => {
      const dropped = name === '' || name === TEST_SIDE ? undefined : held.get(name);
      if (!dropped) return false;
      held.delete(name);
      await (await dropped).world.close();
      return true;
    },
    names: () => [...held.keys()].filter((name) => name !== ''),
    close: async () => {
      for (const hosted of held.values()) await (await hosted).world.close();
    },
  };
}

function host(world: LivingWorld): HostedWorld {
  return { world, faults: createFaults(), inspector: createInspector() };
}

/** Which world a request means, and the request as that world sees it. */
export interface Addressed {
  readonly world: string;
  readonly request: HttpRequest;
}

/**
 * `/w/blue/api/…` means the world `blue` and `/api/…` in it. Without the prefix one of the carrier's hosts means its
 * side; under any other host it is the main world.
 */
export function addressOf(request: HttpRequest): Addressed {
  const [, world, rest] = request.path.startsWith('/w/')
    ? (/^\/w\/([^/]+)(\/.*)?$/.exec(request.path) ?? [])
    : [];
  if (world !== undefined) {
    const publicUrl = `${request.publicUrl}/w/${world}`;
    return { world, request: { ...request, path: rest ?? '/', publicUrl } };
  }
  const host = request.headers['host'] ?? '';
  const side = worldOfHost.get(host.replace(/:\d+$/, '').toLowerCase());
  if (side === undefined) return { world: '', request };
  const publicUrl = `${new URL(request.publicUrl).protocol}//${host.toLowerCase()}`;
  return { world: side, request: { ...request, publicUrl } };
}

function badName(name: string): Problem {
  return new Problem({
    code: 'WORLD_NAME_INVALID',
    status: 400,
    text: {
      en: '“{name}” cannot name a world: use up to 40 letters, digits and hyphens.',
      fr: '« {name} » ne peut nommer un monde : employez au plus 40 lettres, chiffres et traits d’union.',
    },
    params: { name },
  });
}

function tooManyWorlds(): Problem {
  return new Problem({
    code: 'TOO_MANY_WORLDS',
    status: 429,
    text: {
      en: 'There are {most} isolated worlds already. Drop one with DELETE /w/<name>/_sandbox/world.',
      fr: 'Il y a déjà {most} mondes isolés. Supprimez-en un avec DELETE /w/<nom>/_sandbox/world.',
    },
    params: { most: MOST_WORLDS },
  });
}
