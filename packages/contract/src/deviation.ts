import type { Stated } from './stated.ts';

/**
 * Where our schema says something else than the carrier's published file, and why. `required`: the file demands
 * what cannot always be there. `length`: the file's length contradicts its own values or recorded answers.
 * `added`: the file's own example sends a member that its schema does not declare. `empty`: live answers send an
 * empty text in place of an object.
 */
export interface Deviation extends Stated {
  readonly aspect: 'required' | 'length' | 'added' | 'empty';
  /** Member names from the document's root, joined by `/`; array members are walked through. */
  readonly paths: readonly string[];
  readonly why: string;
}
