import { nameCodes, nameErrors, sources } from '../stated.ts';

const file = sources.file('Pickup.yaml');

/** The last part of the address when pick-ups are rated or listed. */
export const pickupTypes = nameCodes(file, {
  oncall: ['On call', 'Sur appel'],
  smart: ['When needed', 'Au besoin'],
  both: ['Both', 'Les deux'],
});

/** `CancelBy`, the last part of the address when a pick-up is cancelled. */
export const cancelKeys = nameCodes(file, {
  '01': ['The account’s last pick-up', 'Le dernier ramassage du compte'],
  '02': ['By its number', 'Par son numéro'],
});

/** `PickupType` of pending and cancelled pick-ups. */
export const pendingTypes = nameCodes(file, { '01': ['On-call pick-up', 'Ramassage sur appel'] });

/** `ServiceDateOption`. */
export const dateOptions = nameCodes(file, {
  '01': ['Same day', 'Le jour même'],
  '02': ['A later day', 'Un autre jour'],
  '03': ['On a certain day', 'Un jour précis'],
});

/** `RateType`. */
export const rateTypes = nameCodes(file, {
  SD: ['Same day', 'Le jour même'],
  FD: ['A later day', 'Un autre jour'],
});

/** `ChargeDetail.ChargeCode`. */
export const chargeCodes = nameCodes(file, {
  A: ['Option'],
  B: ['Base charge', 'Frais de base'],
  S: ['Surcharge', 'Supplément'],
});

/** `ChargeDetail.ChargeDescription`, the carrier’s words, with our names for them. */
export const chargeWords = nameCodes(file, {
  'BASE CHARGE': ['Base charge', 'Frais de base'],
  'EXTENDED AREA SURCHARGE': ['Extended area', 'Région étendue'],
  'FUEL SURCHARGE': ['Fuel', 'Carburant'],
  'REMOTE AREA SURCHARGE': ['Remote area', 'Région éloignée'],
  'RESIDENTIAL SURCHARGE': ['Residential address', 'Adresse résidentielle'],
  'SATURDAY ON-CALL STOP CHARGE': ['On-call stop on Saturday', 'Arrêt sur appel le samedi'],
});

/** `TaxCharges.Type`: the names under which countries levy tax. */
export const taxTypes: readonly string[] = Object.freeze([
  ...['ALV', 'BTW', 'DDS', 'DDV', 'DPH', 'FPA', 'GST', 'IVA', 'IVA1', 'IVA2', 'IVA3', 'KM', 'MOMS', 'MWST'],
  ...['PDV', 'PST', 'PVM', 'PVN', 'QST', 'TVA', 'VAT', 'VSK'],
]);

/** `OnCallStatusCode`. */
export const onCallStatuses = nameCodes(file, {
  '001': ['Received at dispatch', 'Reçu à la répartition'],
  '002': ['Given to the driver', 'Confié au chauffeur'],
  '003': ['Done', 'Fait'],
  '004': ['Not successful', 'Sans succès'],
  '005': ['Late, the driver gave a new time', 'En retard, le chauffeur a donné une autre heure'],
  '007': ['Cancelled', 'Annulé'],
  '008': ['Not valid', 'Non valide'],
  '012': ['Being processed', 'En traitement'],
});

/** `GWNStatus.Code` of a pick-up when needed. */
export const smartStatuses = nameCodes(file, {
  '001': ['Asked for', 'Demandé'],
  '002': ['Cancelled by the user', 'Annulé par l’utilisateur'],
  '003': ['Done', 'Fait'],
  '004': ['Missed', 'Manqué'],
  '005': ['Nobody there', 'Personne sur place'],
  '006': ['Not ready', 'Pas prêt'],
  '007': ['Closed', 'Fermé'],
  '008': ['Cancelled by the driver', 'Annulé par le chauffeur'],
  '999': ['Unknown', 'Inconnu'],
});

/** `TriggerStatus.Code`. */
export const triggerStatuses = nameCodes(file, {
  '01': ['New', 'Nouveau'],
  '02': ['Planned already', 'Déjà prévu'],
});

/** `BillingCode` of a pending pick-up; the third is not served yet. */
export const billingCodes = nameCodes(file, {
  '01': ['Ordinary', 'Ordinaire'],
  '02': ['Return', 'Retour'],
  '03': ['Other address', 'Autre adresse'],
});

/** `PickupPiece.ContainerCode`. */
export const containers = nameCodes(file, {
  '01': ['Package', 'Colis'],
  '02': ['Letter', 'Lettre'],
  '03': ['Pallet', 'Palette'],
});

/** `PaymentMethod`. */
export const paymentMethods = nameCodes(file, {
  '00': ['Nothing to pay', 'Rien à payer'],
  '01': ['Shipper’s account', 'Compte de l’expéditeur'],
  '03': ['Charge card', 'Carte de paiement'],
  '04': ['Tracking number', 'Numéro de suivi'],
  '05': ['Check or money order', 'Chèque ou mandat'],
  '06': ['Cash', 'Comptant'],
  '07': ['PayPal'],
});

/** Countries where a pick-up may be paid in cash. */
export const cashCountries: readonly string[] = Object.freeze([
  ...['BE', 'FR', 'DE', 'IT', 'MX', 'NL', 'PL', 'ES', 'GB', 'CZ', 'HU', 'FI', 'NO'],
]);

/** `ChargeCard.CardType`; Discover in the United States alone. */
export const cardTypes: readonly string[] = Object.freeze(['01', '03', '04', '06']);

/** `ServiceCategory`. */
export const serviceCategories = nameCodes(file, {
  '01': ['Domestic', 'Nationale'],
  '02': ['International', 'Internationale'],
  '03': ['Across a land border', 'Transfrontalière'],
});

/** `CashType`: what the driver collects. */
export const cashTypes = nameCodes(file, {
  '01': ['Pick-up', 'Ramassage'],
  '02': ['Transport'],
  '03': ['Pick-up and transport', 'Ramassage et transport'],
});

/** `RateStatus.Code`. */
export const rateStatuses = nameCodes(file, {
  '01': ['Priced', 'Tarifé'],
  '02': ['No price', 'Sans tarif'],
  '03': ['Free, for a return', 'Gratuit, pour un retour'],
  '04': ['No price asked for', 'Tarif non demandé'],
});

/** `Disclaimer.Code` beside a price. */
export const disclaimers = nameCodes(file, {
  '01': [
    'Taxes on transport are included, others may follow',
    'Les taxes sur le transport sont comprises, d’autres peuvent suivre',
  ],
  '02': ['Duties and taxes may follow', 'Des droits et taxes peuvent suivre'],
  '03': ['More duties and taxes may follow', 'D’autres droits et taxes peuvent suivre'],
  '04': ['Taxes could not be told', 'Les taxes n’ont pas pu être établies'],
  '05': ['Without value added tax, with fuel', 'Sans la taxe sur la valeur ajoutée, avec le carburant'],
});

const hard = { status: 400, severity: 'Hard' } as const;
const ours = sources.ours('numbers beside the recorded one, wording ours');

/** What pick-up refuses. */
export const pickupErrors = Object.freeze({
  ...nameErrors(
    { ...hard, ...sources.seen('recorded answers in the test suite of karrio') },
    {
      dateInvalid: [
        '9560131',
        'Invalid pickup date',
        'The day is past, no working day or too far ahead',
        'Le jour est passé, n’est pas ouvrable ou est trop lointain',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...ours },
    {
      accountInvalid: [
        '9560101',
        'Missing or invalid shipper account number',
        'The account is missing, unknown or not the caller’s',
        'Le compte est absent, inconnu ou n’est pas celui de l’appelant',
      ],
      addressInvalid: [
        '9560110',
        'Missing or invalid pickup address',
        'The address is missing or not served',
        'L’adresse est absente ou non desservie',
      ],
      readyTimeTooLate: [
        '9560132',
        'ReadyTime must be earlier than the call-by time {time}',
        'The parcels are ready too late for that day',
        'Les colis sont prêts trop tard pour ce jour',
      ],
      windowTooShort: [
        '9560133',
        'CloseTime minus ReadyTime must be greater than {minutes} minutes',
        'Between ready and close there is too little time',
        'Il y a trop peu de temps entre l’heure prête et la fermeture',
      ],
      closeTimeTooEarly: [
        '9560134',
        'CloseTime must be later than {time}',
        'The place closes too early for a pick-up',
        'L’endroit ferme trop tôt pour un ramassage',
      ],
      piecesInvalid: [
        '9560140',
        'Missing or invalid pickup piece',
        'The pieces are missing, unknown or too many',
        'Les pièces sont absentes, inconnues ou trop nombreuses',
      ],
      paymentInvalid: [
        '9560150',
        'Missing or invalid payment method',
        'The way to pay is missing or not possible here',
        'Le mode de paiement est absent ou impossible ici',
      ],
      trackingNumberUsed: [
        '9560151',
        'Tracking number {number} has already paid for a pickup',
        'That tracking number has paid for a pick-up before',
        'Ce numéro de suivi a déjà payé un ramassage',
      ],
      pickupNotFound: [
        '9510113',
        'Pickup request {prn} was not found',
        'No pick-up of that number is known',
        'Aucun ramassage de ce numéro n’est connu',
      ],
      pickupNotCancellable: [
        '9510114',
        'Pickup request {prn} can no longer be cancelled',
        'The pick-up is done or the driver is there',
        'Le ramassage est fait ou le chauffeur est sur place',
      ],
      smartPickupNotEnabled: [
        '9560160',
        'The account is not enabled for Smart Pickup',
        'The account has no pick-up when needed',
        'Le compte n’a pas le ramassage au besoin',
      ],
      countryInvalid: [
        '9560170',
        'Missing or invalid country code',
        'The country is missing or unknown',
        'Le pays est absent ou inconnu',
      ],
    },
  ),
});

/** What pick-up says beside a success. */
export const pickupAlerts = nameErrors(
  { status: 200, severity: 'Warning', ...sources.seen('the carrier’s Java samples', '2022') },
  {
    promotionInvalid: [
      '9500717',
      'User level promotion discount not valid for the pickup.',
      'The discount does not hold for this pick-up',
      'Le rabais ne vaut pas pour ce ramassage',
    ],
  },
);
