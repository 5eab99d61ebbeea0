import { Problem } from '../../errors.ts';
import type { Text, TextParams } from '../../text.ts';

type DumpFault = (params?: TextParams, cause?: unknown) => Problem;

const fault =
  (code: string, status: number, text: Text): DumpFault =>
  (params = {}, cause) =>
    new Problem({ code, status, text, params, cause });

/** The bytes do not begin like a backup. */
export const notADump = fault('NOT_A_DUMP', 400, {
  en: 'This file is not a backup of Lading.',
  fr: 'Ce fichier n’est pas une sauvegarde de Lading.',
});

/** Made by a later version: of the container, or with migrations that this program does not know. */
export const dumpIsNewer = fault('DUMP_NEWER', 409, {
  en: 'The backup was made by a newer version of Lading ({what}). Restore it with that version or a later one.',
  fr: 'La sauvegarde vient d’une version plus récente de Lading ({what}). Restaurez-la avec cette version ou une suivante.',
});

/** The key of the file's head does not fit: there is no telling a wrong passphrase from an altered head. */
export const wrongPassphrase = fault('DUMP_PASSPHRASE_WRONG', 400, {
  en: 'The passphrase does not open this backup, or its first bytes were altered.',
  fr: 'La phrase secrète n’ouvre pas cette sauvegarde, ou ses premiers octets ont été modifiés.',
});

export const dumpIsAltered = fault('DUMP_ALTERED', 400, {
  en: 'The backup was altered or damaged after it had been made. Nothing was restored.',
  fr: 'La sauvegarde a été modifiée ou endommagée après sa création. Rien n’a été restauré.',
});

export const dumpIsCut = fault('DUMP_CUT', 400, {
  en: 'The backup is incomplete: its end is missing. Nothing was restored.',
  fr: 'La sauvegarde est incomplète : la fin manque. Rien n’a été restauré.',
});

/** What opens, and is not what this program writes. */
export const dumpIsUnreadable = fault('DUMP_UNREADABLE', 400, {
  en: 'The backup opens, but its content does not have the expected form ({what}). Nothing was restored.',
  fr: 'La sauvegarde s’ouvre, mais son contenu n’a pas la forme attendue ({what}). Rien n’a été restauré.',
});

/** A migration of the dump stands in the program with another text. */
export const dumpHasOtherMigration = fault('DUMP_MIGRATION_DIFFERS', 409, {
  en: 'The backup was made with another text of the migration {name}. Restore it with the version that made it.',
  fr: 'La sauvegarde a été faite avec un autre texte de la migration {name}. Restaurez-la avec la version d’origine.',
});

export const targetIsNotEmpty = fault('RESTORE_TARGET_NOT_EMPTY', 409, {
  en: '{target} is not empty. A backup is restored into an empty folder or an empty database only.',
  fr: '{target} n’est pas vide. Une sauvegarde ne se restaure que dans un dossier vide ou une base de données vide.',
});

export const targetTableDiffers = fault('RESTORE_TABLE_DIFFERS', 409, {
  en: 'The table {table} of the backup does not fit the one that this version makes.',
  fr: 'La table {table} de la sauvegarde ne correspond pas à celle que crée cette version.',
});

export const nothingToDump = fault('NOTHING_TO_BACK_UP', 404, {
  en: 'There is no data of Lading in {place}.',
  fr: 'Il n’y a pas de données de Lading dans {place}.',
});

/** Forced row-level security would hide rows from the login, and a backup without them would look whole. */
export const ownerSeesTooLittle = fault('OWNER_SEES_TOO_LITTLE', 403, {
  en: 'The database login may not pass by row-level security, so a backup would lack rows. Give it BYPASSRLS, or use another owner.',
  fr: 'La connexion à la base de données ne peut pas passer outre la sécurité des lignes : il manquerait des lignes à la sauvegarde. Donnez-lui BYPASSRLS ou prenez un autre propriétaire.',
});
