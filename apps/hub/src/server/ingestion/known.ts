import type { EventFacts } from './facts.ts';
import type { Nature } from './fold.ts';
import type { LocatedEvent } from './located.ts';

/**
 * What scans say again and again, as the fold knew it last: an event that says the same changes nothing of a
 * parcel's nature. Empty where nothing was said.
 */
export interface Known {
  readonly shipperNumber: string;
  readonly service: string;
  readonly billing: string;
  readonly references: string;
  /** An origin scan, or the manifest, has said when it was shipped. */
  readonly isShipDateTold: boolean;
}

/** `ordered` are all events of a parcel in their total order. */
export function knownOf(ordered: readonly LocatedEvent[], { shippedBy }: Pick<Nature, 'shippedBy'>): Known {
  const isShipDateTold = shippedBy !== 'first';
  let known: Known = { shipperNumber: '', service: '', billing: '', references: '', isShipDateTold };
  for (const { facts } of ordered) {
    known = {
      isShipDateTold,
      shipperNumber: facts.shipperNumber ?? known.shipperNumber,
      service: facts.service ?? known.service,
      billing: billingText(facts) || known.billing,
      references: referencesText(facts) || known.references,
    };
  }
  return known;
}

/** Whether an event can only move a parcel on: everything it says of the parcel's nature is known already. */
export function saysNothingNew({ kind, facts }: LocatedEvent, known: Known): boolean {
  if (kind === 'manifest' || facts.updatedAddress || (kind === 'origin' && !known.isShipDateTold))
    return false;
  return (
    isKnown(facts.shipperNumber, known.shipperNumber) &&
    isKnown(facts.service, known.service) &&
    isKnown(billingText(facts), known.billing) &&
    isKnown(referencesText(facts), known.references)
  );
}

function isKnown(said: string | undefined, known: string): boolean {
  return said === undefined || said === '' || said === known;
}

function billingText({ billing }: EventFacts): string {
  return billing ? `${billing.option ?? ''} ${billing.account ?? ''}` : '';
}

function referencesText({ references }: EventFacts): string {
  if (!references) return '';
  return references.map(({ level, code, value }) => `${level.charAt(0)}${code ?? ''} ${value}`).join('\n');
}
