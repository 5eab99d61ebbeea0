import type { Hint } from '../errors.ts';

/** How to find out whether a change whose answer was lost was made. */
export const doubts = {
  create: {
    en: 'The pick-up may be ordered. Ask pickup.pending for the account: a pick-up of that day with your reference is it.',
    fr: 'Le ramassage est peut-être commandé. Demandez pickup.pending pour le compte : un ramassage de ce jour avec votre référence est le vôtre.',
  },
  cancel: {
    en: 'The pick-up may be cancelled. Ask pickup.pending for the account: it is there as long as it stands.',
    fr: 'Le ramassage est peut-être annulé. Demandez pickup.pending pour le compte : il y figure tant qu’il tient.',
  },
} as const satisfies Readonly<Record<string, Hint>>;
