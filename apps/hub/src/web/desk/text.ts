import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'Customer success', fr: 'Succès client' },
  lead: {
    en: 'How each company’s integration stands. No token and no parcel can be seen from here.',
    fr: 'Où en est l’intégration de chaque entreprise. Aucun jeton ni colis n’est visible d’ici.',
  },
  none: { en: 'No integration yet', fr: 'Aucune intégration' },
  empty: { en: 'No company yet.', fr: 'Aucune entreprise.' },
  notMigratedYet: {
    en: 'Not migrated yet: {count} of {all}',
    fr: 'Pas encore migrées : {count} sur {all}',
  },
  allMigrated: { en: 'Every company has migrated.', fr: 'Toutes les entreprises ont migré.' },
  cutOver: { en: 'Cut-over: {day}', fr: 'Bascule : {day}' },
  notMigrated: { en: 'Not migrated', fr: 'Pas migrée' },
  migrated: { en: 'Migrated', fr: 'Migrée' },
  steps: { en: 'Steps', fr: 'Étapes' },
  carrierUser: { en: 'Carrier user', fr: 'Utilisateur du transporteur' },
  notHandedOver: {
    en: 'User name not provided yet',
    fr: 'Nom d’utilisateur pas encore fourni',
  },
  contact: { en: 'Contact', fr: 'Personne-ressource' },
  fallback: { en: 'None named: the hub’s own stands in', fr: 'Aucune : celle du système la remplace' },
  edit: { en: 'Names and contact', fr: 'Noms et personne-ressource' },
  namesHint: {
    en: 'Exactly as the carrier knows them. The company’s wizard compares character by character.',
    fr: 'Exactement comme le transporteur les connaît. L’assistant de l’entreprise compare caractère par caractère.',
  },
  contactName: { en: 'Contact name', fr: 'Nom de la personne-ressource' },
  contactEmail: { en: 'Contact e-mail', fr: 'Courriel de la personne-ressource' },
  contactTelephone: { en: 'Contact telephone', fr: 'Téléphone de la personne-ressource' },
  contactHint: {
    en: 'Leave all three empty to have the hub’s own contact stand in.',
    fr: 'Laissez les trois vides pour que la personne-ressource du système la remplace.',
  },
  save: { en: 'Save', fr: 'Enregistrer' },
  saved: { en: 'Saved.', fr: 'Enregistré.' },
  validate: { en: 'Validate', fr: 'Valider' },
  takeBack: { en: 'Take validation back', fr: 'Retirer la validation' },
  validated: { en: 'Validated', fr: 'Validée' },
  notValidated: { en: 'Not validated yet', fr: 'Pas encore validée' },
});
