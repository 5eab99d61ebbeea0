import type { Hint } from '../errors.ts';

/** How to find out whether a change whose answer was lost was made. */
export const doubts = {
  create: {
    en: 'The shipment may exist and be charged. Look for your reference with shipping.recover or tracking.byReference; void what you find twice.',
    fr: 'L’envoi existe peut-être et peut être facturé. Cherchez votre référence avec shipping.recover ou tracking.byReference; annulez ce qui s’y trouve en double.',
  },
  void: {
    en: 'The shipment may be voided. Void it again: the carrier refuses what is voided already. Or look at its status with tracking.details.',
    fr: 'L’envoi est peut-être annulé. Annulez-le de nouveau : le transporteur refuse ce qui est déjà annulé. Ou voyez son état avec tracking.details.',
  },
} as const satisfies Readonly<Record<string, Hint>>;
