import { Problem } from '../errors.ts';
import type { LineFaults } from './line-faults.ts';

export function truncated(path: string, cause: unknown): Problem {
  return new Problem({
    code: 'IMPORT_TRUNCATED',
    status: 400,
    text: {
      en: '{path} cannot be unpacked: it is damaged or cut off. Fetch it again.',
      fr: '{path} ne peut être décompressé : il est endommagé ou coupé. Téléchargez-le de nouveau.',
    },
    params: { path },
    cause,
  });
}

export function notAZip(path: string): Problem {
  return new Problem({
    code: 'IMPORT_NOT_ZIP',
    status: 400,
    text: {
      en: '{path} is no archive with a table in it that can be read. Unpack it and import the table.',
      fr: '{path} n’est pas une archive contenant une table lisible. Décompressez-la et importez la table.',
    },
    params: { path },
  });
}

export function tooLarge(path: string, mostBytes: number): Problem {
  return new Problem({
    code: 'IMPORT_TOO_LARGE',
    status: 400,
    text: {
      en: '{path} has more than {most} million bytes, which no file of its kind has.',
      fr: '{path} compte plus de {most} millions d’octets, ce qu’aucun fichier de ce genre n’atteint.',
    },
    params: { path, most: Math.round(mostBytes / 1_000_000) },
  });
}

export function notText(path: string, line: number): Problem {
  return new Problem({
    code: 'IMPORT_NOT_TEXT',
    status: 400,
    text: {
      en: '{path} is not text in UTF-8 (from line {line} on).',
      fr: '{path} n’est pas du texte en UTF-8 (à partir de la ligne {line}).',
    },
    params: { path, line },
  });
}

export function unknownFile(path: string, kinds: readonly string[]): Problem {
  return new Problem({
    code: 'IMPORT_UNKNOWN',
    status: 400,
    text: {
      en: '{path} is not a file that can be imported; name its kind with --kind if it is one of: {kinds}.',
      fr: '{path} n’est pas un fichier à importer; précisez son genre avec --kind s’il est l’un de : {kinds}.',
    },
    params: { path, kinds: kinds.join(', ') },
  });
}

export function unknownKind(kind: string, kinds: readonly string[]): Problem {
  return new Problem({
    code: 'IMPORT_KIND_UNKNOWN',
    status: 400,
    text: {
      en: 'There is no kind “{kind}”; there are: {kinds}.',
      fr: 'Il n’y a pas de genre « {kind} »; il y a : {kinds}.',
    },
    params: { kind, kinds: kinds.join(', ') },
  });
}

/** Carries the faults in its details, so that a screen or a terminal can show them line by line. */
export function malformed(path: string, faults: LineFaults): Problem {
  return new Problem({
    code: 'IMPORT_MALFORMED',
    status: 400,
    text: {
      en: '{path} has {count} faulty lines. Nothing was changed.',
      fr: '{path} compte {count} lignes fautives. Rien n’a été modifié.',
    },
    params: { path, count: faults.count },
    details: { faults },
  });
}

export function nothingInside(path: string): Problem {
  return new Problem({
    code: 'IMPORT_EMPTY',
    status: 400,
    text: {
      en: '{path} holds nothing to import. Nothing was changed.',
      fr: '{path} ne contient rien à importer. Rien n’a été modifié.',
    },
    params: { path },
  });
}

export function damagedTable(name: string, cause?: unknown): Problem {
  return new Problem({
    code: 'REFERENCE_DAMAGED',
    status: 500,
    text: {
      en: 'The reference table {name} is damaged. Import its file again.',
      fr: 'La table de référence {name} est endommagée. Importez de nouveau son fichier.',
    },
    params: { name },
    cause,
  });
}
