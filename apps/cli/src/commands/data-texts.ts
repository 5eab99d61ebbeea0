import { defineTexts } from '@lading/kit/text';

export const dataTexts = defineTexts({
  reading: { en: 'Reading… {percent} %', fr: 'Lecture… {percent} %' },
  imported: {
    en: '{records} records imported as {kind} ({keys}) into {folder}. Source: {source}, of {asOf}, SHA-256 {checksum}…\nA sandbox that is running uses them after its next start.',
    fr: '{records} enregistrements importés comme {kind} ({keys}) dans {folder}. Source : {source}, du {asOf}, SHA-256 {checksum}…\nUn bac à sable en marche les emploiera à son prochain démarrage.',
  },
  leftOut: {
    en: '{lines} lines were left out: they hold nothing that is needed here.',
    fr: '{lines} lignes ont été laissées de côté : elles ne contiennent rien d’utile ici.',
  },
  entry: {
    en: '{kind} {key}: {records} records from {source}, of {asOf}, SHA-256 {checksum}…',
    fr: '{kind} {key} : {records} enregistrements de {source}, du {asOf}, SHA-256 {checksum}…',
  },
  nothing: {
    en: 'Nothing was imported into {folder} yet; the built-in tables answer.',
    fr: 'Rien n’a encore été importé dans {folder}; les tables fournies répondent.',
  },
  removed: { en: '{kind} {key} was removed.', fr: '{kind} {key} a été retiré.' },
  notThere: { en: 'There is no table {kind} {key}.', fr: 'Il n’y a pas de table {kind} {key}.' },
  data: { en: 'Load official tables of your own.', fr: 'Charger vos propres tables officielles.' },
  import: {
    en: 'Read a file into the tables: all of it or nothing.',
    fr: 'Lire un fichier dans les tables : tout ou rien.',
  },
  list: { en: 'List what was imported.', fr: 'Énumérer ce qui a été importé.' },
  remove: { en: 'Remove an imported table.', fr: 'Retirer une table importée.' },
  kind: {
    en: 'what the file is, where it is not recognised',
    fr: 'ce qu’est le fichier, s’il n’est pas reconnu',
  },
  source: { en: 'who published it', fr: 'qui l’a publié' },
  asOf: { en: 'the day that it is of, 2026-10-01', fr: 'le jour dont il date, 2026-10-01' },
  reference: { en: 'folder of the imported tables', fr: 'dossier des tables importées' },
});
