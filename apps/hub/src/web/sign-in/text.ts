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
  code: { en: 'Code', fr: 'Code' },
  codeHint: {
    en: 'The six digits of your authenticator, or one of your recovery codes.',
    fr: 'Les six chiffres de votre application d’authentification ou un de vos codes de récupération.',
  },
  forgot: { en: 'I forgot my password', fr: 'J’ai oublié mon mot de passe' },
  toSignIn: { en: 'To the sign-in', fr: 'Vers l’ouverture de session' },
  joinTitle: { en: 'Invitation', fr: 'Invitation' },
  joinCompany: { en: 'Join {company}', fr: 'Rejoindre {company}' },
  joinNew: {
    en: 'You will sign in as {email}.',
    fr: 'Vous ouvrirez vos sessions avec {email}.',
  },
  joinKnown: {
    en: 'You have a login already: {email}. Its password accepts the invitation.',
    fr: 'Vous avez déjà un compte : {email}. Son mot de passe accepte l’invitation.',
  },
  joined: {
    en: 'You belong to {company} now.',
    fr: 'Vous faites maintenant partie de {company}.',
  },
  join: { en: 'Join', fr: 'Rejoindre' },
  name: { en: 'Your name', fr: 'Votre nom' },
  newPassword: { en: 'New password', fr: 'Nouveau mot de passe' },
  newPasswordHint: {
    en: 'At least 12 characters. A few words that do not belong together are good.',
    fr: 'Au moins 12 caractères. Quelques mots sans lien entre eux conviennent bien.',
  },
  resetTitle: { en: 'New password', fr: 'Nouveau mot de passe' },
  resetLead: {
    en: 'You will get a letter with a link that works for one hour.',
    fr: 'Vous recevrez un courriel avec un lien valable une heure.',
  },
  resetAsk: { en: 'Send the link', fr: 'Envoyer le lien' },
  resetSent: {
    en: 'If this address has a login, the link is on its way.',
    fr: 'Si cette adresse a un compte, le lien est en route.',
  },
  resetChoose: { en: 'Set the password', fr: 'Enregistrer le mot de passe' },
  resetDone: {
    en: 'The password is set. You are signed out everywhere.',
    fr: 'Le mot de passe est enregistré. Vos sessions sont fermées partout.',
  },
});
