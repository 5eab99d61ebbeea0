/** An address on screen; every member is there, null where nothing was said. */
export interface StateAddress {
  readonly name: string | null;
  readonly attention: string | null;
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

export interface StateReference {
  readonly level: 'shipment' | 'package';
  readonly code: string | null;
  readonly value: string;
}

/** `parcels.state`: what a parcel is, which its scans rarely change. Search terms are made of it. */
export interface ParcelState {
  readonly trackingNumber: string;
  readonly shipper: StateAddress | null;
  readonly shipperNumber: string | null;
  /** Where it goes; a corrected address takes the place of the first. */
  readonly consignee: StateAddress | null;
  readonly references: readonly StateReference[];
  readonly billing: { readonly option: string; readonly account: string } | null;
  readonly dimensions: {
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  } | null;
  readonly description: string | null;
}

/** The latest exception, with what the carrier did about it. `isOpen` until the parcel moves on or is delivered. */
export interface StoryException {
  readonly occurredAt: string;
  readonly code: string;
  readonly description: string | null;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly resolutionCode: string | null;
  readonly resolution: string | null;
  readonly rescheduledOn: string | null;
  readonly isOpen: boolean;
}

/** What a parcel's scans have told so far, beside the columns that lists are made of. */
export interface ParcelStory {
  /** `HH:mm`, local to the destination. */
  readonly expectedTime: string | null;
  readonly signedBy: string | null;
  readonly deliveredTo: string | null;
  readonly exception: StoryException | null;
}

/** The state of a stored row. The hub alone writes the column, so a look at one member is enough. */
export function readState(stored: unknown): ParcelState {
  if (typeof stored === 'object' && stored !== null && 'trackingNumber' in stored)
    return stored as ParcelState;
  throw new TypeError('A stored parcel state is not one.');
}

/** The story in a stored row's `progress`; an empty one before anything was folded. */
export function readStory(progress: unknown): ParcelStory {
  const story =
    typeof progress === 'object' && progress !== null && 'story' in progress ? progress.story : null;
  return (story as ParcelStory | null) ?? NO_STORY;
}

export const NO_STORY: ParcelStory = Object.freeze({
  expectedTime: null,
  signedBy: null,
  deliveredTo: null,
  exception: null,
});
