/** `YYYY-MM-DD`: which day it is in a zone at an instant. */
export function dayIn(zone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}
