import { Problem } from '../errors.ts';

export function unknownAddressProblem(): Problem {
  return new Problem({
    code: 'NOT_FOUND',
    status: 404,
    text: { en: 'There is nothing at this address.', fr: 'Il n’y a rien à cette adresse.' },
  });
}

export interface FieldFault {
  /** `body.name`, `query.limit`; only the part when the whole part is meant. */
  readonly field: string;
  /** In the words of JSON Schema, for programmers. */
  readonly fault: string;
}

export function invalidRequestProblem(fields: readonly FieldFault[]): Problem {
  return new Problem({
    code: 'INVALID_REQUEST',
    status: 400,
    text: {
      en: 'The request has missing or unusable fields: {fields}.',
      fr: 'La requête contient des champs manquants ou inutilisables : {fields}.',
    },
    params: { fields: [...new Set(fields.map(({ field }) => field))].join(', ') },
    details: { fields },
  });
}

export function unexpectedProblem(cause: unknown): Problem {
  return new Problem({
    code: 'UNEXPECTED',
    status: 500,
    text: {
      en: 'Something went wrong on our side. If it happens again, give this number to whoever runs the service.',
      fr: 'Un problème est survenu de notre côté. S’il se reproduit, donnez ce numéro à la personne responsable du service.',
    },
    cause,
  });
}

/** What the framework refuses before a handler sees it, by its code. */
const REFUSALS: Readonly<Record<string, { code: string; status: number; en: string; fr: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'BODY_TOO_LARGE',
    status: 413,
    en: 'The request is larger than this address accepts.',
    fr: 'La requête est plus grande que ce que cette adresse accepte.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'MEDIA_TYPE_NOT_SUPPORTED',
    status: 415,
    en: 'This address does not read content of that type.',
    fr: 'Cette adresse ne lit pas un contenu de ce type.',
  },
  FST_ERR_HANDLER_TIMEOUT: {
    code: 'TIMEOUT',
    status: 503,
    en: 'The answer took too long. Try again shortly.',
    fr: 'La réponse a pris trop de temps. Réessayez dans quelques instants.',
  },
};

const UNREADABLE = {
  code: 'REQUEST_NOT_READABLE',
  en: 'The request cannot be read.',
  fr: 'La requête est illisible.',
};

/** Undefined when the error is not the caller's. */
export function refusalProblem(code: string, status: number, cause: unknown): Problem | undefined {
  const known = REFUSALS[code];
  if (!known && (status < 400 || status >= 500)) return undefined;
  const { code: ours, status: as, en, fr } = known ?? { ...UNREADABLE, status };
  return new Problem({ code: ours, status: as, text: { en, fr }, cause });
}
