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
 * `parcels.progress` as it is stored: written and read with every scan, so names are short, lists stand for objects,
 * and what is null or false is left out.
 */
export interface PackedProgress {
  readonly last: readonly [ms: number, rank: number, localAt: string];
  readonly status: Progress['status'];
  readonly void?: true;
  readonly scheduled?: Day;
  readonly moved?: Day;
  readonly delivered?: number;
  readonly exception?: number;
  readonly story?: ParcelStory;
}

/** `parcels.basis` as it is stored: what scans that tell nothing new leave as it is. */
export interface PackedBasis {
  readonly v: number;
  readonly zone: string;
  readonly settled?: true;
  readonly from?: Place;
  readonly to?: Place;
  readonly known: readonly [
    shipperNumber: string,
    service: string,
    billing: string,
    references: string,
    isShipDateTold: 0 | 1,
  ];
}

export function packProgress(progress: Progress): PackedProgress {
  const { scheduled, moved, deliveredMs, exceptionMs, story } = progress;
  return {
    last: [progress.lastMs, progress.lastRank, progress.lastLocalAt],
    status: progress.status,
    ...(progress.isVoidTold ? { void: true } : {}),
    ...(scheduled ? { scheduled: packDay(scheduled) } : {}),
    ...(moved ? { moved: packDay(moved) } : {}),
    ...(deliveredMs === null ? {} : { delivered: deliveredMs }),
    ...(exceptionMs === null ? {} : { exception: exceptionMs }),
    ...(isTold(story) ? { story } : {}),
  };
}

export function packBasis({
  version,
  companyZone,
  isSettled,
  shipperAt,
  consigneeAt,
  known,
}: StoredProgress): PackedBasis {
  return {
    v: version,
    zone: companyZone,
    ...(isSettled ? { settled: true } : {}),
    ...(shipperAt ? { from: packPlace(shipperAt) } : {}),
    ...(consigneeAt ? { to: packPlace(consigneeAt) } : {}),
    known: [
      known.shipperNumber,
      known.service,
      known.billing,
      known.references,
      known.isShipDateTold ? 1 : 0,
    ],
  };
}

/** The hub alone writes the columns; what an older program wrote has another version and is not gone on from. */
export function unpack(basis: unknown, stored: unknown): StoredProgress | null {
  if (!isBasis(basis) || !isProgress(stored)) return null;
  const [shipperNumber, service, billing, references, isShipDateTold] = basis.known;
  return {
    version: basis.v,
    companyZone: basis.zone,
    isSettled: basis.settled ?? false,
    lastMs: stored.last[0],
    lastRank: stored.last[1],
    lastLocalAt: stored.last[2],
    status: stored.status,
    isVoidTold: stored.void ?? false,
    scheduled: stored.scheduled ? dayOf(stored.scheduled) : null,
    moved: stored.moved ? dayOf(stored.moved) : null,
    deliveredMs: stored.delivered ?? null,
    exceptionMs: stored.exception ?? null,
    shipperAt: basis.from ? placeOf(basis.from) : null,
    consigneeAt: basis.to ? placeOf(basis.to) : null,
    known: { shipperNumber, service, billing, references, isShipDateTold: isShipDateTold === 1 },
    story: stored.story ?? NO_STORY,
  };
}

function isBasis(stored: unknown): stored is PackedBasis {
  return typeof stored === 'object' && stored !== null && 'v' in stored && stored.v === FOLD_VERSION;
}

function isProgress(stored: unknown): stored is PackedProgress {
  return typeof stored === 'object' && stored !== null && 'last' in stored;
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
