import { nameCodes, nameErrors, sources } from '../stated.ts';

/**
 * `Quality` of a candidate, from 1.00 for the same place down to 0; what an XML answer shows between was seen in
 * recorded answers, the bounds are ours.
 */
export const qualities = nameCodes(
  sources.ours('recorded answers show 1.0 for a match; the steps below it are ours'),
  {
    exact: ['The same place', 'Le même endroit'],
    close: ['A place much like it', 'Un endroit très semblable'],
    distant: ['A place somewhat like it', 'Un endroit un peu semblable'],
  },
);

/** The least `Quality` of each step. */
export const leastQualities = Object.freeze({
  exact: 1,
  close: 0.9,
  distant: 0,
} as const satisfies Readonly<Record<keyof typeof qualities, number>>);

/** What validation of city, state and ZIP code refuses; the rest is general. */
export const addressCityErrors = nameErrors(
  {
    status: 400,
    severity: 'Hard',
    ...sources.seen('recorded answers of the XML tools in the test suite of friendly_shipping'),
  },
  {
    fieldInvalid: [
      '20008',
      'The field, {field}, contains invalid data, {value}',
      'The city, the state or the ZIP code is malformed',
      'La ville, l’état ou le code ZIP est mal formé',
    ],
  },
);
