import { activityTypes, billOptions } from '@lading/contract/quantum-view/codes';
import type { Text } from '@lading/kit/text';
import type { ParcelEvent } from '../../api/parcels.ts';
import { kindTexts } from './text.ts';

/** What happened, in the reader's language: the code's name where the contract knows it, else the record's kind. */
export function nameEvent(event: Pick<ParcelEvent, 'kind' | 'code'>): Text {
  const known = event.kind === 'generic' ? findName(activityTypes, event.code) : undefined;
  return known ?? kindTexts[event.kind];
}

/** Who pays; a code that nobody knows stands for itself. */
export function nameBilling(option: string): Text {
  return findName(billOptions, option) ?? { en: option, fr: option };
}

function findName(names: Readonly<Record<string, Text>>, code: string): Text | undefined {
  return Object.hasOwn(names, code) ? names[code] : undefined;
}
