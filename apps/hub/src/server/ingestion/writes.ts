import type { EnvironmentName } from '../tables.ts';
import type { Nature } from './fold.ts';
import type { NumberOwner } from './identity.ts';
import type { LocatedEvent } from './located.ts';
import type { ProgressColumns } from './progress.ts';
import type { NumberedRecord } from './reader.ts';
import type { StoredProgress } from './stored-progress.ts';

/** Who tells it, and for whom. */
export interface Telling extends NumberOwner {
  readonly companyZone: string;
  readonly subscriptionId: string;
}

/** The part, by its entry in the ledger, that tells something. */
export interface ToldBy {
  readonly partId: string;
  /** The part stood in the ledger before: some of what it tells may have its provenance already. */
  readonly isRetold: boolean;
}

export interface ToldRecord {
  readonly record: NumberedRecord;
  readonly by: ToldBy;
}

/** What scans move on in a parcel's row. */
export interface ProgressToWrite {
  readonly parcelId: string;
  readonly columns: ProgressColumns;
  readonly progress: StoredProgress;
}

export interface ParcelToWrite extends ProgressToWrite {
  readonly environment: EnvironmentName;
  readonly trackingNumber: string;
  readonly shipEpoch: number;
  readonly lives: number;
  readonly seenBy: readonly string[];
  readonly nature: Nature;
}

export interface EventToWrite {
  readonly parcelId: string;
  readonly event: LocatedEvent;
}

export interface TermToWrite {
  readonly parcelId: string;
  readonly shippedOn: string;
  readonly term: string;
}

/** An event that moves to another life of its number, with its provenance. */
export interface EventMoved {
  readonly from: { readonly parcelId: string; readonly eventId: string };
  readonly to: { readonly parcelId: string; readonly eventId: string };
}

/** That a part told of an event: its provenance. */
export interface SourceToWrite {
  readonly parcelId: string;
  readonly eventId: string;
  readonly by: ToldBy;
}

/** A parcel to be deleted, and its terms: no index leads from the one to the others. */
export interface ParcelGone {
  readonly parcelId: string;
  readonly terms: readonly TermToWrite[];
}

/** What the store has to do for some numbers, table by table. */
export interface Writes {
  /** Parcels whose lives were counted anew: they and their events and terms go before anything else. */
  readonly goneParcels: ParcelGone[];
  readonly movedEvents: EventMoved[];
  readonly newEvents: EventToWrite[];
  readonly changedEvents: EventToWrite[];
  readonly newParcels: ParcelToWrite[];
  readonly changedParcels: ParcelToWrite[];
  readonly progressedParcels: ProgressToWrite[];
  readonly goneTerms: TermToWrite[];
  readonly newTerms: TermToWrite[];
  readonly told: SourceToWrite[];
}

export function noWrites(): Writes {
  return {
    goneParcels: [],
    movedEvents: [],
    newEvents: [],
    changedEvents: [],
    newParcels: [],
    changedParcels: [],
    progressedParcels: [],
    goneTerms: [],
    newTerms: [],
    told: [],
  };
}
