import { defineTexts } from '@lading/kit/text';

export const backupTexts = defineTexts({
  backup: {
    en: 'Write a whole hub into one sealed file; the hub may go on running.',
    fr: 'Écrire tout un hub dans un fichier scellé; le hub peut continuer de tourner.',
  },
  restore: {
    en: 'Make a hub of a backup, in an empty folder or an empty database.',
    fr: 'Recréer un hub à partir d’une sauvegarde, dans un dossier vide ou une base de données vide.',
  },
  newFile: { en: 'file to write (lading-<time>.backup)', fr: 'fichier à écrire (lading-<heure>.backup)' },
  file: { en: 'the backup', fr: 'la sauvegarde' },
  passphraseFile: {
    en: 'file whose first line is the passphrase; else LADING_BACKUP_PASSPHRASE, else it is asked for',
    fr: 'fichier dont la première ligne est la phrase secrète; sinon LADING_BACKUP_PASSPHRASE, sinon elle est demandée',
  },
  progress: {
    en: 'say how far it has come, also where nobody is watching',
    fr: 'dire où on en est, même si personne ne regarde',
  },
  database: {
    en: 'empty PostgreSQL database; without it the data lie in the folder',
    fr: 'base PostgreSQL vide; sans elle, les données restent dans le dossier',
  },
  verify: {
    en: 'only read the whole backup, and write nothing',
    fr: 'seulement lire toute la sauvegarde, sans rien écrire',
  },
  askPassphrase: { en: 'Passphrase: ', fr: 'Phrase secrète : ' },
  askAgain: { en: 'The same again: ', fr: 'La même, encore une fois : ' },
  passphraseMissing: {
    en: 'A passphrase is needed: from --passphrase-file, from LADING_BACKUP_PASSPHRASE, or typed at a terminal.',
    fr: 'Il faut une phrase secrète : par --passphrase-file, par LADING_BACKUP_PASSPHRASE ou saisie dans un terminal.',
  },
  givenUp: {
    en: 'No passphrase was typed: nothing was done.',
    fr: 'Aucune phrase secrète saisie : rien n’a été fait.',
  },
  passphraseShort: {
    en: 'The passphrase needs at least {least} characters: it guards the hub’s key.',
    fr: 'La phrase secrète doit compter au moins {least} caractères : elle protège la clé du hub.',
  },
  passphrasesDiffer: {
    en: 'The two passphrases are not the same.',
    fr: 'Les deux phrases secrètes ne sont pas identiques.',
  },
  fileExists: {
    en: '{path} is there already, and is not written over. Name another file.',
    fr: '{path} existe déjà et ne sera pas remplacé. Indiquez un autre fichier.',
  },
  fileMissing: { en: 'There is no file {path}.', fr: 'Il n’y a pas de fichier {path}.' },
  keyDiffers: {
    en: 'The key in {where} is not that of the backup, so nothing in it would open. Restore into an empty folder, or take that key away first.',
    fr: 'La clé de {where} n’est pas celle de la sauvegarde : rien ne s’ouvrirait. Restaurez dans un dossier vide ou retirez d’abord cette clé.',
  },
  going: {
    en: '{percent} %: {rows} of {ofRows} rows, {table}',
    fr: '{percent} % : {rows} lignes sur {ofRows}, {table}',
  },
  backedUp: {
    en: '{path}: {rows} rows, {megabytes} MB, {seconds} s.',
    fr: '{path} : {rows} lignes, {megabytes} Mo, {seconds} s.',
  },
  passphraseMatters: {
    en: 'Without its passphrase nobody can open it: keep that apart from the file.',
    fr: 'Sans sa phrase secrète, personne ne peut l’ouvrir : gardez-la ailleurs que le fichier.',
  },
  verified: {
    en: 'Whole and readable: {rows} rows in {tables} tables, made {madeAt} by version {version}; {megabytes} MB, {seconds} s.',
    fr: 'Entière et lisible : {rows} lignes dans {tables} tables, faite {madeAt} par la version {version}; {megabytes} Mo, {seconds} s.',
  },
  restored: {
    en: 'Restored: {rows} rows in {tables} tables, made {madeAt} by version {version}; {megabytes} MB, {seconds} s.',
    fr: 'Restauré : {rows} lignes dans {tables} tables, faite {madeAt} par la version {version}; {megabytes} Mo, {seconds} s.',
  },
  next: {
    en: 'Make sure that the hub it was made of is stopped for good, then: lading hub --data {folder}',
    fr: 'Assurez-vous que le hub d’origine est arrêté pour de bon, puis : lading hub --data {folder}',
  },
});
