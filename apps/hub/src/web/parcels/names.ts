import { activityTypes, billOptions } from '@lading/contract/quantum-view/codes';
import { references, services } from '@lading/contract/shipping/codes';
import type { Text } from '@lading/kit/text';
import type { ParcelEvent } from '../../api/parcels.ts';
import { kindTexts } from './text.ts';

/** What happened, in the reader's language: the code's name where the contract knows it, else the record's kind. */
export function nameEvent(event: Pick<ParcelEvent, 'kind' | 'code'>): Text {
  const known = event.kind === 'generic' ? findName(activityTypes, event.code) : undefined;
  return known ?? kindTexts[event.kind];
}

/** Who pays; null for a code that nobody knows. */
export function nameBilling(option: string): Text | null {
  return findName(billOptions, option) ?? null;
}

/** A service of the carrier by its two characters; null for one that nobody knows. */
export function nameService(code: string): Text | null {
  return findName(services, code) ?? null;
}

/** What a reference is; null for a code that nobody knows, such as a shipper's own. */
export function nameReference(code: string): Text | null {
  return findName(references, code) ?? null;
}

function findName(names: Readonly<Record<string, Text>>, code: string): Text | undefined {
  return Object.hasOwn(names, code) ? names[code] : undefined;
}
