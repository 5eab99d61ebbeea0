import { defineTexts, type Text } from '@lading/kit/text';

export const loginTexts = defineTexts({
  title: { en: 'Log in', fr: 'Ouvrir une session' },
  step: { en: 'Step {step} of 2', fr: 'Étape {step} de 2' },
  asks: { en: '{application} asks for access', fr: '{application} demande l’accès' },
  userName: { en: 'User name', fr: 'Nom d’utilisateur' },
  agreement: {
    en: 'With your agreement, {application} reads {data} of every shipping account that is associated with your user name at that moment. It never learns your password. You can withdraw this at any time; a change of password ends it too.',
    fr: 'Avec votre accord, {application} lit {data} de chaque compte d’expédition associé à votre nom d’utilisateur à ce moment-là. Votre mot de passe ne lui est jamais communiqué. Vous pouvez y mettre fin en tout temps; un changement de mot de passe y met fin aussi.',
  },
  agree: { en: 'I agree', fr: 'J’accepte' },
  continue: { en: 'Continue', fr: 'Continuer' },
  cancel: { en: 'Cancel', fr: 'Annuler' },
  password: { en: 'Password', fr: 'Mot de passe' },
  passwordFor: { en: 'Logging in as', fr: 'Session de' },
  anotherUser: { en: 'Another user', fr: 'Autre utilisateur' },
  logon: { en: 'Logon', fr: 'Se connecter' },
  warning: {
    en: 'A practice log-in of a sandbox. Never type a real password here.',
    fr: 'Session d’exercice d’un bac à sable. N’y tapez jamais un vrai mot de passe.',
  },
  userNameMissing: { en: 'Enter your user name.', fr: 'Entrez votre nom d’utilisateur.' },
  agreementMissing: {
    en: 'Tick the box: without your agreement {application} gets no access.',
    fr: 'Cochez la case : sans votre accord, {application} n’obtient aucun accès.',
  },
  campusShip: {
    en: 'This user name is used for CampusShip. Users of CampusShip cannot authorize applications: log in with another user name.',
    fr: 'Ce nom d’utilisateur sert à CampusShip. Les utilisateurs de CampusShip ne peuvent pas autoriser d’applications : ouvrez une session avec un autre nom.',
  },
  passwordMissing: { en: 'Enter your password.', fr: 'Entrez votre mot de passe.' },
  wrongPassword: {
    en: 'The user name or the password is not right.',
    fr: 'Le nom d’utilisateur ou le mot de passe est inexact.',
  },
  waitBefore: {
    en: 'Too many attempts. Try again in {seconds} s.',
    fr: 'Trop de tentatives. Réessayez dans {seconds} s.',
  },
  lostTitle: { en: 'This log-in cannot go on', fr: 'Impossible de poursuivre' },
  lost: {
    en: 'It was finished, has expired, or began in another browser. Close this window and start again from the application.',
    fr: 'La session a pris fin, a expiré ou a commencé dans un autre navigateur. Fermez cette fenêtre et recommencez à partir de l’application.',
  },
  refusedTitle: { en: 'The application asked wrongly', fr: 'La demande de l’application est erronée' },
  refusedHint: {
    en: 'Close this window and tell those who run the application. For them: {code} {message}',
    fr: 'Fermez cette fenêtre et avisez les responsables de l’application. Pour eux : {code} {message}',
  },
  doneTitle: { en: 'Authorization successful', fr: 'Autorisation réussie' },
  done: {
    en: 'You can now safely close this window.',
    fr: 'Vous pouvez maintenant fermer cette fenêtre en toute sécurité.',
  },
  code: { en: 'Authorization code', fr: 'Code d’autorisation' },
  codeHint: {
    en: 'For a program without an address of its own: it serves once, and not for long.',
    fr: 'Pour un programme sans adresse propre : il sert une seule fois, et peu de temps.',
  },
  stateLabel: { en: 'State', fr: 'État (state)' },
  deniedTitle: { en: 'Nothing was authorized', fr: 'Rien n’a été autorisé' },
  denied: {
    en: 'The log-in was cancelled. You can close this window.',
    fr: 'La session a été annulée. Vous pouvez fermer cette fenêtre.',
  },
});

/** What an application reads, by the APIs that it holds. */
export const productTexts: Readonly<Record<string, Text>> = defineTexts({
  'quantum-view': { en: 'the Quantum View data', fr: 'les données Quantum View' },
  tracking: { en: 'the tracking data', fr: 'les données de suivi' },
});

export const someData: Text = { en: 'the data', fr: 'les données' };
export const and: Text = { en: ' and ', fr: ' et ' };
