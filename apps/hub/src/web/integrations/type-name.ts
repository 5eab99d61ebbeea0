import type { Text } from '@lading/kit/text';
import type { Integration } from '../../api/integrations.ts';
import { texts } from './text.ts';

/** The types in the words of the wizard. */
export const typeNames: Readonly<Record<Integration['type'], Text>> = {
  'ups-quantum-view-data': texts.typeName,
  'ups-quantum-view-data-own': texts.typeNameOwn,
};

/** What the way to authorize again is called. */
export function againText({ type }: Pick<Integration, 'type'>): Text {
  return type === 'ups-quantum-view-data-own' ? texts.enterAgain : texts.authorizeAgain;
}
