import { defineTexts } from '@lading/kit/text';

export const pageTexts = defineTexts({
  sandbox: { en: 'Lading sandbox', fr: 'Bac à sable Lading' },
  notTheCarrier: { en: 'This is not the carrier', fr: 'Ce n’est pas le transporteur' },
  otherLanguage: { en: 'Français', fr: 'English' },
});
