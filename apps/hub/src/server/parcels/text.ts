import { defineTexts, type Text } from '@lading/kit/text';
import type { Direction, ParcelStatus } from './rows.ts';

/** The words of the CSV file: a program reads the columns by place, a person by these. */
export const csvHeader: readonly Text[] = [
  { en: 'Tracking number', fr: 'Numéro de suivi' },
  { en: 'Status', fr: 'État' },
  { en: 'Late', fr: 'En retard' },
  { en: 'Rescheduled', fr: 'Reporté' },
  { en: 'Direction', fr: 'Sens' },
  { en: 'Shipper', fr: 'Expéditeur' },
  { en: 'Consignee', fr: 'Destinataire' },
  { en: 'City', fr: 'Ville' },
  { en: 'State or province', fr: 'État ou province' },
  { en: 'Country', fr: 'Pays' },
  { en: 'Service code', fr: 'Code de service' },
  { en: 'Weight (kg)', fr: 'Poids (kg)' },
  { en: 'Shipped on', fr: 'Expédié le' },
  { en: 'Expected on', fr: 'Attendu le' },
  { en: 'Delivered at (UTC)', fr: 'Livré à (UTC)' },
  { en: 'Last event at (UTC)', fr: 'Dernier événement à (UTC)' },
  { en: 'Environment', fr: 'Environnement' },
];

export const statusTexts: Readonly<Record<ParcelStatus, Text>> = defineTexts({
  manifested: { en: 'Manifested', fr: 'Déclaré' },
  'picked-up': { en: 'Picked up', fr: 'Ramassé' },
  'in-transit': { en: 'In transit', fr: 'En transit' },
  'out-for-delivery': { en: 'Out for delivery', fr: 'En cours de livraison' },
  exception: { en: 'Exception', fr: 'Exception' },
  delivered: { en: 'Delivered', fr: 'Livré' },
  returned: { en: 'Returned', fr: 'Retourné' },
  voided: { en: 'Voided', fr: 'Annulé' },
});

export const directionTexts: Readonly<Record<Direction, Text>> = defineTexts({
  outbound: { en: 'Outbound', fr: 'Sortant' },
  inbound: { en: 'Inbound', fr: 'Entrant' },
  'third-party': { en: 'Third party', fr: 'Tiers' },
});

export const yesNo = defineTexts({ yes: { en: 'yes', fr: 'oui' }, no: { en: 'no', fr: 'non' } });

export const csvFileName: Text = { en: 'parcels', fr: 'colis' };
