import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  skip: { en: 'Skip to content', fr: 'Passer au contenu' },
  home: { en: 'Home', fr: 'Accueil' },
  parcels: { en: 'Parcels', fr: 'Colis' },
  rates: { en: 'Rates', fr: 'Tarifs' },
  management: { en: 'Management', fr: 'Gestion' },
  manageIntegrations: { en: 'Manage Integrations', fr: 'Gérer les intégrations' },
  people: { en: 'People', fr: 'Personnes' },
  company: { en: 'Company', fr: 'Entreprise' },
  audit: { en: 'Audit', fr: 'Journal' },
  desk: { en: 'Customer success', fr: 'Succès client' },
  account: { en: 'Account', fr: 'Compte' },
  otherLanguage: { en: 'Français', fr: 'English' },
  signOut: { en: 'Sign out', fr: 'Fermer la session' },
  navigation: { en: 'Main navigation', fr: 'Navigation principale' },
  loading: { en: 'Loading…', fr: 'Chargement…' },
  switchCompany: { en: 'Company', fr: 'Entreprise' },
  affiliation: {
    en: 'Lading is not affiliated with UPS. It shows what the carrier’s data says, and where each fact came from.',
    fr: 'Lading n’est pas affilié à UPS. Il montre ce que disent les données du transporteur et d’où vient chaque fait.',
  },
  notFound: { en: 'There is no such page', fr: 'Cette page n’existe pas' },
  notFoundHint: {
    en: 'The address may be old or cut off. Everything starts from Home.',
    fr: 'L’adresse est peut-être ancienne ou incomplète. Tout commence à l’accueil.',
  },
  missing: { en: 'Not found', fr: 'Introuvable' },
  failure: { en: 'This screen could not be shown', fr: 'Cet écran n’a pas pu s’afficher' },
  stale: {
    en: 'Lading cannot be reached at the moment; this is what was known last.',
    fr: 'Lading est injoignable pour le moment; voici les dernières données connues.',
  },
  tryAgain: { en: 'Try again', fr: 'Réessayer' },
  unexpected: {
    en: 'Something unexpected happened in this page.',
    fr: 'Un imprévu s’est produit dans cette page.',
  },
  noCompanyTitle: { en: 'No company yet', fr: 'Aucune entreprise' },
  noCompany: {
    en: 'You are not a member of any company yet. Ask your company’s administrator to add you.',
    fr: 'Vous n’êtes encore membre d’aucune entreprise. Demandez à l’administrateur de votre entreprise de vous ajouter.',
  },
  chooseCompany: { en: 'Choose a company', fr: 'Choisissez une entreprise' },
});
