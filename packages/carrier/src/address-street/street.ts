/** One part of a building: `STE 200`, `REAR`; `#` where only a number was given. */
export interface Unit {
  readonly designator: string;
  /** Empty where nothing follows the designator. */
  readonly id: string;
}

/** A street line in its parts, each standardised: capitals, abbreviations, no punctuation. */
export interface Street {
  readonly kind: 'street' | 'box' | 'rural' | 'military';
  /** `55`, `123 1/2`, `45-12`, `N6W23001`; of a box everything, `PO BOX 7`. */
  readonly number: string;
  /** Before the name: `N`. */
  readonly preDirection: string;
  /** French only, before the name: `BOUL`. */
  readonly type: string;
  readonly name: string;
  readonly suffix: string;
  /** Behind the name: `NE`. */
  readonly postDirection: string;
  /** From the outer to the inner one: `BLDG 2`, `APT 4`. */
  readonly units: readonly Unit[];
  /** What is no part of the street, line by line: the name of a building. */
  readonly others: readonly string[];
}

/** What tells one street of a place from another. */
export type StreetName = Pick<Street, 'preDirection' | 'type' | 'name' | 'suffix' | 'postDirection'>;

/** The street without the number of the house: `PEACHTREE ST NE`. */
export function streetName({ preDirection, type, name, suffix, postDirection }: StreetName): string {
  return [preDirection, type, name, suffix, postDirection].filter((part) => part !== '').join(' ');
}

/** `STE 200 FL 3`; empty where there is none. */
export function unitText(units: readonly Unit[]): string {
  return units.map(({ designator, id }) => (id === '' ? designator : `${designator} ${id}`)).join(' ');
}

/**
 * The number of a house as one that can be compared with a range: `45-12` is 4512, `120B` 120, `N6W23001` 23001.
 * Null where there is none, or none that a house has (1 to 999999).
 */
export function comparableNumber(text: string): number | null {
  const [, digits = ''] = /(\d+)[A-Z]?$/.exec((text.split(' ')[0] ?? '').replace('-', '')) ?? [];
  const value = Number(digits);
  return digits !== '' && value >= 1 && value <= 999_999 ? value : null;
}

/** The comparable number of a street address; null for boxes and routes. */
export function houseNumber({ kind, number }: Pick<Street, 'kind' | 'number'>): number | null {
  return kind === 'street' ? comparableNumber(number) : null;
}

/** The lines to print: the street, then its units, then what else was written. */
export function streetLines(street: Street): string[] {
  const line = [street.number, streetName(street)].filter((part) => part !== '').join(' ');
  return [line, unitText(street.units), ...street.others].filter((one) => one !== '');
}
