import { nameCodes, nameErrors, sources } from '../stated.ts';

const landed = sources.file('LandedCost.yaml');
const assure = sources.file('UPSExportAssure.yaml');
const samples = sources.seen('the carrier’s Java samples of the old landed-cost dialogue', '2022');

/** `shipment.incoterms`; `FOB` when none is sent. */
export const incoterms = nameCodes(landed, {
  CFR: ['Cost and freight', 'Coût et fret'],
  CIF: ['Cost, insurance and freight', 'Coût, assurance et fret'],
  CIP: ['Carriage and insurance paid to', 'Port payé, assurance comprise, jusqu’à'],
  CPT: ['Carriage paid to', 'Port payé jusqu’à'],
  DAP: ['Delivered at place', 'Rendu au lieu de destination'],
  DAT: ['Delivered at terminal', 'Rendu au terminal'],
  DDP: ['Delivered duty paid', 'Rendu droits acquittés'],
  DPU: ['Delivered at place unloaded', 'Rendu au lieu de destination déchargé'],
  EXW: ['Ex works', 'À l’usine'],
  FAS: ['Free alongside ship', 'Franco le long du navire'],
  FCA: ['Free carrier', 'Franco transporteur'],
  FOB: ['Free on board', 'Franco à bord'],
});

/** `shipment.transModes`. */
export const transportModes = nameCodes(assure, {
  INT_AIR: ['Abroad by air', 'À l’étranger par avion'],
  INT_OCEAN: ['Abroad by sea', 'À l’étranger par mer'],
  INT_RAIL: ['Abroad by rail', 'À l’étranger par train'],
  INT_TRUCK: ['Abroad by road', 'À l’étranger par la route'],
  DOM_AIR: ['Inland by air', 'Au pays par avion'],
  DOM_OCEAN: ['Inland by sea', 'Au pays par mer'],
  DOM_RAIL: ['Inland by rail', 'Au pays par train'],
  DOM_TRUCK: ['Inland by road', 'Au pays par la route'],
});

/** `shipment.shipmentType` of a landed cost. */
export const shipmentTypes = nameCodes(landed, {
  GIFT: ['Gift', 'Cadeau'],
  COMMERCIAL: ['Commercial'],
  SALE: ['Sale', 'Vente'],
  SAMPLE: ['Sample', 'Échantillon'],
  REPAIR: ['Repair', 'Réparation'],
  RETURN: ['Return', 'Retour'],
  OTHER: ['Other', 'Autre'],
});

/** `shipmentType` of a compliance check. */
export const complianceShipmentTypes = nameCodes(assure, {
  GIFT: ['Gift', 'Cadeau'],
  COMM: ['Commercial'],
  OTHR: ['Other', 'Autre'],
  PERS: ['Personal', 'Personnel'],
});

/** `grossWeightUnit`. */
export const weightUnits = nameCodes(assure, {
  KG: ['Kilograms', 'Kilogrammes'],
  LB: ['Pounds', 'Livres'],
});

/** `complianceOutput.categoryType`. */
export const complianceCategories = nameCodes(assure, {
  Import: ['Import', 'Importation'],
  Export: ['Export', 'Exportation'],
});

/** `controlTypes.isRequired`. */
export const controlNeeds = nameCodes(assure, {
  Yes: ['Required', 'Exigé'],
  Maybe: ['Perhaps required', 'Peut-être exigé'],
  Applicable: ['Applies', 'S’applique'],
});

/** `errors.type`: which check an error is about. */
export const complianceChecks = nameCodes(assure, {
  DG: ['Description of the goods', 'Description des marchandises'],
  POA: ['Power of attorney', 'Procuration'],
  IEC: ['Import and export compliance', 'Conformité à l’importation et à l’exportation'],
});

/** `translationLocale`. */
export const translationLocales = nameCodes(assure, {
  EN: ['English', 'Anglais'],
  DE: ['German', 'Allemand'],
  PL: ['Polish', 'Polonais'],
  FR: ['French', 'Français'],
  IT: ['Italian', 'Italien'],
  NL: ['Dutch', 'Néerlandais'],
  ES: ['Spanish', 'Espagnol'],
  ZH: ['Simplified Chinese', 'Chinois simplifié'],
});

/** `UOM` of a compliance check. */
export const quantityUnits = nameCodes(assure, {
  Bag: ['Bag', 'Sac'],
  Barrel: ['Barrel', 'Baril'],
  Bolt: ['Bolt', 'Rouleau de tissu'],
  Box: ['Box', 'Boîte'],
  Bunch: ['Bunch', 'Botte'],
  Bundle: ['Bundle', 'Paquet lié'],
  Butt: ['Butt', 'Barrique'],
  Canister: ['Canister', 'Bidon'],
  Carton: ['Carton'],
  Case: ['Case', 'Caisse'],
  Centimeter: ['Centimetre', 'Centimètre'],
  Container: ['Container', 'Conteneur'],
  Crate: ['Crate', 'Caisse à claire-voie'],
  Cylinder: ['Cylinder', 'Cylindre'],
  Dozen: ['Dozen', 'Douzaine'],
  Each: ['Each', 'Unité'],
  Envelope: ['Envelope', 'Enveloppe'],
  Feet: ['Feet', 'Pieds'],
  Kilogram: ['Kilogram', 'Kilogramme'],
  Liter: ['Litre'],
  Meter: ['Metre', 'Mètre'],
  Number: ['Number', 'Nombre'],
  Package: ['Package', 'Colis'],
  Packet: ['Packet', 'Paquet'],
  Pairs: ['Pairs', 'Paires'],
  Pallet: ['Pallet', 'Palette'],
  Pieces: ['Pieces', 'Pièces'],
  Pounds: ['Pounds', 'Livres'],
  ProofLiter: ['Proof litre', 'Litre d’alcool pur'],
  Roll: ['Roll', 'Rouleau'],
  Set: ['Set', 'Ensemble'],
  'Square Meters': ['Square metres', 'Mètres carrés'],
  'Square Yards': ['Square yards', 'Verges carrées'],
  Tube: ['Tube'],
  Yard: ['Yard', 'Verge'],
});

/** Questions of the old dialogue, by their name. */
export const questions = nameCodes(samples, {
  LVS_MOS: ['How do the goods travel?', 'Comment les marchandises voyagent-elles?'],
  LVS_SHIPMENT_TYPE: ['What kind of shipment is it?', 'De quel genre d’envoi s’agit-il?'],
});

/** Answers to how goods travel. */
export const travelAnswers = nameCodes(samples, {
  AIR: ['By air', 'Par avion'],
  SEA: ['By sea', 'Par mer'],
  PARL: ['Parcel post', 'Poste-colis'],
  LAND: ['By land', 'Par la terre'],
  SPED: ['Special delivery', 'Envoi exprès'],
  INTP: ['International post', 'Poste internationale'],
  POST: ['Post', 'Poste'],
  COUR: ['Courier', 'Messagerie'],
});

/** Answers to what kind of shipment it is. */
export const kindAnswers = nameCodes(samples, {
  GIFT: ['Gift', 'Cadeau'],
  PERS: ['Personal', 'Personnel'],
  COMM: ['Commercial'],
  SMPL: ['Sample', 'Échantillon'],
});

const customs = sources.file('CustomsDetailV2.yaml');
const ours = sources.ours('the carrier’s list is not public; numbers and wording are ours');

/** What the trade tools refuse. */
export const tradeErrors = Object.freeze({
  ...nameErrors(
    { status: 400, ...customs },
    {
      requestMalformed: [
        '105.000',
        'Malformed JSON request',
        'The request cannot be read',
        'La demande est illisible',
      ],
      valueOutOfRange: [
        '105.001',
        'Supplied value was not in the correct range of valid values.',
        'A value is outside what is possible',
        'Une valeur est hors de ce qui est possible',
      ],
      valueMissing: ['105.004', 'Field value is required', 'A value is missing', 'Une valeur est absente'],
    },
  ),
  ...nameErrors(
    { status: 401, ...customs },
    {
      tokenInvalid: [
        '105.401',
        'Invalid token or token is not present',
        'The access token is missing or invalid',
        'Le jeton d’accès est absent ou invalide',
      ],
    },
  ),
  ...nameErrors(
    { status: 500, ...customs },
    { failed: ['105.500', 'Internal Server Error', 'The carrier failed', 'Le transporteur a failli'] },
  ),
  ...nameErrors(
    { status: 400, ...assure },
    {
      valueInvalid: ['105.305', '{field} is not valid', 'A value does not fit', 'Une valeur ne convient pas'],
    },
  ),
  ...nameErrors(
    { status: 400, severity: 'Hard', ...ours },
    {
      sameCountry: [
        '9801001',
        'The export country must differ from the import country.',
        'Goods must cross a border',
        'Les marchandises doivent passer une frontière',
      ],
      countryNotServed: [
        '9801002',
        'The country {country} is not supported.',
        'This country is not served',
        'Ce pays n’est pas desservi',
      ],
      tooManyProducts: [
        '9801003',
        'No more than {limit} products are allowed.',
        'The shipment has too many products',
        'L’envoi compte trop de produits',
      ],
      productNotDescribed: [
        '9801004',
        'Either hsCode or description is required for commodity {id}.',
        'A product has neither a tariff code nor a description',
        'Un produit n’a ni code tarifaire ni description',
      ],
      currencyInvalid: [
        '9801005',
        'The currency {currency} is not supported.',
        'The currency is unknown',
        'La devise est inconnue',
      ],
      digestInvalid: [
        '9801006',
        'Missing or invalid transaction digest.',
        'The digest of the questions is missing or changed',
        'Le condensé des questions est absent ou modifié',
      ],
      answerMissing: [
        '9801007',
        'The question {question} is not answered.',
        'A question has no answer',
        'Une question est sans réponse',
      ],
      resultNotFound: [
        '9801008',
        'No saved result found for transaction {id}.',
        'No result of that number is kept',
        'Aucun résultat de ce numéro n’est conservé',
      ],
      partyMissing: [
        '9801009',
        'A party name is required.',
        'It is not said who is looked for',
        'Il n’est pas dit qui est recherché',
      ],
      listsNotLoaded: [
        '9801010',
        'The list of denied parties is not loaded.',
        'The official lists are not loaded: nothing can be said',
        'Les listes officielles ne sont pas chargées : rien ne peut être affirmé',
      ],
    },
  ),
});
