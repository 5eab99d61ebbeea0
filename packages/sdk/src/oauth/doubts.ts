import type { Hint } from '../errors.ts';

/** What to do where the answer to what serves once was lost. */
export const doubts = {
  exchange: {
    en: 'The code may be spent, and it serves once. Let the person authorize again.',
    fr: 'Le code a peut-être servi, et il ne sert qu’une fois. Faites autoriser la personne de nouveau.',
  },
  refresh: {
    en: 'The refresh token may be spent and its successor lost. Look whether a newer grant is kept; where none is, the person authorizes again.',
    fr: 'Le jeton d’actualisation a peut-être servi, et son successeur est perdu. Voyez si une autorisation plus récente est conservée; sinon, la personne autorise de nouveau.',
  },
} as const satisfies Readonly<Record<string, Hint>>;
