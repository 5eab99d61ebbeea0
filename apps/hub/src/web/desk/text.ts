import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'Customer success', fr: 'Succès client' },
  lead: {
    en: 'How each company’s integration stands. No token and no parcel can be seen from here.',
    fr: 'Où en est l’intégration de chaque entreprise. Aucun jeton ni colis n’est visible d’ici.',
  },
  company: { en: 'Company', fr: 'Entreprise' },
  none: { en: 'No integration yet', fr: 'Aucune intégration' },
  empty: { en: 'No company yet.', fr: 'Aucune entreprise.' },
});
