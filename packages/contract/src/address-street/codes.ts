import { nameCodes, nameErrors, sources } from '../stated.ts';

const file = sources.file('AddressValidation.yaml');

/** The last part of the address. */
export const requestOptions = nameCodes(file, {
  '1': ['Validation'],
  '2': ['Classification'],
  '3': ['Validation and classification', 'Validation et classification'],
});

/** `AddressClassification.Code`. */
export const classifications = nameCodes(file, {
  '0': ['Not classified', 'Non classée'],
  '1': ['Commercial', 'Commerciale'],
  '2': ['Residential', 'Résidentielle'],
});

/** The carrier’s own English words beside the classes; the file says `UnClassified` for the first. */
export const classificationWords = Object.freeze({
  '0': 'Unknown',
  '1': 'Commercial',
  '2': 'Residential',
} as const satisfies Readonly<Record<keyof typeof classifications, string>>);

/** Which of the three indicators an answer carries. */
export const outcomes = nameCodes(file, {
  ValidAddressIndicator: ['The address is valid', 'L’adresse est valide'],
  AmbiguousAddressIndicator: ['Several addresses fit', 'Plusieurs adresses conviennent'],
  NoCandidatesIndicator: ['No address fits', 'Aucune adresse ne convient'],
});

const hard = { status: 400, severity: 'Hard' } as const;

/** What street-level validation refuses; the field errors are those of every tool. */
export const addressStreetErrors = Object.freeze({
  ...nameErrors(
    { ...hard, ...sources.seen('recorded answers in the test suite of friendly_shipping') },
    {
      stateNotInTestEnvironment: [
        '9264030',
        'The state is not supported in the Customer Integration Environment.',
        'The carrier’s test environment knows few states',
        'L’environnement de test du transporteur ne connaît que quelques états',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...sources.ours('numbers beside the recorded one, wording ours') },
    {
      countryNotServed: [
        '9264027',
        'The country code is not supported.',
        'Addresses of this country are not checked',
        'Les adresses de ce pays ne sont pas vérifiées',
      ],
      addressMissing: [
        '9264028',
        'Address is required to process the request.',
        'The request holds no address',
        'La demande ne contient aucune adresse',
      ],
      requestOptionInvalid: [
        '9264029',
        'Invalid or missing request option.',
        'The request option is unknown',
        'L’option de la demande est inconnue',
      ],
    },
  ),
});
