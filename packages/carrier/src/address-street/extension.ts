/**
 * The four digits behind a ZIP code, made up: the same for one side of one block of a street, so that they look and
 * behave like the real ones, which are for sale only. From 0001 to 9999.
 */
export function syntheticExtension(postalCode: string, street: string, number: number): string {
  const side = number % 2;
  const block = Math.floor(number / 100);
  return String((hashOf(`${postalCode}/${street}/${block}/${side}`) % 9999) + 1).padStart(4, '0');
}

/** A number that follows from a text alone (FNV-1a, 32 bits, stirred so that its last digits vary). */
export function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
