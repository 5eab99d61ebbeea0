import type { EventKindName } from '../tables.ts';

/** The five kinds of records of a Quantum View file, in our words. */
export type EventKind = EventKindName;

/** Somebody at an address, as received; absent members were absent, empty or unreadable. */
export interface PartyFacts {
  readonly name?: string;
  readonly attention?: string;
  readonly lines?: readonly string[];
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

export interface PlaceFacts {
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
}

export interface ReferenceFacts {
  readonly level: 'shipment' | 'package';
  readonly code?: string;
  readonly value: string;
}

export interface MoneyFacts {
  readonly amount: string;
  readonly currency?: string;
}

/**
 * What one record says, in units of ours: grams, millimetres, `YYYY-MM-DD`, `HH:mm:ss`. It stands in
 * `events.facts` as it is here. Members are compared and joined one by one (see `joinFacts`).
 */
export interface EventFacts {
  /** Where it happened. */
  readonly place?: PlaceFacts;
  readonly shipperNumber?: string;
  readonly references?: readonly ReferenceFacts[];
  readonly service?: string;
  readonly billing?: { readonly option?: string; readonly account?: string };
  readonly scheduledOn?: string;
  readonly scheduledTime?: string;
  /** Exceptions and generic records: the new or agreed delivery date. */
  readonly rescheduledOn?: string;
  readonly rescheduledTime?: string;

  readonly shipper?: PartyFacts;
  readonly consignee?: PartyFacts;
  readonly accessPoint?: PartyFacts;
  readonly accessPointId?: string;
  readonly pickedUpOn?: string;
  readonly description?: string;
  readonly weightGrams?: number;
  readonly dimensionsMm?: readonly [length: number, width: number, height: number];
  readonly collect?: MoneyFacts;
  readonly declared?: MoneyFacts;
  readonly documents?: string;
  readonly chargeType?: string;
  readonly instructions?: string;
  readonly leadNumber?: string;
  /** Names of the accessorials that the manifest marks, in the carrier's spelling. */
  readonly options?: readonly string[];

  /** The carrier's own words for an exception's status. */
  readonly status?: string;
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly resolutionCode?: string;
  readonly resolution?: string;
  readonly updatedAddress?: PartyFacts;

  readonly deliveredTo?: PartyFacts;
  readonly location?: string;
  readonly signedBy?: string;
  readonly driverRelease?: string;

  readonly receivingLocation?: string;
  readonly failedNotice?: string;
}

/** One record about one parcel, before its life and its instant are known. */
export interface RecordRead {
  readonly trackingNumber: string;
  readonly kind: EventKind;
  /** Activity type of a generic record, status code of an exception, else empty. */
  readonly code: string;
  /** `YYYY-MM-DDTHH:mm:ss` as the carrier wrote it. */
  readonly localAt: string;
  readonly facts: EventFacts;
}
