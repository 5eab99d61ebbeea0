import { defineTexts, type Text } from '@lading/kit/text';

/** What the hub records, in words; programs read the name itself. */
export const actions = defineTexts({
  'integration.create': { en: 'Integration created', fr: 'Intégration créée' },
  'integration.change': { en: 'Integration changed', fr: 'Intégration modifiée' },
  'integration.remove': { en: 'Integration deleted', fr: 'Intégration supprimée' },
  'integration.read': { en: 'Reading asked for', fr: 'Lecture demandée' },
  'integration.self-test': { en: 'Self-test run', fr: 'Autovérification lancée' },
  'integration.start-authorization': { en: 'Authorization begun', fr: 'Autorisation commencée' },
  'integration.authorize': { en: 'Integration authorized', fr: 'Intégration autorisée' },
  'integration.use-application': {
    en: 'Own application entered; integration authorized',
    fr: 'Application de l’entreprise entrée; intégration autorisée',
  },
  'integration.lose-authorization': {
    en: 'Authorization lost; reauthorization required',
    fr: 'Autorisation perdue; nouvelle autorisation requise',
  },
  'integration.take-over': { en: 'Subscriptions taken over', fr: 'Abonnements pris en charge' },
  'integration.hand-back': { en: 'Subscriptions handed back', fr: 'Abonnements rendus' },
  'session.open': { en: 'Signed in', fr: 'Session ouverte' },
  'person.invite': { en: 'Person invited', fr: 'Personne invitée' },
  'person.take-back-invitation': { en: 'Invitation taken back', fr: 'Invitation retirée' },
  'person.join': { en: 'Person joined', fr: 'Personne arrivée' },
  'person.change-role': { en: 'Role changed', fr: 'Rôle modifié' },
  'person.remove': { en: 'Person removed', fr: 'Personne retirée' },
  'password.change': { en: 'Password changed', fr: 'Mot de passe modifié' },
  'password.reset': { en: 'Password reset by link', fr: 'Mot de passe réinitialisé par lien' },
  'second-factor.enable': { en: 'Second factor turned on', fr: 'Second facteur activé' },
  'second-factor.disable': { en: 'Second factor turned off', fr: 'Second facteur désactivé' },
  'integration.validate': {
    en: 'Integration validated by Customer Success',
    fr: 'Intégration validée par l’équipe du succès client',
  },
  'integration.take-validation-back': { en: 'Validation taken back', fr: 'Validation retirée' },
  'way-in.carrier-user': { en: 'Carrier user established', fr: 'Utilisateur du transporteur établi' },
  'way-in.hand-over': {
    en: 'Carrier user handed to Customer Success',
    fr: 'Utilisateur du transporteur transmis à l’équipe du succès client',
  },
  'way-in.associations': { en: 'Accounts associated', fr: 'Comptes associés' },
  'way-in.take-back': { en: 'Step taken back', fr: 'Étape rouverte' },
  'way-in.import-accounts': { en: 'Account directory imported', fr: 'Répertoire des comptes importé' },
  'company.contact': { en: 'Contact named', fr: 'Personne-ressource désignée' },
  'company.provide-subscriptions': {
    en: 'Subscription names provided',
    fr: 'Noms d’abonnement fournis',
  },
  'company.change': { en: 'Company changed', fr: 'Entreprise modifiée' },
  'company.retain': { en: 'Expired data deleted', fr: 'Données échues supprimées' },
});

/** The recorded action in words; one that is not known here stands as it is. */
export function nameAction(action: string): Text {
  const known: Readonly<Record<string, Text>> = actions;
  return (Object.hasOwn(known, action) ? known[action] : undefined) ?? { en: action, fr: action };
}
