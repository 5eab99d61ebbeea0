import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'Account', fr: 'Compte' },
  language: { en: 'Language', fr: 'Langue' },
  english: { en: 'English', fr: 'English (anglais)' },
  french: { en: 'Français (French)', fr: 'Français' },
  zone: { en: 'Time zone', fr: 'Fuseau horaire' },
});
