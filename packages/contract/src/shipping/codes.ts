import { nameCodes, sources } from '../stated.ts';

const file = sources.file('Shipping.yaml');
const clients = sources.seen('public clients of the REST APIs: friendly_shipping, karrio');

/** `Service.Code` of a shipment; rating, pick-up, labels and files of Quantum View use the same codes. */
export const services = nameCodes(file, {
  '01': ['Next Day Air', 'Next Day Air (lendemain par avion)'],
  '02': ['2nd Day Air', '2nd Day Air (deuxième jour par avion)'],
  '03': ['Ground', 'Ground (par la route)'],
  '07': ['Worldwide Express', 'Express mondial'],
  '08': ['Worldwide Expedited', 'Expedited mondial'],
  '11': ['Standard'],
  '12': ['3 Day Select', '3 Day Select (troisième jour)'],
  '13': ['Next Day Air Saver', 'Next Day Air Saver (lendemain, économique)'],
  '14': ['Next Day Air Early', 'Next Day Air Early (lendemain, tôt le matin)'],
  '17': ['Worldwide Economy, duties unpaid', 'Économique mondial, droits non acquittés'],
  '54': ['Worldwide Express Plus', 'Express Plus mondial'],
  '59': ['2nd Day Air A.M.', '2nd Day Air A.M. (deuxième jour, avant midi)'],
  '65': ['Worldwide Saver', 'Saver mondial'],
  '70': ['Access Point Economy', 'Économique vers un point d’accès'],
  '71': ['Worldwide Express Freight Midday', 'Fret express mondial, mi-journée'],
  '72': ['Worldwide Economy, duties paid', 'Économique mondial, droits acquittés'],
  '74': ['Express 12:00', 'Express 12 h'],
  '75': ['Heavy Goods', 'Marchandises lourdes'],
  '82': ['Today Standard', 'Today standard (jour même)'],
  '83': ['Today Dedicated Courier', 'Today coursier exclusif (jour même)'],
  '84': ['Today Intercity', 'Today interurbain (jour même)'],
  '85': ['Today Express', 'Today express (jour même)'],
  '86': ['Today Express Saver', 'Today express économique (jour même)'],
  '96': ['Worldwide Express Freight', 'Fret express mondial'],
  M2: ['First-class mail', 'Courrier de première classe'],
  M3: ['Priority mail', 'Courrier prioritaire'],
  M4: ['Mail Innovations, expedited', 'Mail Innovations, accéléré'],
  M5: ['Mail Innovations, priority', 'Mail Innovations, prioritaire'],
  M6: ['Mail Innovations, economy', 'Mail Innovations, économique'],
  M7: ['Mail Innovations, returns', 'Mail Innovations, retours'],
  C6: ['Roadie, morning', 'Roadie, le matin'],
  C7: ['Roadie, afternoon', 'Roadie, l’après-midi'],
  C8: ['Roadie, any time', 'Roadie, à toute heure'],
  T0: ['Trade Direct, master shipment', 'Trade Direct, envoi principal'],
  T1: ['Trade Direct, less than truckload', 'Trade Direct, chargement partiel'],
});

/** Codes that need an agreement with the carrier; its file does not list them. */
export const agreedServices = nameCodes(clients, {
  '92': ['Ground Saver, under one pound', 'Ground Saver, moins d’une livre'],
  '93': ['Ground Saver, one pound and more', 'Ground Saver, une livre et plus'],
  '94': ['Ground Saver, bound printed matter', 'Ground Saver, imprimés reliés'],
  '95': ['Ground Saver, media mail', 'Ground Saver, médias'],
});

/** What the same codes are called for shipments that leave Canada. */
export const servicesFromCanada = nameCodes(clients, {
  '01': ['Express', 'Express (depuis le Canada)'],
  '02': ['Expedited', 'Expedited (depuis le Canada)'],
  '11': ['Standard', 'Standard (depuis le Canada)'],
  '12': ['3 Day Select', '3 Day Select (depuis le Canada)'],
  '13': ['Express Saver', 'Express Saver (depuis le Canada)'],
  '14': ['Express Early', 'Express Early (depuis le Canada)'],
  '54': ['Worldwide Express Plus', 'Express Plus mondial'],
  '65': ['Express Saver, international', 'Express Saver, international (depuis le Canada)'],
});

/** `Packaging.Code`; in rating the member is called `PackagingType`. */
export const packagings = nameCodes(file, {
  '01': ['Letter', 'Lettre'],
  '02': ['Own packaging', 'Emballage du client'],
  '03': ['Tube'],
  '04': ['Pak'],
  '21': ['Express box', 'Boîte Express'],
  '24': ['25 kg box', 'Boîte de 25 kg'],
  '25': ['10 kg box', 'Boîte de 10 kg'],
  '30': ['Pallet', 'Palette'],
  '2a': ['Small Express box', 'Petite boîte Express'],
  '2b': ['Medium Express box', 'Boîte Express moyenne'],
  '2c': ['Large Express box', 'Grande boîte Express'],
  '56': ['Flats', 'Grandes enveloppes'],
  '57': ['Parcels', 'Colis postaux'],
  '58': ['Bound printed matter', 'Imprimés reliés'],
  '59': ['First class', 'Première classe'],
  '60': ['Priority', 'Prioritaire'],
  '61': ['Machineable', 'Triable à la machine'],
  '62': ['Irregular', 'Irrégulier'],
  '63': ['Parcel post', 'Poste-colis'],
  '64': ['Bound printed matter, parcel', 'Imprimés reliés, colis'],
  '65': ['Media mail', 'Courrier médias'],
  '66': ['Bound printed matter, flat', 'Imprimés reliés, grande enveloppe'],
  '67': ['Standard flat', 'Grande enveloppe ordinaire'],
});

/** `UnitOfMeasurement.Code` of weights. */
export const weightUnits = nameCodes(file, {
  LBS: ['Pounds', 'Livres'],
  KGS: ['Kilograms', 'Kilogrammes'],
  OZS: ['Ounces', 'Onces'],
});

/** `UnitOfMeasurement.Code` of lengths. */
export const lengthUnits = nameCodes(sources.file('Rating.yaml'), {
  IN: ['Inches', 'Pouces'],
  CM: ['Centimetres', 'Centimètres'],
});

/** `DryIceWeight.UnitOfMeasurement.Code`; the letters of `weightUnits` serve as well. */
export const dryIceWeightUnits = nameCodes(file, {
  '00': ['Kilograms', 'Kilogrammes'],
  '01': ['Pounds', 'Livres'],
});

/** `Request.RequestOption`: how much of the address is checked before the shipment is made. */
export const addressChecks = nameCodes(file, {
  nonvalidate: ['Postal code against state', 'Code postal et état ou province'],
  validate: ['Postal code against city and state', 'Code postal, ville et état ou province'],
});

/** `ShipmentCharge.Type`: what is paid for. */
export const shipmentChargeTypes = nameCodes(file, {
  '01': ['Transportation', 'Transport'],
  '02': ['Duties and taxes', 'Droits et taxes'],
  '03': ['Broker of choice', 'Courtier au choix'],
});

/** `CreditCard.Type`; pick-up takes four of them. */
export const cardTypes = nameCodes(file, {
  '01': ['American Express'],
  '03': ['Discover'],
  '04': ['MasterCard'],
  '05': ['Optima'],
  '06': ['Visa'],
  '07': ['Bravo'],
  '08': ['Diners Club'],
  '13': ['Dankort'],
  '14': ['Hipercard'],
  '15': ['JCB'],
  '17': ['Postepay'],
  '18': ['UnionPay'],
  '19': ['Visa Electron'],
  '20': ['V Pay'],
  '21': ['Carte Bleue'],
});

/** `ReturnService.Code`. */
export const returnServices = nameCodes(file, {
  '2': ['Label printed and mailed', 'Étiquette imprimée et postée'],
  '3': ['One attempt', 'Une tentative'],
  '5': ['Three attempts', 'Trois tentatives'],
  '8': ['Electronic label', 'Étiquette électronique'],
  '9': ['Printed label', 'Étiquette imprimée'],
  '10': ['Exchange, printed label', 'Échange, étiquette imprimée'],
  '11': ['Pack and collect, one attempt, box 1', 'Emballage et collecte, une tentative, boîte 1'],
  '12': ['Pack and collect, one attempt, box 2', 'Emballage et collecte, une tentative, boîte 2'],
  '13': ['Pack and collect, one attempt, box 3', 'Emballage et collecte, une tentative, boîte 3'],
  '14': ['Pack and collect, one attempt, box 4', 'Emballage et collecte, une tentative, boîte 4'],
  '15': ['Pack and collect, one attempt, box 5', 'Emballage et collecte, une tentative, boîte 5'],
  '16': ['Pack and collect, three attempts, box 1', 'Emballage et collecte, trois tentatives, boîte 1'],
  '17': ['Pack and collect, three attempts, box 2', 'Emballage et collecte, trois tentatives, boîte 2'],
  '18': ['Pack and collect, three attempts, box 3', 'Emballage et collecte, trois tentatives, boîte 3'],
  '19': ['Pack and collect, three attempts, box 4', 'Emballage et collecte, trois tentatives, boîte 4'],
  '20': ['Pack and collect, three attempts, box 5', 'Emballage et collecte, trois tentatives, boîte 5'],
});

/** Services that take no return. */
export const servicesWithoutReturn: readonly (keyof typeof services)[] = Object.freeze([
  ...(['13', '59', '82', '83', '84', '85', '86', 'C6', 'C7', 'C8'] as const),
]);

/** `ImportControl.Code`. */
export const importControls = nameCodes(file, {
  '01': ['Label printed and mailed', 'Étiquette imprimée et postée'],
  '02': ['One attempt', 'Une tentative'],
  '03': ['Three attempts', 'Trois tentatives'],
  '04': ['Electronic label', 'Étiquette électronique'],
  '05': ['Printed label', 'Étiquette imprimée'],
});

/** `ShipmentIndicationType.Code`. */
export const indicationTypes = nameCodes(sources.file('Rating.yaml'), {
  '01': ['Held at an access point', 'Retenu à un point d’accès'],
  '02': ['Delivered to an access point', 'Livré à un point d’accès'],
});

/** `DeliveryConfirmation.DCISType` of a shipment. */
export const shipmentConfirmations = nameCodes(file, {
  '1': ['Signature required', 'Signature exigée'],
  '2': ['Adult signature required', 'Signature d’un adulte exigée'],
});

/** `DeliveryConfirmation.DCISType` of a package; `1` is no longer supported. */
export const packageConfirmations = nameCodes(sources.file('Rating.yaml'), {
  '1': ['Not supported', 'Non prise en charge'],
  '2': ['Signature required', 'Signature exigée'],
  '3': ['Adult signature required', 'Signature d’un adulte exigée'],
});

/** `DeclaredValue.Type.Code`. */
export const declaredValueTypes = nameCodes(file, {
  '01': ['Declared value', 'Valeur déclarée'],
  '02': ['Value declared by the shipper', 'Valeur déclarée par l’expéditeur'],
});

/** `CODFundsCode`: what may be taken from the receiver; `1` and `9` for a whole shipment, the others per package. */
export const codFunds = nameCodes(
  sources.ours('the file points to an appendix that is not public; these are what clients commonly send'),
  {
    '0': ['Any check or money order', 'Chèque ou mandat, au choix'],
    '1': ['Cash', 'Comptant'],
    '8': ['Cashier’s check or money order', 'Chèque certifié ou mandat'],
    '9': ['Check or money order for the shipment', 'Chèque ou mandat pour l’envoi'],
  },
);

/** `Notification.NotificationCode` of a shipment. */
export const notifications = nameCodes(file, {
  '2': ['Return or label made', 'Retour ou étiquette créée'],
  '5': ['In transit', 'En transit'],
  '6': ['Shipped', 'Expédié'],
  '7': ['Exception', 'Exception de livraison'],
  '8': ['Delivered', 'Livré'],
  '012': ['Alternate delivery place', 'Autre lieu de livraison'],
  '013': ['Access point, to the shipper', 'Point d’accès, à l’expéditeur'],
});

/** `Notification.NotificationCode` of a package. */
export const packageNotifications = nameCodes(file, {
  '3': ['Return, to the receiver', 'Retour, au destinataire'],
  '6': ['Shipped', 'Expédié'],
  '7': ['Exception', 'Exception de livraison'],
  '8': ['Delivered', 'Livré'],
});

/** `LabelImageFormat.Code`; the file names PNG and says that it is not served yet. */
export const labelFormats = nameCodes(file, {
  GIF: ['GIF picture', 'Image GIF'],
  PNG: ['PNG picture', 'Image PNG'],
  EPL: ['EPL2 printer', 'Imprimante EPL2'],
  ZPL: ['ZPL printer', 'Imprimante ZPL'],
  SPL: ['SPL printer', 'Imprimante SPL'],
});

/** `LabelImageFormat.Code` when a label is asked for again. */
export const recoveredLabelFormats = nameCodes(file, {
  GIF: ['GIF picture', 'Image GIF'],
  PDF: ['PDF document', 'Document PDF'],
  ZPL: ['ZPL printer', 'Imprimante ZPL'],
  EPL: ['EPL2 printer', 'Imprimante EPL2'],
  SPL: ['SPL printer', 'Imprimante SPL'],
});

/** `ImageFormat.Code` of receipts and control logs. */
export const receiptFormats = nameCodes(file, {
  EPL: ['EPL2 printer', 'Imprimante EPL2'],
  SPL: ['SPL printer', 'Imprimante SPL'],
  ZPL: ['ZPL printer', 'Imprimante ZPL'],
  HTML: ['HTML page', 'Page HTML'],
});

/** `LabelSpecification.CharacterSet`: ISO 639-2 codes, `itl` as the file spells it. */
export const characterSets = nameCodes(file, {
  dan: ['Danish', 'Danois'],
  nld: ['Dutch', 'Néerlandais'],
  fin: ['Finnish', 'Finnois'],
  fra: ['French', 'Français'],
  deu: ['German', 'Allemand'],
  itl: ['Italian', 'Italien'],
  nor: ['Norwegian', 'Norvégien'],
  pol: ['Polish', 'Polonais'],
  por: ['Portuguese', 'Portugais'],
  spa: ['Spanish', 'Espagnol'],
  swe: ['Swedish', 'Suédois'],
  ces: ['Czech', 'Tchèque'],
  hun: ['Hungarian', 'Hongrois'],
  slk: ['Slovak', 'Slovaque'],
  rus: ['Russian', 'Russe'],
  tur: ['Turkish', 'Turc'],
  ron: ['Romanian', 'Roumain'],
  bul: ['Bulgarian', 'Bulgare'],
  est: ['Estonian', 'Estonien'],
  ell: ['Greek', 'Grec'],
  lav: ['Latvian', 'Letton'],
  lit: ['Lithuanian', 'Lituanien'],
  eng: ['English', 'Anglais'],
});

/** `ReferenceNumber.Code`: what a reference is. */
export const references = nameCodes(sources.seen('the kit’s appendix in Shipping::UPS::Tiny'), {
  AJ: ['Customer account', 'Compte client'],
  AT: ['Appropriation number', 'Numéro de crédit budgétaire'],
  BM: ['Bill of lading', 'Connaissement'],
  '9V': ['C.O.D. number', 'Numéro de contre remboursement'],
  ON: ['Dealer order', 'Commande du détaillant'],
  DP: ['Department', 'Service de l’entreprise'],
  '3Q': ['FDA product code', 'Code de produit de la FDA'],
  IK: ['Invoice', 'Facture'],
  MK: ['Manifest key', 'Clé de manifeste'],
  MJ: ['Model', 'Modèle'],
  PM: ['Part', 'Pièce'],
  PC: ['Production code', 'Code de production'],
  PO: ['Purchase order', 'Bon de commande'],
  RQ: ['Purchase request', 'Demande d’achat'],
  RZ: ['Return authorization', 'Autorisation de retour'],
  SA: ['Salesperson', 'Vendeur'],
  SE: ['Serial number', 'Numéro de série'],
  ST: ['Store', 'Magasin'],
  TN: ['Transaction reference', 'Référence de transaction'],
  EI: ['Employer’s number', 'Numéro d’employeur'],
  TJ: ['Federal taxpayer number', 'Numéro fédéral de contribuable'],
  SY: ['Social security number', 'Numéro de sécurité sociale'],
});

/** `PackageLevelResults.Status.Code` of a void. */
export const voidStatuses = nameCodes(file, {
  '0': ['Not voided', 'Non annulé'],
  '1': ['Voided, now or before', 'Annulé, maintenant ou auparavant'],
});
