import type { Evidence } from '@lading/contract/operation';
import { defineTexts, type Text } from '@lading/kit/text';

export const inspectorTexts = defineTexts({
  title: { en: 'Requests', fr: 'Demandes' },
  one: { en: 'Request {id}', fr: 'Demande {id}' },
  world: { en: 'World “{name}”.', fr: 'Monde « {name} ».' },
  what: {
    en: 'The last requests of this world, newest first. Secrets are never shown.',
    fr: 'Les dernières demandes de ce monde, les plus récentes d’abord. Les secrets ne sont jamais affichés.',
  },
  api: { en: 'API', fr: 'Interface (API)' },
  status: { en: 'Status', fr: 'État' },
  allApis: { en: 'all', fr: 'toutes' },
  allStatuses: { en: 'all', fr: 'tous' },
  success: { en: 'success', fr: 'réussite' },
  redirect: { en: 'redirect', fr: 'redirection' },
  refused: { en: 'refused', fr: 'refus' },
  failed: { en: 'failed', fr: 'échec' },
  show: { en: 'Show', fr: 'Afficher' },
  asJson: { en: 'as JSON', fr: 'en JSON' },
  time: { en: 'World time (UTC)', fr: 'Heure du monde (UTC)' },
  request: { en: 'Request', fr: 'Demande' },
  answer: { en: 'Answer', fr: 'Réponse' },
  took: { en: 'Took', fr: 'Durée' },
  fault: { en: 'Ordered fault', fr: 'Panne commandée' },
  faulty: { en: 'fault', fr: 'panne' },
  none: {
    en: 'No request yet. Call an API of this sandbox, then look again.',
    fr: 'Aucune demande encore. Appelez une API de ce bac à sable, puis regardez de nouveau.',
  },
  noneFits: { en: 'No request fits this filter.', fr: 'Aucune demande ne correspond à ce filtre.' },
  clear: { en: 'Show all', fr: 'Tout afficher' },
  back: { en: 'All requests', fr: 'Toutes les demandes' },
  gone: {
    en: 'The request “{id}” is not, or no longer, remembered.',
    fr: 'La demande « {id} » n’est pas, ou n’est plus, en mémoire.',
  },
  caller: { en: 'Caller', fr: 'Appelant' },
  accounts: { en: 'Accounts', fr: 'Comptes' },
  operation: { en: 'Operation', fr: 'Opération' },
  rules: { en: 'Rules that shaped the answer', fr: 'Règles qui ont façonné la réponse' },
  noRules: { en: 'None worth telling.', fr: 'Aucune à signaler.' },
  headers: { en: 'Headers', fr: 'En-têtes' },
  body: { en: 'Body', fr: 'Corps' },
  noBody: { en: 'No body.', fr: 'Aucun corps.' },
  unanswered: { en: 'no answer', fr: 'sans réponse' },
});

/** How well a rule is known. */
export const gradeTexts: Readonly<Record<Evidence, Text>> = defineTexts({
  published: { en: 'published', fr: 'publié' },
  observed: { en: 'observed', fr: 'observé' },
  invented: { en: 'invented', fr: 'inventé' },
});
