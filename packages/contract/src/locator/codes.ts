import { nameCodes, nameErrors, sources } from '../stated.ts';

const file = sources.file('Locator.yaml');
const ours = sources.ours('the file points to an appendix that is not public; codes and words are ours');

/** The last part of the address: what is asked for. */
export const requestOptions = nameCodes(file, {
  '1': ['Locations', 'Points de service'],
  '8': ['Additional services', 'Services supplémentaires'],
  '16': ['Programs', 'Programmes'],
  '24': ['Additional services and programs', 'Services supplémentaires et programmes'],
  '32': ['Retailers', 'Détaillants'],
  '40': ['Retailers and additional services', 'Détaillants et services supplémentaires'],
  '48': ['Retailers and programs', 'Détaillants et programmes'],
  '56': [
    'Retailers, additional services and programs',
    'Détaillants, services supplémentaires et programmes',
  ],
  '64': ['Access points', 'Points d’accès'],
});

/** `OptionType.Code` of a search; locations themselves carry the first four. */
export const optionTypes = nameCodes(file, {
  '01': ['Kind of location', 'Genre de point de service'],
  '02': ['Retailer', 'Détaillant'],
  '03': ['Additional service', 'Service supplémentaire'],
  '04': ['Program', 'Programme'],
  '05': ['Service level', 'Niveau de service'],
  '06': ['Service of the end point', 'Service du point d’arrivée'],
});

/** `Relation.Code` between several options. */
export const relations = nameCodes(file, {
  '01': ['All of them', 'Toutes'],
  '02': ['Any of them', 'L’une d’elles'],
});

/** `SearchOptionCode`. */
export const searchOptions = nameCodes(file, {
  '01': ['By nearness, in detail', 'Par proximité, en détail'],
  '02': ['By address, in detail', 'Par adresse, en détail'],
  '03': ['By nearness, in short', 'Par proximité, en bref'],
  '04': ['By address, in short', 'Par adresse, en bref'],
  '05': ['Freight held for pick-up', 'Fret retenu pour ramassage'],
});

/** `SortCriteria.SortType`. */
export const sortTypes = nameCodes(file, {
  '01': ['Nearest first', 'Le plus proche d’abord'],
  '02': ['Latest drop-off by air first', 'Dernier dépôt par avion d’abord'],
  '03': ['Latest drop-off by road first', 'Dernier dépôt par la route d’abord'],
  '04': ['Latest closing first', 'Fermeture la plus tardive d’abord'],
  '05': ['Earliest opening first', 'Ouverture la plus hâtive d’abord'],
});

/** `UnitOfMeasurement.Code` of distances. */
export const distanceUnits = nameCodes(file, { MI: ['Miles', 'Milles'], KM: ['Kilometres', 'Kilomètres'] });

/** `ServiceSearch.ServiceCode.Code`. */
export const searchedServices = nameCodes(file, {
  '01': ['Ground', 'Par la route'],
  '02': ['Air', 'Par avion'],
  '03': ['Express'],
  '04': ['Standard'],
  '05': ['International'],
});

/** `ServiceSearch.ServiceOptionCode.Code`. */
export const searchedServiceOptions = nameCodes(file, {
  '01': ['Saturday pick-up', 'Ramassage le samedi'],
});

/** `FreightWillCallRequestType`. */
export const freightSearches = nameCodes(file, {
  '1': ['By postal code', 'Par code postal'],
  '2': ['By the carrier’s location number', 'Par numéro d’emplacement du transporteur'],
  '3': ['By city or state', 'Par ville ou par état'],
});

/** `OriginOrDestination`. */
export const facilityEnds = nameCodes(file, {
  '01': ['Origin', 'Origine'],
  '02': ['Destination'],
});

/** `FormatPostalCode`: what is done with the postal code that was sent. */
export const postalCodeFormats = nameCodes(file, {
  NFR: ['Left as it is', 'Laissé tel quel'],
  FR: ['Formatted', 'Mis en forme'],
  FS: ['Formatted, then searched', 'Mis en forme, puis cherché'],
  NVR: ['Not checked', 'Non vérifié'],
});

/** `DayOfWeekCode` and `Day`. */
export const weekdays = nameCodes(file, {
  '1': ['Sunday', 'Dimanche'],
  '2': ['Monday', 'Lundi'],
  '3': ['Tuesday', 'Mardi'],
  '4': ['Wednesday', 'Mercredi'],
  '5': ['Thursday', 'Jeudi'],
  '6': ['Friday', 'Vendredi'],
  '7': ['Saturday', 'Samedi'],
});

/** `StandardHours.HoursType`. */
export const hoursTypes = nameCodes(file, {
  '10': ['Opening hours', 'Heures d’ouverture'],
  '11': ['Collection by the receiver', 'Retrait par le destinataire'],
  '12': ['Collection on the same day', 'Retrait le jour même'],
  '14': ['Pick-up by customers', 'Ramassage par les clients'],
  '50': ['Drop-off', 'Dépôt'],
  '51': ['Preparation', 'Préparation'],
});

/** `AccessPointStatus.Code`; a search takes the two active ones. */
export const accessPointStatuses = nameCodes(file, {
  '01': ['Active, available', 'Actif, disponible'],
  '06': ['Suspended', 'Suspendu'],
  '07': ['Active, not available', 'Actif, non disponible'],
  '08': ['Closed for good', 'Fermé définitivement'],
});

/** `ServiceOffering.Code`. */
export const serviceOfferings = nameCodes(file, {
  '001': ['Direct to a shop', 'Directement au commerce'],
  '002': ['Redirected after a missed delivery', 'Redirigé après une livraison manquée'],
  '003': ['Click and collect', 'Cliquez et ramassez'],
  '004': ['From shop to shop', 'De commerce à commerce'],
  '005': ['Pick-up', 'Ramassage'],
  '006': ['Drop-off', 'Dépôt'],
  '007': ['Pick-up and drop-off', 'Ramassage et dépôt'],
  '008': ['Early collection', 'Retrait hâtif'],
  '009': ['Prepaid parcels dropped off', 'Dépôt de colis prépayés'],
  '010': ['Redirected on the way', 'Redirigé en chemin'],
  '011': ['Takes payments', 'Accepte les paiements'],
  '012': ['Pay in the shop', 'Paiement au commerce'],
  '013': ['Takes restricted articles', 'Accepte les articles réglementés'],
});

/** `OptionCode.Category` of an additional service. */
export const serviceCategories = nameCodes(file, {
  '06': ['Not transport', 'Autre que le transport'],
  '07': ['Transport'],
});

/** `UnavailableReason.Code`. */
export const unavailableReasons = nameCodes(file, {
  '01': ['For the moment', 'Pour le moment'],
  '02': ['Full', 'Complet'],
  '03': ['Not available', 'Non disponible'],
  '04': ['Weather', 'Météo'],
});

/** `OptionCode.Code` of option type 01: the kinds that the guide names. */
export const locationTypes = nameCodes(ours, {
  '001': ['Customer center', 'Centre de service aux clients'],
  '002': ['The UPS Store'],
  '003': ['Drop box', 'Boîte de dépôt'],
  '004': ['Authorized shipping outlet', 'Point de vente autorisé'],
  '005': ['Mail Boxes Etc.'],
  '007': ['Retail chain', 'Chaîne de magasins'],
  '010': ['Authorized service provider', 'Fournisseur de services autorisé'],
  '014': ['UPS Express'],
  '018': ['Access point', 'Point d’accès'],
});

/** `OptionCode.Code` of option type 03. */
export const additionalServices = nameCodes(ours, {
  '001': ['Packing', 'Emballage'],
  '002': ['Packing supplies', 'Fournitures d’emballage'],
  '003': ['Photocopies'],
  '004': ['Mailboxes', 'Boîtes postales'],
  '005': ['Collection of held parcels', 'Retrait de colis retenus'],
  '006': ['Saturday drop-off', 'Dépôt le samedi'],
  '007': ['Dangerous goods accepted', 'Marchandises dangereuses acceptées'],
});

/** `OptionCode.Code` of option type 04. */
export const programs = nameCodes(ours, {
  '001': ['Returns', 'Retours'],
  '002': ['Click and collect', 'Cliquez et ramassez'],
  '003': ['Shop discount', 'Rabais au commerce'],
});

const inside = { status: 200, severity: 'Hard', ...ours } as const;

/** What the locator refuses, inside a 200 in the XML-era envelope. */
export const locatorErrors = nameErrors(inside, {
  requestOptionInvalid: [
    '350202',
    'Invalid request option.',
    'The request option is unknown',
    'L’option de la demande est inconnue',
  ],
  originMissing: [
    '350203',
    'An origin address, geocode or location identifier is required.',
    'It is not said where to search',
    'Il n’est pas dit où chercher',
  ],
  originNotFound: [
    '350207',
    'The origin address was not found.',
    'The address is unknown',
    'L’adresse est inconnue',
  ],
  countryNotServed: [
    '350208',
    'The country {country} is not supported.',
    'Locations of this country are not listed',
    'Les points de service de ce pays ne sont pas répertoriés',
  ],
  radiusInvalid: [
    '350210',
    'The search radius is invalid.',
    'The radius is too small or too large',
    'Le rayon est trop petit ou trop grand',
  ],
  listSizeInvalid: [
    '350211',
    'The maximum list size is invalid.',
    'The size of the list must be 1 to 50',
    'La taille de la liste doit être de 1 à 50',
  ],
  localeInvalid: [
    '350212',
    'The locale {locale} is not supported.',
    'The language is unknown or not served',
    'La langue est inconnue ou non prise en charge',
  ],
  nothingNear: [
    '350220',
    'No locations were found within the search radius.',
    'Nothing lies within the radius',
    'Rien ne se trouve dans le rayon',
  ],
  locationNotFound: [
    '350221',
    'The location {id} was not found.',
    'No location of that number is known',
    'Aucun point de service de ce numéro n’est connu',
  ],
});
