import { defineTexts } from '@lading/kit/text';

export const csvFileName = defineTexts({ name: { en: 'audit', fr: 'journal' } });

/** In the order of the file's columns. */
export const csvHeader = [
  { en: 'When (UTC)', fr: 'Quand (UTC)' },
  { en: 'Who', fr: 'Qui' },
  { en: 'What', fr: 'Quoi' },
  { en: 'Action', fr: 'Action' },
  { en: 'Subject', fr: 'Objet' },
  { en: 'Before', fr: 'Avant' },
  { en: 'After', fr: 'Après' },
  { en: 'Request', fr: 'Demande' },
] as const;
