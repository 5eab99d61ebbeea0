const DIGITS = 6;
const HOUR_MS = 3_600_000;

/** How long a PIN opens, in milliseconds. Ours. */
export const PIN_LIFETIME_MS = 24 * HOUR_MS;

/** Six digits from bytes that nobody can foretell. @param bytes six of them. */
export function pinOf(bytes: Uint8Array): string {
  const number = bytes.reduce((sum, byte) => (sum * 256 + byte) % 10 ** DIGITS, 0);
  return String(number).padStart(DIGITS, '0');
}
