import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'Audit', fr: 'Journal d’audit' },
  lead: { en: 'Who changed what, newest first.', fr: 'Qui a changé quoi, du plus récent au plus ancien.' },
  when: { en: 'When', fr: 'Quand' },
  who: { en: 'Who', fr: 'Qui' },
  what: { en: 'What', fr: 'Quoi' },
  change: { en: 'Before and after', fr: 'Avant et après' },
  system: { en: 'Lading', fr: 'Lading' },
  empty: { en: 'Nothing has been recorded yet.', fr: 'Rien n’a encore été consigné.' },
  filterWhat: { en: 'What', fr: 'Quoi' },
  filterFrom: { en: 'From', fr: 'Du' },
  filterTo: { en: 'To', fr: 'Au' },
  everything: { en: 'Everything', fr: 'Tout' },
  nothingFound: { en: 'Nothing matches this filter.', fr: 'Rien ne correspond à ce filtre.' },
  csv: { en: 'Download as CSV', fr: 'Télécharger en CSV' },
  more: { en: 'Show more', fr: 'Afficher la suite' },
});
