/** Whether this machine knows the zone: IANA names, as `Intl` takes them. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    // The only thing that the constructor refuses here is the zone.
    return false;
  }
}
