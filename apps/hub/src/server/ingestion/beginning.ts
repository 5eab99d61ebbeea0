import type { FoldedBefore } from './fold.ts';
import type { Ends } from './located.ts';
import { zoneAt } from './progress.ts';
import type { ParcelState, StateAddress } from './state.ts';
import type { StoredProgress } from './stored-progress.ts';
import type { ZoneKnown } from './zones.ts';

/** What a stored parcel says, beside its state, of a beginning whose events may be gone with their month. */
export interface Beginning {
  /** The local day of its earliest event; null where it was folded before that was noted. */
  readonly firstOn: string | null;
  readonly service: string | null;
  readonly weightGrams: number | null;
  /** How far its fold came; null where another version of the program made it. */
  readonly progress: StoredProgress | null;
}

interface CutOff {
  readonly shippedOn: string;
  readonly state: ParcelState;
  readonly beginning: Beginning;
}

/**
 * A parcel whose first events are gone, as what its other events are folded upon. Those are folded a second time,
 * each in its place: the last of them to say something decides, as it did the first time.
 */
export function foldedBefore({ shippedOn, state, beginning }: CutOff): FoldedBefore {
  const { service, weightGrams, progress, firstOn } = beginning;
  const shippedBy = progress?.known.isShipDateTold === false ? 'first' : 'manifest';
  const nature = {
    state,
    service,
    weightGrams,
    shippedOn,
    shippedBy,
    firstOn: firstOn ?? shippedOn,
  } as const;
  return { progress, nature };
}

/** A beginning whose own events were taken back is not one that is only no longer kept. */
export function withoutDropped(beginning: Beginning, droppedFrom: string | undefined): Beginning {
  const isTakenBack =
    droppedFrom !== undefined && beginning.firstOn !== null && droppedFrom <= beginning.firstOn;
  return isTakenBack ? { ...beginning, firstOn: null } : beginning;
}

/** The ends that the events name, else those of the stored parcel: the manifest that named them may be gone. */
export function withEndsOf({ shipper, destination }: Ends, state: ParcelState | null): Ends {
  return {
    shipper: shipper ?? endAt(state?.shipper),
    destination: destination ?? endAt(state?.consignee),
  };
}

function endAt(address: StateAddress | null | undefined): ZoneKnown | null {
  return address ? zoneAt(address) : null;
}
