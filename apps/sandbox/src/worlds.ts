import { Problem } from '@lading/kit/errors';
import { createFaults, type Faults } from './edge/faults.ts';
import { createInspector, type Inspector } from './edge/inspector.ts';
import type { LivingWorld } from './world/world.ts';

/** A world with what surrounds it: faults ordered for it and what was asked of it. Neither survives a restart. */
export interface HostedWorld {
  readonly world: LivingWorld;
  readonly faults: Faults;
  readonly inspector: Inspector;
}

/** The main world, and isolated ones under `/w/<name>`, made on first use and kept in memory only. */
export interface Worlds {
  get(name: string): Promise<HostedWorld>;
  /** Drops an isolated world; the next use makes a new one. */
  drop(name: string): Promise<boolean>;
  names(): readonly string[];
  close(): Promise<void>;
}

export type OpenNamedWorld = (name: string) => Promise<LivingWorld>;

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
      const dropped = name === '' ? undefined : held.get(name);
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

/** `/w/blue/api/…` → the world `blue` and `/api/…`. */
export function splitWorldPath(path: string): { readonly world: string; readonly path: string } {
  const [, world, rest] = /^\/w\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  return world === undefined ? { world: '', path } : { world, path: rest ?? '/' };
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
