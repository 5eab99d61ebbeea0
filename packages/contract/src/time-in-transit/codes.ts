import { nameCodes, nameErrors, sources } from '../stated.ts';

const file = sources.file('TimeInTransit.yaml');
const recorded = sources.seen('recorded answers in the test suite of friendly_shipping');

/** `services[].serviceLevel` inside the United States; other codes than those of rating. */
export const domesticServiceLevels = nameCodes(file, {
  '1DMS': ['Next Day Air Early, Saturday', 'Next Day Air Early, le samedi'],
  '1DAS': ['Next Day Air, Saturday', 'Next Day Air, le samedi'],
  '1DM': ['Next Day Air Early', 'Next Day Air Early (lendemain, tôt le matin)'],
  '1DA': ['Next Day Air', 'Next Day Air (lendemain par avion)'],
  '1DP': ['Next Day Air Saver', 'Next Day Air Saver (lendemain, économique)'],
  '2DM': ['2nd Day Air A.M.', '2nd Day Air A.M. (deuxième jour, avant midi)'],
  '2DA': ['2nd Day Air', '2nd Day Air (deuxième jour par avion)'],
  '3DS': ['3 Day Select', '3 Day Select (troisième jour)'],
  GND: ['Ground', 'Ground (par la route)'],
});

/** The code of rating and shipping for the same service; Saturday deliveries are options there. */
export const ratingServices = Object.freeze({
  '1DMS': '14',
  '1DAS': '01',
  '1DM': '14',
  '1DA': '01',
  '1DP': '13',
  '2DM': '59',
  '2DA': '02',
  '3DS': '12',
  GND: '03',
} as const satisfies Readonly<Record<keyof typeof domesticServiceLevels, string>>);

/** `services[].serviceLevel` across borders. The file lists the codes without words; these are ours. */
export const internationalServiceLevels = nameCodes(
  sources.ours('the file lists the codes alone; what each is was gathered from recorded answers'),
  {
    '01': ['Worldwide Express', 'Express mondial'],
    '05': ['Worldwide Expedited', 'Expedited mondial'],
    '21': ['Worldwide Express Plus', 'Express Plus mondial'],
    '28': ['Worldwide Saver', 'Saver mondial'],
    '03': ['Standard'],
  },
);

/** Codes across borders that the file lists without a word on what they are. */
export const unnamedServiceLevels: readonly string[] = Object.freeze([
  ...['02', '08', '09', '10', '11', '18', '19', '20', '22', '23', '24', '25', '26', '29', '33', '68'],
]);

/** `residentialIndicator`. */
export const residences = nameCodes(file, {
  '01': ['Residential', 'Résidentielle'],
  '02': ['Commercial', 'Commerciale'],
});

/** `billType` of a request and of an answer; only answers know domestic pallets. */
export const billTypes = nameCodes(file, {
  '02': ['Documents'],
  '03': ['Goods', 'Marchandises'],
  '04': ['International pallet', 'Palette internationale'],
  '07': ['Domestic pallet', 'Palette nationale'],
});

/** `dropOffAtFacilityIndicator`. */
export const originHandovers = nameCodes(file, {
  '0': ['Picked up by the carrier', 'Ramassé par le transporteur'],
  '1': ['Brought by the shipper', 'Apporté par l’expéditeur'],
});

/** `holdForPickupIndicator`. */
export const destinationHandovers = nameCodes(file, {
  '0': ['Delivered by the carrier', 'Livré par le transporteur'],
  '1': ['Fetched by the receiver', 'Retiré par le destinataire'],
});

/** `premierIndicator`. */
export const premierTimes = nameCodes(file, {
  '00': ['Ordinary times', 'Délais ordinaires'],
  '01': ['Premier times', 'Délais Premier'],
});

const ours = sources.ours('the file names the statuses alone; numbers and wording are ours');

/** What time in transit refuses, in the envelope `{ errors: [] }` without `response`. */
export const timeInTransitErrors = Object.freeze({
  ...nameErrors(
    { status: 503, severity: 'Transient', ...recorded },
    {
      serviceUnavailable: [
        '10004',
        'The service is temporarily unavailable',
        'The service is temporarily unavailable',
        'Le service est momentanément indisponible',
      ],
    },
  ),
  ...nameErrors(
    { status: 400, severity: 'Hard', ...ours },
    {
      originInvalid: [
        '270013',
        'The origin is invalid or not served.',
        'The origin is unknown or not served',
        'L’origine est inconnue ou non desservie',
      ],
      destinationInvalid: [
        '270014',
        'The destination is invalid or not served.',
        'The destination is unknown or not served',
        'La destination est inconnue ou non desservie',
      ],
      weightInvalid: [
        '270020',
        'The weight is missing or above 150 pounds or 70 kilograms.',
        'The weight is missing or too great',
        'Le poids est absent ou trop élevé',
      ],
      shipDateInvalid: [
        '270028',
        'The ship date must lie between 35 days ago and 60 days ahead.',
        'The shipping date is too long ago or too far ahead',
        'La date d’expédition est trop ancienne ou trop lointaine',
      ],
      contentsValueMissing: [
        '270032',
        'The value of the contents is required for this shipment.',
        'Goods that cross a border need a value',
        'Les marchandises qui passent une frontière exigent une valeur',
      ],
      noService: [
        '270042',
        'No service is available between the selected locations.',
        'No service is offered on this lane',
        'Aucun service n’est offert sur ce trajet',
      ],
    },
  ),
});
