import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'Sign in', fr: 'Ouvrir une session' },
  lead: {
    en: 'Where every parcel is, when it comes, and what is wrong.',
    fr: 'Où est chaque colis, quand il arrive et ce qui ne va pas.',
  },
  email: { en: 'E-mail', fr: 'Courriel' },
  password: { en: 'Password', fr: 'Mot de passe' },
  submit: { en: 'Sign in', fr: 'Ouvrir la session' },
  checking: { en: 'Checking…', fr: 'Vérification…' },
});
