/**
 * What the numbers of a document count in, by the name that its members bear as `x-unit`. A member without one counts
 * pieces, or is no number: that is the default of every API.
 */
export const units = Object.freeze({
  'unit-beside': 'In the unit beside it.',
  'currency-beside': 'Amount in the currency beside it, a point before the decimals.',
  'currency-above': 'Amount in the currency of the whole that it is a part of, a point before the decimals.',
  'unit-unnamed': 'In a unit that the carrier names neither beside it nor in its files.',
  days: 'In days.',
  seconds: 'In seconds.',
  'epoch-milliseconds': 'Milliseconds since 1970.',
  inches: 'In inches.',
  percent: 'In percent.',
  'cubic-feet': 'In cubic feet.',
} as const);

/** The name of a unit. */
export type Unit = keyof typeof units;
