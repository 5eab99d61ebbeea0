import { cut } from './cut.ts';
import type { EventFacts, PartyFacts, ReferenceFacts } from './facts.ts';
import type { LocatedEvent } from './located.ts';
import { byText, inTotalOrder } from './order.ts';
import { columnsOf, type Progress, type ProgressColumns, progressAfter } from './progress.ts';
import type { ParcelState, StateAddress, StateReference } from './state.ts';

/** Longest texts of a parcel's columns and state; events keep the full ones. */
const LONGEST = { text: 120, references: 60, lines: 6 } as const;

/** The heavy half of a parcel's fold: what it is, where it goes, when and how it was shipped. */
export interface Nature {
  readonly state: ParcelState;
  /** The local day of the first event. */
  readonly firstOn: string;
  readonly service: string | null;
  readonly weightGrams: number | null;
  readonly shippedOn: string;
  /** What `shippedOn` is: the first event's day, the first origin scan's, or the manifest's pick-up. */
  readonly shippedBy: 'first' | 'origin' | 'manifest';
}

/** One parcel, folded from all its events: the same set gives the same parcel, however it came together. */
export interface Folded {
  readonly progress: Progress;
  readonly nature: Nature;
}

/** What the fold goes on from where a parcel's earliest events are no longer kept. */
export interface FoldedBefore {
  readonly progress: Progress | null;
  readonly nature: Nature;
}

/** `ordered` are all of its events in their total order, or those that are left of them after `before`. */
export function foldEvents(ordered: readonly LocatedEvent[], before: FoldedBefore | null = null): Folded {
  let progress = before?.progress ?? null;
  let nature = before?.nature ?? null;
  for (const event of ordered) {
    progress = progressAfter(progress, event);
    nature = natureAfter(nature, event);
  }
  if (!progress || !nature) throw new RangeError('A parcel without events does not exist.');
  return { progress, nature };
}

function natureAfter(was: Nature | null, event: LocatedEvent): Nature {
  const { facts } = event;
  return {
    state: stateAfter(was?.state ?? emptyState(event.trackingNumber), event),
    service: facts.service ?? was?.service ?? null,
    weightGrams: facts.weightGrams ?? was?.weightGrams ?? null,
    firstOn: earlier(was?.firstOn, event.localAt.slice(0, 10)),
    ...shippedAfter(was, event),
  };
}

function earlier(was: string | undefined, day: string): string {
  return was !== undefined && was < day ? was : day;
}

function emptyState(trackingNumber: string): ParcelState {
  return {
    trackingNumber,
    shipper: null,
    shipperNumber: null,
    consignee: null,
    references: [],
    billing: null,
    dimensions: null,
    description: null,
  };
}

function stateAfter(was: ParcelState, event: LocatedEvent): ParcelState {
  const { facts } = event;
  return {
    trackingNumber: was.trackingNumber,
    shipper: facts.shipper ? addressOf(facts.shipper) : was.shipper,
    shipperNumber: short(facts.shipperNumber) ?? was.shipperNumber,
    consignee: consigneeAfter(was.consignee, event),
    references: referencesAfter(was.references, facts),
    billing: facts.billing ? billingOf(facts.billing) : was.billing,
    dimensions: sizeOf(facts) ?? was.dimensions,
    description: short(facts.description) ?? was.description,
  };
}

/** The manifest names it, the carrier may correct its address; without a manifest it is who took it. */
function consigneeAfter(was: StateAddress | null, { kind, facts }: LocatedEvent): StateAddress | null {
  if (facts.consignee) return addressOf(facts.consignee);
  if (facts.updatedAddress) return corrected(was, facts.updatedAddress);
  return was ?? (kind === 'delivery' && facts.deliveredTo ? addressOf(facts.deliveredTo) : null);
}

function corrected(was: StateAddress | null, by: PartyFacts): StateAddress {
  const now = addressOf(by);
  return {
    name: now.name ?? was?.name ?? null,
    attention: now.attention ?? was?.attention ?? null,
    lines: now.lines.length > 0 ? now.lines : (was?.lines ?? []),
    city: now.city ?? was?.city ?? null,
    region: now.region ?? was?.region ?? null,
    postalCode: now.postalCode ?? was?.postalCode ?? null,
    country: now.country ?? was?.country ?? null,
  };
}

function billingOf({
  option = '',
  account = '',
}: NonNullable<EventFacts['billing']>): ParcelState['billing'] {
  return { option, account };
}

function sizeOf({ dimensionsMm }: EventFacts): ParcelState['dimensions'] | undefined {
  if (!dimensionsMm) return undefined;
  const [lengthMm, widthMm, heightMm] = dimensionsMm;
  return { lengthMm, widthMm, heightMm };
}

/** All references that any event names, each once, the shipment's first. */
function referencesAfter(
  was: readonly StateReference[],
  { references }: EventFacts,
): readonly StateReference[] {
  const more = references?.filter((told) => !was.some((known) => isSameReference(known, told)));
  if (!more || more.length === 0) return was;
  const now = new Map(was.map((reference) => [referenceKey(reference), reference]));
  for (const { level, code, value } of more) {
    const reference = { level, code: short(code), value: cut(value, LONGEST.text) };
    now.set(referenceKey(reference), reference);
  }
  const sorted = [...now].sort(([a], [b]) => byText(a, b));
  return sorted.slice(0, LONGEST.references).map(([, reference]) => reference);
}

function isSameReference(known: StateReference, told: ReferenceFacts): boolean {
  return known.value === told.value && known.level === told.level && known.code === (told.code ?? null);
}

function referenceKey({ level, code, value }: StateReference): string {
  return `${level === 'shipment' ? 0 : 1}\n${code ?? ''}\n${value}`;
}

function shippedAfter(was: Nature | null, event: LocatedEvent): Pick<Nature, 'shippedOn' | 'shippedBy'> {
  const { pickedUpOn } = event.facts;
  if (pickedUpOn !== undefined) return { shippedOn: pickedUpOn, shippedBy: 'manifest' };
  const isFirstOrigin = event.kind === 'origin' && (!was || was.shippedBy === 'first');
  if (was && !isFirstOrigin) return { shippedOn: was.shippedOn, shippedBy: was.shippedBy };
  return { shippedOn: event.localAt.slice(0, 10), shippedBy: isFirstOrigin ? 'origin' : 'first' };
}

function addressOf(party: PartyFacts): StateAddress {
  return {
    name: short(party.name),
    attention: short(party.attention),
    lines: (party.lines ?? []).slice(0, LONGEST.lines).map((line) => cut(line, LONGEST.text)),
    city: short(party.city),
    region: short(party.region),
    postalCode: short(party.postalCode),
    country: short(party.country),
  };
}

function short(text: string | undefined): string | null {
  return text === undefined ? null : cut(text, LONGEST.text);
}

/** All of one parcel's events, in any order, as what a list shows of it. */
export function foldParcel(events: readonly LocatedEvent[], companyZone: string): ProgressColumns & Folded {
  const folded = foldEvents(inTotalOrder(events));
  return { ...columnsOf(folded.progress, companyZone), ...folded };
}
