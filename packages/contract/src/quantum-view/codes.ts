import { type CarrierError, nameCodes, sources } from '../stated.ts';

const file = sources.file('QuantumView.yaml');
const recorded = sources.seen('recorded test answers in Net::Async::Webservice::UPS');
const ours = sources.ours('the carrier’s list of 330 codes is not public; numbers and wording are ours');

/** `Generic.ActivityType`: what happened between pick-up and delivery. */
export const activityTypes = nameCodes(file, {
  VM: ['Shipment voided', 'Expédition annulée'],
  UR: ['Undeliverable, being returned', 'Non livrable, en retour'],
  IR: ['Commercial invoice removed', 'Facture commerciale retirée'],
  TC: ['Scanned by the postal service', 'Numérisé par le service postal'],
  PS: ['In the postal service’s hands', 'Pris en charge par le service postal'],
  FN: ['E-mail notice could not be delivered', 'Avis par courriel non remis'],
  DS: ['Destination scan', 'Numérisation à destination'],
  AG: ['On the way to a carrier facility', 'En route vers un centre du transporteur'],
  RE: ['Returns exchange', 'Échange de retour'],
  RP: ['Picked up at an access point', 'Ramassé à un point d’accès'],
  UD: ['Delivery date updated', 'Date de livraison modifiée'],
  OD: ['Out for delivery', 'En cours de livraison'],
  SD: ['Scheduled for delivery', 'Livraison planifiée'],
  FM: ['Handed to the final-mile partner', 'Remis au partenaire du dernier kilomètre'],
  PT: ['Handed to a courier', 'Remis à un coursier'],
  PC: ['Confirmed by the courier', 'Confirmé par le coursier'],
  OT: ['Out for delivery today', 'En cours de livraison aujourd’hui'],
  AD: ['At the delivery site', 'Sur le lieu de livraison'],
  RO: ['Out for delivery with Roadie', 'En cours de livraison par Roadie'],
});

/** Activity types whose record carries `RescheduledDeliveryDate` as a new date; with `SD` it is the agreed one. */
export const activityTypesWithNewDate: readonly string[] = Object.freeze(['DS', 'UD', 'OD', 'SD']);

/** `SubscriptionStatus.Code`. */
export const subscriptionStatuses = nameCodes(file, {
  UN: ['Unknown', 'Inconnu'],
  AT: ['Ready to be activated', 'Prêt à être activé'],
  P: ['Pending', 'En attente'],
  A: ['Active', 'Actif'],
  I: ['Inactive', 'Inactif'],
  S: ['Suspended', 'Suspendu'],
});

/** The carrier's own English word beside each subscription status, at most 9 characters. */
export const subscriptionStatusWords = Object.freeze({
  UN: 'Unknown',
  AT: 'Activate',
  P: 'Pending',
  A: 'Active',
  I: 'Inactive',
  S: 'Suspended',
} as const satisfies Readonly<Record<keyof typeof subscriptionStatuses, string>>);

/** `StatusType.Code` of a file. */
export const fileStatuses = nameCodes(file, { R: ['Read', 'Lu'], U: ['Unread', 'Non lu'] });

/** The carrier's own English word beside each file status. */
export const fileStatusWords = Object.freeze({ R: 'Read', U: 'Unread' } as const);

/** `BillToAccount.Option`: who pays. */
export const billOptions = nameCodes(file, {
  '01': ['Shipper', 'Expéditeur'],
  '02': ['Consignee', 'Destinataire'],
  '03': ['Third party', 'Tiers'],
  '04': ['Freight collect', 'Port dû'],
  '99': ['International bill option', 'Option de facturation internationale'],
});

/** `ShipmentChargeType`. */
export const chargeTypes = nameCodes(file, {
  'C/F': ['Cost and freight', 'Coût et fret'],
  'C/B': ['Consignee billed', 'Facturé au destinataire'],
  'F/C': ['Freight collect', 'Port dû'],
  DDP: ['Delivered duty paid, VAT unpaid', 'Rendu droits acquittés, TVA non payée'],
  FOB: ['Free on board', 'Franco à bord'],
  'P/P': ['Prepaid', 'Port payé'],
  'F/D': ['Free domicile', 'Franco domicile'],
  'T/P': ['Third party', 'Tiers'],
});

/** `Manifest.DocumentsOnly`. */
export const documentTypes = nameCodes(file, {
  '1': ['Letter', 'Lettre'],
  '2': ['Document'],
  '3': ['Goods', 'Marchandises'],
  '4': ['Pallet', 'Palette'],
});

/** `Package.LargePackage`. */
export const largePackages = nameCodes(file, {
  '1': ['Oversize 1', 'Surdimensionné 1'],
  '2': ['Oversize 2', 'Surdimensionné 2'],
  '4': ['Large package', 'Gros colis'],
});

/** `PackageServiceOptions.COD.CODCode`. */
export const codTypes = nameCodes(file, {
  '1': ['Regular C.O.D.', 'Contre remboursement ordinaire'],
  '2': ['Express C.O.D.', 'Contre remboursement express'],
  '3': ['Tagless C.O.D.', 'Contre remboursement sans étiquette'],
});

/** `PackageServiceOptions.HazardousMaterialsCode`. */
export const hazardousMaterials = nameCodes(file, {
  '1': ['Hazardous material', 'Matière dangereuse'],
  '2': ['Hazardous material, billed electronically', 'Matière dangereuse, facturée électroniquement'],
});

/** `CallTagARS.Code`: how a return is organized. */
export const callTags = nameCodes(file, {
  '00': ['No return service', 'Aucun service de retour'],
  '01': ['Call tag', 'Ramassage avec étiquette de retour'],
  '02': ['Label printed and mailed', 'Étiquette imprimée et postée'],
  '03': ['One pick-up attempt', 'Une tentative de ramassage'],
  '04': ['Return label printed by the shipper', 'Étiquette de retour imprimée par l’expéditeur'],
  '05': ['Three pick-up attempts', 'Trois tentatives de ramassage'],
  '06': ['Electronic return label', 'Étiquette de retour électronique'],
  '08': ['Returns on the web', 'Retours sur le Web'],
});

/** `LabelDeliveryMethod`. */
export const labelDeliveryMethods = nameCodes(file, {
  LDE: ['Electronic label', 'Étiquette électronique'],
  LDO: ['One attempt', 'Une tentative'],
  LDP: ['Printed label', 'Étiquette imprimée'],
  LDT: ['Three attempts', 'Trois tentatives'],
  LPM: ['Label printed and mailed', 'Étiquette imprimée et postée'],
});

/** `UPSPremierCategoryCode`. */
export const premierCategories = nameCodes(file, {
  PRS: ['Premier Silver', 'Premier argent'],
  PRG: ['Premier Gold', 'Premier or'],
  PRP: ['Premier Platinum', 'Premier platine'],
});

/** `FailureNotificationCode.Code`: which e-mail notice could not be delivered. */
export const failureNotifications = nameCodes(file, {
  '01': ['Ready at the access point', 'Prêt au point d’accès'],
  '02': ['Ready at the access point, reminder', 'Prêt au point d’accès, rappel'],
  '03': ['Delivered to an alternate address', 'Livré à une autre adresse'],
  '04': ['Returned from the access point', 'Retourné du point d’accès'],
});

/**
 * `Exception.ReasonCode`. The carrier publishes only that the code has two characters; the one text recorded is
 * the weather delay. Numbers are ours.
 */
export const exceptionReasons = nameCodes(ours, {
  '01': ['Adverse weather', 'Intempéries'],
  '02': ['Receiver not in', 'Destinataire absent'],
  '03': ['Business closed', 'Entreprise fermée'],
  '04': ['Incorrect address', 'Adresse inexacte'],
  '05': ['Refused', 'Refusé'],
  '06': ['Damaged', 'Endommagé'],
  '07': ['Held by customs', 'Retenu par la douane'],
  '08': ['Mechanical failure', 'Panne mécanique'],
  '09': ['Late trailer', 'Remorque en retard'],
  '10': ['C.O.D. or duties unpaid', 'Contre remboursement ou droits impayés'],
  '11': ['Operating conditions', 'Conditions d’exploitation'],
});

/** `Exception.Resolution.Code`: what the carrier did about it. Numbers are ours, as for the reasons. */
export const exceptionResolutions = nameCodes(ours, {
  '01': ['Delivery rescheduled', 'Livraison reportée'],
  '02': ['Address corrected', 'Adresse corrigée'],
  '03': ['Returned to the shipper', 'Retourné à l’expéditeur'],
  '04': ['Held for pick-up', 'Gardé pour ramassage'],
  '05': ['Left at an access point', 'Laissé à un point d’accès'],
  '06': ['Awaiting instructions', 'En attente d’instructions'],
  '07': ['Released', 'Libéré'],
});

/** Errors and warnings inside a 200, in `QuantumViewResponse.Response.Error`. */
export const quantumViewErrors = Object.freeze({
  bookmarkInvalid: {
    code: '330015',
    status: 200,
    severity: 'Hard',
    text: 'Bookmark is invalid.',
    en: 'The bookmark does not belong to this request',
    fr: 'Le signet n’appartient pas à cette demande',
    ...recorded,
  },
  subscriptionsInactive: {
    code: '336000',
    status: 200,
    severity: 'Warning',
    text: 'The following Subscriptions are inactive {names} .',
    en: 'Some subscriptions are inactive',
    fr: 'Certains abonnements sont inactifs',
    ...recorded,
  },
  noActiveSubscription: {
    code: '330052',
    status: 200,
    severity: 'Hard',
    text: 'No active Quantum View Data subscription was found.',
    en: 'There is no active Quantum View Data subscription',
    fr: 'Il n’y a aucun abonnement Quantum View Data actif',
    ...sources.seen('a comment in public code; the sentence is ours'),
  },
  subscriptionNameMissing: {
    code: '330001',
    status: 200,
    severity: 'Hard',
    text: 'Missing subscription name.',
    en: 'A file name needs the name of its subscription',
    fr: 'Un nom de fichier exige le nom de son abonnement',
    ...ours,
  },
  subscriptionNameInvalid: {
    code: '330010',
    status: 200,
    severity: 'Hard',
    text: 'Invalid subscription name {name}.',
    en: 'No subscription of this user has that name',
    fr: 'Aucun abonnement de cet utilisateur ne porte ce nom',
    ...ours,
  },
  rangeTooLong: {
    code: '330020',
    status: 200,
    severity: 'Hard',
    text: 'Date range must not exceed 7 days.',
    en: 'The range of dates is longer than 7 days',
    fr: 'La plage de dates dépasse 7 jours',
    ...ours,
  },
  rangeInFuture: {
    code: '330021',
    status: 200,
    severity: 'Hard',
    text: 'Begin date is in the future.',
    en: 'The range begins in the future',
    fr: 'La plage commence dans l’avenir',
    ...ours,
  },
  rangeMalformed: {
    code: '330022',
    status: 200,
    severity: 'Hard',
    text: 'Invalid date format. Use YYYYMMDDHHmmss.',
    en: 'A date is not written as YYYYMMDDHHmmss',
    fr: 'Une date n’est pas écrite AAAAMMJJHHmmss',
    ...ours,
  },
  rangeReversed: {
    code: '330023',
    status: 200,
    severity: 'Hard',
    text: 'End date is before begin date.',
    en: 'The range ends before it begins',
    fr: 'La plage se termine avant de commencer',
    ...ours,
  },
  rangeTooOld: {
    code: '330024',
    status: 200,
    severity: 'Hard',
    text: 'Begin date is more than 7 days in the past.',
    en: 'The range begins more than 7 days ago',
    fr: 'La plage commence il y a plus de 7 jours',
    ...ours,
  },
  fileNameInvalid: {
    code: '330030',
    status: 200,
    severity: 'Hard',
    text: 'Invalid file name {name}.',
    en: 'A file name is not written as YYMMDD_HHmmssnnn',
    fr: 'Un nom de fichier n’est pas écrit AAMMJJ_HHmmssnnn',
    ...ours,
  },
  fileNotFound: {
    code: '330031',
    status: 200,
    severity: 'Hard',
    text: 'File {name} was not found.',
    en: 'No file of that name is kept',
    fr: 'Aucun fichier de ce nom n’est conservé',
    ...ours,
  },
  nothingUnread: {
    code: '330028',
    status: 200,
    severity: 'Hard',
    text: 'There are no unread files for the given Subscriber ID.',
    en: 'There is nothing new to read',
    fr: 'Il n’y a rien de nouveau à lire',
    ...sources.seen('a program that matches the sentence; the number is remembered, unconfirmed'),
  },
  requestActionInvalid: {
    code: '20006',
    status: 200,
    severity: 'Hard',
    text: 'Invalid request action',
    en: 'The request action must be QVEvents',
    fr: 'L’action demandée doit être QVEvents',
    ...sources.seen('public lists of the carrier’s error codes'),
  },
} as const satisfies Readonly<Record<string, CarrierError>>);
