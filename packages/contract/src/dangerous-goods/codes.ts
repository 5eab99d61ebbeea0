import { nameCodes, nameErrors, sources } from '../stated.ts';

const file = sources.file('DangerousGoods.yaml');
const shipping = sources.file('Shipping.yaml');

/** `RegulationSet`; the Canadian one comes in answers alone, and in rating and shipping. */
export const regulationSets = nameCodes(file, {
  ADR: ['Europe by road (ADR)', 'Europe par la route (ADR)'],
  '49CFR': ['United States, title 49 (CFR)', 'États-Unis, titre 49 (CFR)'],
  IATA: ['Worldwide by air (IATA)', 'Monde par avion (IATA)'],
  TDG: ['Canada by road (TDG)', 'Canada par la route (TMD)'],
});

/** `RegulationSet` in rating and shipping, which spell the American one otherwise. */
export const shippingRegulationSets = nameCodes(shipping, {
  ADR: ['Europe by road (ADR)', 'Europe par la route (ADR)'],
  CFR: ['United States, title 49 (CFR)', 'États-Unis, titre 49 (CFR)'],
  IATA: ['Worldwide by air (IATA)', 'Monde par avion (IATA)'],
  TDG: ['Canada by road (TDG)', 'Canada par la route (TMD)'],
});

/** How rating and shipping spell a regulation set of this API. */
export const shippingSpelling = Object.freeze({
  ADR: 'ADR',
  '49CFR': 'CFR',
  IATA: 'IATA',
  TDG: 'TDG',
} as const satisfies Readonly<Record<keyof typeof regulationSets, keyof typeof shippingRegulationSets>>);

/** `TransportationMode`. */
export const transportationModes = nameCodes(file, {
  GND: ['Ground', 'Par la route'],
  CAO: ['Cargo aircraft only', 'Avion cargo seulement'],
  PAX: ['Passenger aircraft', 'Avion de passagers'],
});

/** `TransportationMode` in rating. */
export const ratingTransportationModes = nameCodes(sources.file('Rating.yaml'), {
  '01': ['Highway', 'Autoroute'],
  '02': ['Ground', 'Par la route'],
  '03': ['Passenger aircraft', 'Avion de passagers'],
  '04': ['Cargo aircraft only', 'Avion cargo seulement'],
});

/** `TransportationMode` in shipping, which takes words. */
export const shippingTransportationModes = nameCodes(shipping, {
  Highway: ['Highway', 'Autoroute'],
  Ground: ['Ground', 'Par la route'],
  PAX: ['Passenger aircraft, short', 'Avion de passagers, abrégé'],
  'Passenger Aircraft': ['Passenger aircraft', 'Avion de passagers'],
  CAO: ['Cargo aircraft only, short', 'Avion cargo seulement, abrégé'],
  'Cargo Aircraft Only': ['Cargo aircraft only', 'Avion cargo seulement'],
});

/** `CommodityRegulatedLevelCode`. */
export const regulatedLevels = nameCodes(file, {
  LR: ['Lightly regulated', 'Faiblement réglementée'],
  FR: ['Fully regulated', 'Entièrement réglementée'],
  LQ: ['Limited quantity', 'Quantité limitée'],
  EQ: ['Excepted quantity', 'Quantité exceptée'],
});

/** `PackagingGroupType`; a blank is valid too. */
export const packingGroups = nameCodes(file, {
  I: ['Great danger', 'Danger élevé'],
  II: ['Medium danger', 'Danger moyen'],
  III: ['Minor danger', 'Danger faible'],
});

/** `PackageQuantityLimitTypeCode`. */
export const quantityLimits = nameCodes(file, {
  CAO: ['Cargo aircraft only', 'Avion cargo seulement'],
  'LTD QTY': ['Limited quantity', 'Quantité limitée'],
  GND: ['Ground', 'Par la route'],
  PAX: ['Passenger aircraft', 'Avion de passagers'],
  'COMAT CAO': ['Company material, cargo aircraft', 'Matériel de l’entreprise, avion cargo'],
  'COMAT LTD': ['Company material, limited quantity', 'Matériel de l’entreprise, quantité limitée'],
  'COMAT PAX': ['Company material, passenger aircraft', 'Matériel de l’entreprise, avion de passagers'],
});

/** `SpecialPermit`: where a permit is needed. */
export const specialPermits = nameCodes(file, {
  AIR: ['By air', 'Par avion'],
  GND: ['By road', 'Par la route'],
  BOTH: ['By air and by road', 'Par avion et par la route'],
});

/** `TransportCategory` of the ADR. */
export const transportCategories = nameCodes(file, {
  '0': ['Always placarded', 'Placardage obligatoire'],
  '1': ['Counts fifty times', 'Compte cinquante fois'],
  '2': ['Counts three times', 'Compte trois fois'],
  '3': ['Counts once', 'Compte une fois'],
  '4': ['Does not count, no placard', 'Ne compte pas, aucun placardage'],
});

/** Points per unit of a transport category; category 0 has none: it is always placarded. */
export const transportMultipliers = Object.freeze({ '1': 50, '2': 3, '3': 1, '4': 0 } as const);

/** `QValue` of several substances packed in one. */
export const qValues: readonly string[] = Object.freeze([
  ...['0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9', '1.0'],
]);

/** `AlertDetail.ElementLevelInformation.Level`: what an alert is about. */
export const alertLevels = nameCodes(file, {
  H: ['Request header', 'En-tête de la demande'],
  S: ['Shipment', 'Envoi'],
  P: ['Package', 'Colis'],
  C: ['Chemical record', 'Fiche chimique'],
});

const hard = { status: 400, severity: 'Hard' } as const;

/** What the dangerous goods tool refuses. */
export const dangerousGoodsErrors = Object.freeze({
  ...nameErrors(
    { ...hard, ...sources.seen('UPS-API/api-documentation, thread 61', '2024-03-19') },
    {
      accountNotAuthorized: [
        '9190033',
        'Your UPS Account number is not authorized for Dangerous Goods shipments.',
        'The account has no dangerous goods contract',
        'Le compte n’a pas de contrat de marchandises dangereuses',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...sources.ours('numbers beside the recorded one, wording ours') },
    {
      chemicalNotNamed: [
        '9190010',
        'IDNumber or ProperShippingName is required.',
        'Neither an identification number nor a shipping name was sent',
        'Ni numéro d’identification ni désignation n’a été envoyé',
      ],
      chemicalNotFound: [
        '9190011',
        'No chemical record found for {id}.',
        'No chemical of that number or name is known',
        'Aucun produit chimique de ce numéro ou de ce nom n’est connu',
      ],
      regulationSetInvalid: [
        '9190020',
        'Missing or invalid RegulationSet.',
        'The regulation set is missing or unknown',
        'L’ensemble de règlements est absent ou inconnu',
      ],
      regulatedLevelInvalid: [
        '9190021',
        'Missing or invalid CommodityRegulatedLevelCode.',
        'The regulated level is missing or unknown',
        'Le niveau de réglementation est absent ou inconnu',
      ],
      transportationModeInvalid: [
        '9190022',
        'Missing or invalid TransportationMode.',
        'The mode of transport is missing or unknown',
        'Le mode de transport est absent ou inconnu',
      ],
      fieldMissing: [
        '9190023',
        'Missing or invalid {field}.',
        'A detail of the chemical is missing or invalid',
        'Un détail du produit chimique est absent ou invalide',
      ],
      laneNotServed: [
        '9190030',
        'Dangerous Goods service is not available between the selected locations.',
        'Dangerous goods are not carried on this lane',
        'Les marchandises dangereuses ne sont pas transportées sur ce trajet',
      ],
      chemicalForbidden: [
        '9190031',
        'The commodity {id} is forbidden for transportation mode {mode}.',
        'The substance may not travel this way',
        'Cette matière ne peut pas voyager ainsi',
      ],
      quantityOverLimit: [
        '9190032',
        'Quantity of {id} exceeds the limit of {limit}.',
        'The quantity is above the limit for a package',
        'La quantité dépasse la limite par colis',
      ],
    },
  ),
});
