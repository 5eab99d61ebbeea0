import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'Account', fr: 'Compte' },
  language: { en: 'Language', fr: 'Langue' },
  english: { en: 'English', fr: 'English (anglais)' },
  french: { en: 'Français (French)', fr: 'Français' },
  zone: { en: 'Time zone', fr: 'Fuseau horaire' },
  password: { en: 'Password', fr: 'Mot de passe' },
  currentPassword: { en: 'Present password', fr: 'Mot de passe actuel' },
  setPassword: { en: 'Change the password', fr: 'Modifier le mot de passe' },
  passwordSet: {
    en: 'The password is changed. Your other sessions have ended.',
    fr: 'Le mot de passe est modifié. Vos autres sessions sont fermées.',
  },
  secondFactor: { en: 'Second factor', fr: 'Second facteur' },
  secondFactorLead: {
    en: 'Beside the password, a code from an authenticator on your telephone.',
    fr: 'En plus du mot de passe, un code d’une application d’authentification sur votre téléphone.',
  },
  on: { en: 'On', fr: 'Activé' },
  off: { en: 'Off', fr: 'Désactivé' },
  turnOn: { en: 'Turn on', fr: 'Activer' },
  turnOff: { en: 'Turn off', fr: 'Désactiver' },
  scan: {
    en: 'Scan this picture with the authenticator, then type the code that it shows.',
    fr: 'Numérisez cette image avec l’application, puis entrez le code affiché.',
  },
  picture: { en: 'QR code of the secret', fr: 'Code QR du secret' },
  orType: { en: 'Or type the secret:', fr: 'Ou entrez le secret :' },
  code: { en: 'Code', fr: 'Code' },
  confirm: { en: 'Confirm', fr: 'Confirmer' },
  recoveryTitle: { en: 'Keep these codes', fr: 'Conservez ces codes' },
  recovery: {
    en: 'Each opens a session once when the telephone is lost. They are shown only now.',
    fr: 'Chacun ouvre une session une fois si le téléphone est perdu. Ils ne sont affichés que maintenant.',
  },
  codesLeft: { en: 'Recovery codes left: {count}', fr: 'Codes de récupération restants : {count}' },
  passwordToTurnOff: {
    en: 'Your password, to turn it off',
    fr: 'Votre mot de passe, pour le désactiver',
  },
});
