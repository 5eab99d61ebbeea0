const LONE = /\p{Surrogate}/gu;

/**
 * A word of the carrier as it may be kept: at most `length` units, without the NUL characters and lone surrogates
 * that PostgreSQL refuses. A fault that could not be stored would leave its reader without an end.
 */
export function keepable(word: string, length: number): string {
  return word.replaceAll('\0', '').slice(0, length).replace(LONE, '\ufffd');
}
