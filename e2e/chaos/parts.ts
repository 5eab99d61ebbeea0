import { connectionsTest } from './connections.ts';
import { cutTest } from './cut.ts';
import { fenceTest } from './fence.ts';
import { grantsTest } from './grants.ts';
import { killTest } from './kill.ts';
import { outageTest } from './outage.ts';
import { raceTest } from './race.ts';
import type { Verdict } from './report.ts';
import { rotationTest } from './rotation.ts';
import { twoHubsTest } from './two-hubs.ts';
import type { Store } from './world.ts';

/** How hard it is tried, for each store. */
export interface Size {
  readonly kills: number;
  readonly places: number;
  readonly bytePositions: number;
  readonly outageHours: number;
  readonly deaths: number;
  readonly connectionCuts: number;
  readonly race: { readonly processes: number; readonly callers: number; readonly expiries: number };
  readonly stops: number;
}

export const SIZES = {
  short: {
    ...{ kills: 4, places: 4, bytePositions: 4, outageHours: 2, deaths: 1, connectionCuts: 5, stops: 0 },
    race: { processes: 4, callers: 5, expiries: 10 },
  },
  usual: {
    ...{ kills: 20, places: 25, bytePositions: 25, outageHours: 26, deaths: 5, connectionCuts: 30, stops: 2 },
    race: { processes: 4, callers: 25, expiries: 30 },
  },
  long: {
    ...{ kills: 50, places: 200, bytePositions: 500, outageHours: 48, deaths: 20 },
    ...{ connectionCuts: 150, stops: 8, race: { processes: 4, callers: 25, expiries: 200 } },
  },
} as const satisfies Readonly<Record<string, Size>>;

export interface Order {
  /** A store of its own: nothing was in it before. */
  readonly store: Store;
  readonly size: Size;
  readonly seed: number;
}

export interface Part {
  readonly name: string;
  /** Left out of the short run. */
  readonly isLong?: boolean;
  /** The only kind of store on which it means something. */
  readonly on?: Store['kind'];
  readonly run: (order: Order) => Promise<Verdict>;
}

type ServerStore = Extract<Store, { kind: 'postgres' }>;

/** What needs several processes, or connections that a server can end. */
function onServer(
  run: (order: Order & { readonly store: ServerStore }) => Promise<Verdict>,
): Pick<Part, 'on' | 'run'> {
  return {
    on: 'postgres',
    run: ({ store, ...order }) => {
      if (store.kind !== 'postgres') throw new TypeError('This part needs a server.');
      return run({ ...order, store });
    },
  };
}

/** What can be asked for by `--only`. */
export const PARTS = {
  kills: [{ name: 'kill -9', run: ({ store, size, seed }) => killTest({ store, kills: size.kills, seed }) }],
  cuts: [
    {
      name: 'cut-after-mark',
      run: ({ store, size: { places, bytePositions }, seed }) =>
        cutTest({ store, places, bytePositions, seed }),
    },
  ],
  outage: [
    {
      ...{ name: 'outage', isLong: true },
      run: ({ store, size, seed }) => outageTest({ store, hours: size.outageHours, seed }),
    },
  ],
  grants: [
    {
      ...{ name: 'dead grants', isLong: true },
      run: ({ store, size, seed }) => grantsTest({ store, deaths: size.deaths, seed }),
    },
  ],
  rotation: [
    {
      name: 'killed between rotation and storing, noticed by itself',
      run: ({ store, seed }) => rotationTest({ store, seed, noticedBy: 'itself' }),
    },
    {
      ...{ name: 'killed between rotation and storing, noticed by another', isLong: true },
      ...onServer(({ store, seed }) => rotationTest({ store, seed, noticedBy: 'another' })),
    },
  ],
  connections: [
    {
      name: 'ended connections',
      ...onServer(({ store, size, seed }) => connectionsTest({ store, cuts: size.connectionCuts, seed })),
    },
  ],
  hubs: [
    { name: 'two hubs on one directory', on: 'pglite', run: twoHubsTest },
    {
      ...{ name: 'three hubs', isLong: true },
      ...onServer(({ store, size, seed }) => fenceTest({ store, stops: size.stops, seed })),
    },
  ],
  race: [
    {
      name: 'refresh race',
      ...onServer(({ store, size, seed }) => raceTest({ store, seed, ...size.race })),
    },
  ],
} satisfies Readonly<Record<string, readonly Part[]>>;
