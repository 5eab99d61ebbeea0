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
  'integration.lose-authorization': {
    en: 'Authorization lost; reauthorization required',
    fr: 'Autorisation perdue; nouvelle autorisation requise',
  },
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
  'company.change': { en: 'Company changed', fr: 'Entreprise modifiée' },
});

/** The recorded action in words; one that is not known here stands as it is. */
export function nameAction(action: string): Text {
  const known: Readonly<Record<string, Text>> = actions;
  return (Object.hasOwn(known, action) ? known[action] : undefined) ?? { en: action, fr: action };
}
