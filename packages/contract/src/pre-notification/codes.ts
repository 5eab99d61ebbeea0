import { nameErrors, sources } from '../stated.ts';

const hard = { status: 400, severity: 'Hard' } as const;

/**
 * What pre-notification refuses. Regulation sets, modes of transport, levels and packing groups are those of the
 * dangerous goods tool.
 */
export const preNotificationErrors = Object.freeze({
  ...nameErrors(
    { ...hard, ...sources.seen('UPS-API/api-documentation, thread 61', '2024-03-19') },
    {
      accountNotAuthorized: [
        '9190033',
        'Your UPS Account number is not authorized for Dangerous Goods shipments.',
        'The account has no dangerous goods contract',
        'Le compte n’a pas de contrat de marchandises dangereuses',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...sources.ours('the carrier’s list is not public; numbers and wording are ours') },
    {
      shipmentUnknown: [
        '9191001',
        'Shipment {number} was not found.',
        'No shipment of that number is known',
        'Aucun envoi de ce numéro n’est connu',
      ],
      packageUnknown: [
        '9191002',
        'Package {number} was not found in the shipment.',
        'The shipment has no package of that number',
        'L’envoi ne compte aucun colis de ce numéro',
      ],
      alreadyPickedUp: [
        '9191003',
        'The shipment has already entered the network.',
        'The shipment is under way: too late to announce it',
        'L’envoi est en route : il est trop tard pour l’annoncer',
      ],
      neverNotified: [
        '9191004',
        'The shipment to be voided was not notified before.',
        'What is withdrawn was never announced',
        'Ce qui est annulé n’a jamais été annoncé',
      ],
      pickupDateInvalid: [
        '9191005',
        'Missing or invalid PickupDate.',
        'The pick-up date is missing or invalid',
        'La date de ramassage est absente ou invalide',
      ],
    },
  ),
});
