import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'Today', fr: 'Aujourd’hui' },
  late: { en: 'Late', fr: 'En retard' },
  lateHint: {
    en: 'Past the expected day at the destination, or put off',
    fr: 'Jour prévu passé à destination, ou livraison reportée',
  },
  arriving: { en: 'Arriving today', fr: 'Attendus aujourd’hui' },
  arrivingHint: { en: 'Expected and not yet delivered', fr: 'Prévus pour aujourd’hui, pas encore livrés' },
  exceptions: { en: 'Exceptions today', fr: 'Exceptions aujourd’hui' },
  exceptionsHint: {
    en: 'Reported by the carrier since midnight',
    fr: 'Signalées par le transporteur depuis minuit',
  },
  expected: { en: 'expected {day}', fr: 'prévu {day}' },
  all: { en: 'Show all', fr: 'Tout afficher' },
  none: { en: 'None', fr: 'Aucun' },
  freshness: { en: 'Freshness', fr: 'Fraîcheur des données' },
  subscription: { en: 'Subscription', fr: 'Abonnement' },
  state: { en: 'State', fr: 'État' },
  lastWalk: { en: 'Last complete read', fr: 'Dernière lecture complète' },
  lastData: { en: 'Last new data', fr: 'Dernières nouvelles données' },
  never: { en: 'never', fr: 'jamais' },
  fresh: { en: 'Fresh', fr: 'À jour' },
  stale: { en: 'Stale', fr: 'Périmé' },
  neverRead: { en: 'Not read yet', fr: 'Pas encore lu' },
  reauthorization: { en: 'Reauthorization required', fr: 'Nouvelle autorisation requise' },
  failing: { en: 'Failing', fr: 'En échec' },
  notConnected: { en: 'No carrier is connected yet', fr: 'Aucun transporteur n’est encore connecté' },
  connectHint: {
    en: 'Connect the carrier once in Manage Integrations; parcels then appear here for everyone in your company.',
    fr: 'Connectez le transporteur une fois dans Gérer les intégrations; les colis apparaîtront ensuite ici pour toute votre entreprise.',
  },
  connect: { en: 'Manage Integrations', fr: 'Gérer les intégrations' },
  askHint: {
    en: 'An administrator of your company connects the carrier. Ask: {names}.',
    fr: 'Un administrateur de votre entreprise connecte le transporteur. Demandez à : {names}.',
  },
});
