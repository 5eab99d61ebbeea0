/** An address as Rating and Shipping write it. */
export type Place = Readonly<Record<string, unknown>>;

const place = (
  line: string,
  City: string,
  StateProvinceCode: string | undefined,
  PostalCode: string,
  CountryCode: string,
): Place => ({
  AddressLine: [line],
  City,
  ...(StateProvinceCode === undefined ? {} : { StateProvinceCode }),
  PostalCode,
  CountryCode,
});

export const home = place('1 Main St', 'Timonium', 'MD', '21093', 'US');
export const newYork = place('350 5th Ave', 'New York', 'NY', '10118', 'US');
export const canada = place('111 Wellington St', 'Ottawa', 'ON', 'K1A0A9', 'CA');
export const germany = place('Platz der Republik 1', 'Berlin', undefined, '11011', 'DE');
