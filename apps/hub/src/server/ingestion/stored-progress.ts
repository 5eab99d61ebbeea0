import type { Known } from './known.ts';
import type { DayStated, Progress } from './progress.ts';
import { NO_STORY, type ParcelStory } from './state.ts';
import type { PlaceAt } from './status.ts';

/** Changes whenever the same events would be folded otherwise than before; older parcels are then folded anew. */
export const FOLD_VERSION = 1;

/** From where the fold of a parcel goes on, and under which assumptions it was made. */
export interface StoredProgress extends Progress {
  readonly version: number;
  readonly companyZone: string;
  /** A manifest names both ends and nothing has corrected them since: later records change neither. */
  readonly isSettled: boolean;
  readonly known: Known;
}

type Place = readonly [
  city: string | null,
  region: string | null,
  postalCode: string | null,
  country: string | null,
];
type Day = readonly [on: string, time: string | null, ms: number];

/**
 * `parcels.progress` as it is stored: written and read with every event, so names are short, lists stand for
 * objects, and what is null or false is left out.
 */
export interface PackedProgress {
  readonly v: number;
  readonly zone: string;
  readonly settled?: true;
  readonly last: readonly [ms: number, rank: number, localAt: string];
  readonly status: Progress['status'];
  readonly void?: true;
  readonly scheduled?: Day;
  readonly moved?: Day;
  readonly delivered?: number;
  readonly exception?: number;
  readonly from?: Place;
  readonly to?: Place;
  readonly known: readonly [
    shipperNumber: string,
    service: string,
    billing: string,
    references: string,
    isShipDateTold: 0 | 1,
  ];
  readonly story?: ParcelStory;
}

export function pack(progress: StoredProgress): PackedProgress {
  const { scheduled, moved, deliveredMs, exceptionMs, shipperAt, consigneeAt, known, story } = progress;
  return {
    v: progress.version,
    zone: progress.companyZone,
    ...(progress.isSettled ? { settled: true } : {}),
    last: [progress.lastMs, progress.lastRank, progress.lastLocalAt],
    status: progress.status,
    ...(progress.isVoidTold ? { void: true } : {}),
    ...(scheduled ? { scheduled: packDay(scheduled) } : {}),
    ...(moved ? { moved: packDay(moved) } : {}),
    ...(deliveredMs === null ? {} : { delivered: deliveredMs }),
    ...(exceptionMs === null ? {} : { exception: exceptionMs }),
    ...(shipperAt ? { from: packPlace(shipperAt) } : {}),
    ...(consigneeAt ? { to: packPlace(consigneeAt) } : {}),
    known: [
      known.shipperNumber,
      known.service,
      known.billing,
      known.references,
      known.isShipDateTold ? 1 : 0,
    ],
    ...(isTold(story) ? { story } : {}),
  };
}

/** The hub alone writes the column; what an older program wrote has another version and is not gone on from. */
export function unpack(stored: unknown): StoredProgress | null {
  if (!isPacked(stored)) return null;
  const [shipperNumber, service, billing, references, isShipDateTold] = stored.known;
  return {
    version: stored.v,
    companyZone: stored.zone,
    isSettled: stored.settled ?? false,
    lastMs: stored.last[0],
    lastRank: stored.last[1],
    lastLocalAt: stored.last[2],
    status: stored.status,
    isVoidTold: stored.void ?? false,
    scheduled: stored.scheduled ? dayOf(stored.scheduled) : null,
    moved: stored.moved ? dayOf(stored.moved) : null,
    deliveredMs: stored.delivered ?? null,
    exceptionMs: stored.exception ?? null,
    shipperAt: stored.from ? placeOf(stored.from) : null,
    consigneeAt: stored.to ? placeOf(stored.to) : null,
    known: { shipperNumber, service, billing, references, isShipDateTold: isShipDateTold === 1 },
    story: stored.story ?? NO_STORY,
  };
}

function isPacked(stored: unknown): stored is PackedProgress {
  return typeof stored === 'object' && stored !== null && 'v' in stored && stored.v === FOLD_VERSION;
}

function isTold(story: ParcelStory): boolean {
  return (
    story.expectedTime !== null ||
    story.deliveredTo !== null ||
    story.signedBy !== null ||
    story.exception !== null
  );
}

function packDay({ on, time, ms }: DayStated): Day {
  return [on, time, ms];
}

function dayOf([on, time, ms]: Day): DayStated {
  return { on, time, ms };
}

function packPlace({ city, region, postalCode, country }: PlaceAt): Place {
  return [city, region, postalCode, country];
}

function placeOf([city, region, postalCode, country]: Place): PlaceAt {
  return { city, region, postalCode, country };
}
