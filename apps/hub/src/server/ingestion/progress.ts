import { cut } from './cut.ts';
import type { EventFacts, PartyFacts } from './facts.ts';
import { endOfDay } from './local-time.ts';
import type { LocatedEvent } from './located.ts';
import { rankOf } from './order.ts';
import type { ParcelStory, StoryException } from './state.ts';
import { isOpenStatus, type ParcelStatus, type PlaceAt, statusAfter } from './status.ts';
import { type ZoneKnown, zoneOf } from './zones.ts';

const LONGEST_TEXT = 120;

export interface DayStated {
  readonly on: string;
  readonly time: string | null;
  /** When this day was told first, milliseconds since 1970. */
  readonly ms: number;
}

/**
 * The light half of a parcel's fold: everything that scans move on. It is stored, so that later events go on from
 * it without the earlier ones being read.
 */
export interface Progress {
  /** The last event in the total order: its instant and the rank of its kind. */
  readonly lastMs: number;
  readonly lastRank: number;
  /** Of all events; the last in the total order need not be the last by the local clock. */
  readonly lastLocalAt: string;
  /** Before voids are looked at. */
  readonly status: ParcelStatus;
  readonly isVoidTold: boolean;
  readonly scheduled: DayStated | null;
  readonly moved: DayStated | null;
  readonly deliveredMs: number | null;
  readonly exceptionMs: number | null;
  readonly shipperAt: PlaceAt | null;
  readonly consigneeAt: PlaceAt | null;
  readonly story: ParcelStory;
}

/** The fold's step; `null` before the first event. Events come in their total order. */
export function progressAfter(was: Progress | null, event: LocatedEvent): Progress {
  const { facts, kind, localAt, instantMs } = event;
  const shipperAt = facts.shipper ? placeAt(facts.shipper) : (was?.shipperAt ?? null);
  const consigneeAt = consigneeAfter(was?.consigneeAt ?? null, event);
  const status = statusAfter(was?.status ?? 'manifested', event, { shipperAt, consigneeAt });
  const scheduled = stated(was?.scheduled, event, facts.scheduledOn, facts.scheduledTime);
  const moved = stated(was?.moved, event, facts.rescheduledOn, facts.rescheduledTime);
  return {
    lastMs: instantMs,
    lastRank: rankOf(event),
    lastLocalAt: was && was.lastLocalAt > localAt ? was.lastLocalAt : localAt,
    status,
    isVoidTold: (was?.isVoidTold ?? false) || (kind === 'generic' && event.code === 'VM'),
    scheduled,
    moved,
    deliveredMs: kind === 'delivery' ? instantMs : (was?.deliveredMs ?? null),
    exceptionMs: kind === 'exception' ? instantMs : (was?.exceptionMs ?? null),
    shipperAt,
    consigneeAt,
    story: storyAfter(was?.story, event, { status, scheduled, moved }),
  };
}

/** The manifest names where it goes, the carrier may correct it; without either it is where it was handed over. */
function consigneeAfter(was: PlaceAt | null, { kind, facts }: LocatedEvent): PlaceAt | null {
  if (facts.consignee) return placeAt(facts.consignee);
  if (facts.updatedAddress) {
    const now = placeAt(facts.updatedAddress);
    return {
      city: now.city ?? was?.city ?? null,
      region: now.region ?? was?.region ?? null,
      postalCode: now.postalCode ?? was?.postalCode ?? null,
      country: now.country ?? was?.country ?? null,
    };
  }
  return was ?? (kind === 'delivery' && facts.deliveredTo ? placeAt(facts.deliveredTo) : null);
}

function placeAt({ city, region, postalCode, country }: PartyFacts): PlaceAt {
  return {
    city: short(city),
    region: short(region),
    postalCode: short(postalCode),
    country: short(country),
  };
}

/** A day told again keeps the moment at which it was told first. Midnight is how records without a time are written. */
function stated(
  was: DayStated | null | undefined,
  event: LocatedEvent,
  on: string | undefined,
  time: string | undefined,
): DayStated | null {
  if (on === undefined) return was ?? null;
  const ms = was?.on === on ? was.ms : event.instantMs;
  return { on, time: time === undefined || time === '00:00:00' ? null : time.slice(0, 5), ms };
}

type Standing = Pick<Progress, 'status' | 'scheduled' | 'moved'>;

function storyAfter(was: ParcelStory | undefined, event: LocatedEvent, standing: Standing): ParcelStory {
  const { facts } = event;
  const isHandover = event.kind === 'delivery';
  return {
    expectedTime: expectedTimeOf(standing),
    signedBy: isHandover ? short(facts.signedBy) : (was?.signedBy ?? null),
    deliveredTo: isHandover ? short(facts.location ?? facts.driverRelease) : (was?.deliveredTo ?? null),
    exception: exceptionAfter(was?.exception ?? null, event, standing.status),
  };
}

/** When it is expected on its day: what was said together with the day. */
function expectedTimeOf({ scheduled, moved }: Standing): string | null {
  return (moved !== null && moved.on !== scheduled?.on ? moved : scheduled)?.time ?? null;
}

function exceptionAfter(
  was: StoryException | null,
  event: LocatedEvent,
  status: ParcelStatus,
): StoryException | null {
  const isOpen = status === 'exception';
  if (event.kind !== 'exception') return was && was.isOpen !== isOpen ? { ...was, isOpen } : was;
  return {
    occurredAt: new Date(event.instantMs).toISOString(),
    ...wordsOf(event.facts),
    code: event.code,
    isOpen,
  };
}

function wordsOf(facts: EventFacts) {
  return {
    description: short(facts.status),
    reasonCode: short(facts.reasonCode),
    reason: short(facts.reason),
    resolutionCode: short(facts.resolutionCode),
    resolution: short(facts.resolution),
    rescheduledOn: facts.rescheduledOn ?? null,
  };
}

function short(text: string | undefined): string | null {
  return text === undefined ? null : cut(text, LONGEST_TEXT);
}

/** The columns of a parcel that follow from its progress. Instants are milliseconds since 1970. */
export interface ProgressColumns {
  readonly status: ParcelStatus;
  readonly expectedOn: string | null;
  /**
   * When it became or becomes late: the moment it was put off to a later day, else the end of the expected day where
   * it goes. Null once it is delivered, returned or voided.
   */
  readonly lateAfterMs: number | null;
  readonly isRescheduled: boolean;
  readonly deliveredMs: number | null;
  readonly exceptionMs: number | null;
  readonly lastEventMs: number;
}

/** A void counts while no scan exists, earlier or later: a label that travelled was used. */
export function columnsOf(progress: Progress, companyZone: string): ProgressColumns {
  const { scheduled, moved } = progress;
  const status = progress.status === 'manifested' && progress.isVoidTold ? 'voided' : progress.status;
  return {
    status,
    expectedOn: (moved ?? scheduled)?.on ?? null,
    lateAfterMs: isOpenStatus(status) ? lateAfter(progress, companyZone) : null,
    isRescheduled: moved !== null && moved.on !== scheduled?.on,
    deliveredMs: status === 'delivered' ? progress.deliveredMs : null,
    exceptionMs: progress.exceptionMs,
    lastEventMs: progress.lastMs,
  };
}

/** A move from no known day is no delay. */
function lateAfter({ scheduled, moved, consigneeAt }: Progress, companyZone: string): number | null {
  if (moved && scheduled && moved.on > scheduled.on) return moved.ms;
  const expected = moved ?? scheduled;
  return expected && endOfDay(expected.on, zoneAt(consigneeAt)?.zone ?? companyZone);
}

export function zoneAt(place: PlaceAt | null): ZoneKnown | null {
  if (!place) return null;
  const { city, region, country } = place;
  return zoneOf({ city: city ?? '', region: region ?? '', country: country ?? '' });
}
