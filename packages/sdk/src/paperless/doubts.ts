import type { Hint } from '../errors.ts';

/** How to find out whether a change whose answer was lost was made. */
export const doubts = {
  upload: {
    en: 'The documents may be kept, but their identifiers are lost. Upload them again and use the new ones: the others are never attached to anything.',
    fr: 'Les documents sont peut-être conservés, mais leurs identifiants sont perdus. Téléversez-les de nouveau et utilisez les nouveaux : les autres ne seront joints à rien.',
  },
  push: {
    en: 'The documents may be attached. Attach them again: the same document at the same shipment stays one.',
    fr: 'Les documents sont peut-être joints. Joignez-les de nouveau : un même document au même envoi reste unique.',
  },
  delete: {
    en: 'The document may be deleted. Delete it again: the carrier refuses an identifier that it no longer knows.',
    fr: 'Le document est peut-être supprimé. Supprimez-le de nouveau : le transporteur refuse un identifiant qu’il ne connaît plus.',
  },
} as const satisfies Readonly<Record<string, Hint>>;
