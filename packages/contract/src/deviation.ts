import type { Stated } from './stated.ts';

/**
 * Where our schema says something else than the carrier's published file, and why. `required`: the file demands
 * what cannot always be there. `length`: the file's length contradicts its own values or recorded answers.
 * `added`: the file's own example, its list of required members or live traffic has a member that its schema does
 * not declare. `missing`: the file declares what cannot be. `empty`: live answers send an empty text in place of an
 * object. `kind`, `values`, `pattern`, `since`: the file contradicts its own text or examples.
 */
export interface Deviation extends Stated {
  readonly aspect:
    | 'required'
    | 'length'
    | 'added'
    | 'missing'
    | 'empty'
    | 'kind'
    | 'values'
    | 'pattern'
    | 'since';
  /** Member names from the document's root, joined by `/`; array members are walked through. */
  readonly paths: readonly string[];
  readonly why: string;
}
