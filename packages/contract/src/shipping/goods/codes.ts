import { nameCodes, sources } from '../../stated.ts';

const file = sources.file('Shipping.yaml');

/** `Product.Unit.UnitOfMeasurement.Code` and its like: in what goods are counted. */
export const quantityUnits = nameCodes(file, {
  BA: ['Barrel', 'Baril'],
  BE: ['Bundle', 'Paquet lié'],
  BG: ['Bag', 'Sac'],
  BH: ['Bunch', 'Botte'],
  BOX: ['Box', 'Boîte'],
  BT: ['Bolt', 'Rouleau de tissu'],
  LB: ['Pound', 'Livre'],
  LBS: ['Pounds', 'Livres'],
  L: ['Litre'],
  M: ['Metre', 'Mètre'],
  NMB: ['Number', 'Nombre'],
  PA: ['Packet', 'Paquet'],
  BU: ['Butt', 'Barrique'],
  CI: ['Canister', 'Bidon'],
  CM: ['Centimetre', 'Centimètre'],
  CON: ['Container', 'Conteneur'],
  CR: ['Crate', 'Caisse à claire-voie'],
  CS: ['Case', 'Caisse'],
  CT: ['Carton'],
  CY: ['Cylinder', 'Cylindre'],
  DOZ: ['Dozen', 'Douzaine'],
  EA: ['Each', 'Unité'],
  EN: ['Envelope', 'Enveloppe'],
  FT: ['Feet', 'Pieds'],
  KG: ['Kilogram', 'Kilogramme'],
  KGS: ['Kilograms', 'Kilogrammes'],
  PAL: ['Pallet', 'Palette'],
  PC: ['Piece', 'Pièce'],
  PCS: ['Pieces', 'Pièces'],
  PF: ['Proof litres', 'Litres d’alcool pur'],
  OTH: ['Other', 'Autre'],
  PKG: ['Package', 'Colis'],
  PR: ['Pair', 'Paire'],
  PRS: ['Pairs', 'Paires'],
  RL: ['Roll', 'Rouleau'],
  SET: ['Set', 'Ensemble'],
  SME: ['Square metres', 'Mètres carrés'],
  SYD: ['Square yards', 'Verges carrées'],
  TU: ['Tube'],
  YD: ['Yard', 'Verge'],
});

/** `FreightClass`: by density and handling, from dense to light. */
export const freightClasses: readonly string[] = Object.freeze([
  ...['50', '55', '60', '65', '70', '77.5', '85', '92.5', '100', '110', '125', '150', '175', '200', '250'],
  ...['300', '400', '500'],
]);

/** `LtlPackage.HandlingUnits.Type`. */
export const freightUnits = nameCodes(file, {
  BAGS: ['Bags', 'Sacs'],
  BOXES: ['Boxes', 'Boîtes'],
  CARTONS: ['Cartons'],
  CRATES: ['Crates', 'Caisses à claire-voie'],
  DRUMS: ['Drums', 'Fûts'],
  PALLET_SKIDS: ['Pallets and skids', 'Palettes et traîneaux'],
  ROLLS: ['Rolls', 'Rouleaux'],
  TUBES: ['Tubes'],
});

/** `Healthcare.ProgramIdentifier`; `000` when none is sent. */
export const healthcarePrograms = nameCodes(file, {
  '000': ['None', 'Aucun'],
  '001': ['To the patient’s home', 'Au domicile du patient'],
  '002': ['Tissues, organs, laboratory samples', 'Tissus, organes, échantillons de laboratoire'],
  '003': ['Drugs under trial', 'Médicaments à l’essai'],
  '004': ['Special drugs and their substances', 'Médicaments spécialisés et leurs substances'],
  '006': ['Implants'],
  '007': ['Diagnostic equipment', 'Appareils de diagnostic'],
  '008': ['Drugs that are not sterile', 'Médicaments non stériles'],
  '009': ['Instruments and supplies', 'Instruments et fournitures'],
  '010': ['Animal health, no drugs', 'Santé animale, sans médicaments'],
  '011': ['Consumer health, perishable', 'Santé grand public, périssable'],
  '012': ['Consumer health, lasting', 'Santé grand public, non périssable'],
  '013': ['Simple goods', 'Produits simples'],
  '099': ['Not classified', 'Non classé'],
});

/** `USPSEndorsement`: what the post does with mail it cannot deliver. */
export const postalEndorsements = nameCodes(file, {
  '1': ['Return it', 'Le retourner'],
  '2': ['Forward it', 'Le réexpédier'],
  '3': ['Tell the new address', 'Signaler la nouvelle adresse'],
  '4': ['Tell the change', 'Signaler le changement'],
  '5': ['Nothing asked for', 'Rien de demandé'],
});

/** `IrregularIndicator` of mail. */
export const irregularities = nameCodes(file, {
  '1': ['Light for its size', 'Léger pour sa taille'],
  '2': ['Oversize', 'Surdimensionné'],
  '3': ['Not applicable', 'Sans objet'],
});

/** `InsideDelivery` of heavy goods; rating knows the first three. */
export const insideDeliveries = nameCodes(file, {
  '01': ['White glove', 'Service gants blancs'],
  '02': ['Room of choice', 'Pièce au choix'],
  '03': ['Installation'],
  '04': ['Over the threshold', 'Au-delà du seuil'],
});

/** `ModeOfTransport` of the export declaration. */
export const exportModes = nameCodes(file, {
  Air: ['Air', 'Avion'],
  AirContainerized: ['Air, in containers', 'Avion, en conteneurs'],
  Auto: ['Car', 'Automobile'],
  FixedTransportInstallations: ['Pipelines and the like', 'Pipelines et installations fixes'],
  Mail: ['Mail', 'Poste'],
  PassengerHandcarried: ['Carried by a passenger', 'Porté par un passager'],
  Pedestrian: ['On foot', 'À pied'],
  Rail: ['Rail', 'Train'],
  Containerized: ['In containers', 'En conteneurs'],
  RoadOther: ['Road, other', 'Route, autre'],
  SeaBarge: ['Barge', 'Péniche'],
  SeaContainerized: ['Sea, in containers', 'Mer, en conteneurs'],
  SeaNoncontainerized: ['Sea, not in containers', 'Mer, hors conteneurs'],
  Truck: ['Truck', 'Camion'],
  TruckContainerized: ['Truck, in containers', 'Camion, en conteneurs'],
});

/** `IDNumberTypeCode`: what number of a party is given. */
export const partyNumbers = nameCodes(file, {
  '0000': ['Unknown', 'Inconnu'],
  '0001': ['Exporter’s tax number', 'Numéro fiscal de l’exportateur'],
  '0002': ['Importer’s tax number', 'Numéro fiscal de l’importateur'],
  '0005': ['Personal tax number', 'Numéro fiscal personnel'],
  '1001': ['Other', 'Autre'],
  '1002': ['Company’s tax number', 'Numéro fiscal de l’entreprise'],
  '1003': ['National identity', 'Identité nationale'],
  '1004': ['Passport', 'Passeport'],
  '1005': ['Personal number', 'Numéro personnel'],
  '1006': ['Telephone', 'Téléphone'],
});

/** `IDNumberPurposeCode`: what a party’s number is for. */
export const partyNumberPurposes = nameCodes(file, {
  '00': ['Unknown', 'Inconnu'],
  '01': ['Customs', 'Douane'],
  '02': ['Customs, European EORI', 'Douane, EORI européen'],
  '99': ['Other', 'Autre'],
});

/** `Producer.Option`: what the certificate prints in place of the producer. */
export const producerNotes = nameCodes(file, {
  '01': ['Known to customs on request', 'Connu de la douane sur demande'],
  '02': ['Same as the exporter', 'Même que l’exportateur'],
  '03': ['List attached', 'Liste jointe'],
  '04': ['Unknown', 'Inconnu'],
});

/** `ShipperDeclaration`: for what a dangerous goods declaration is printed. */
export const declarationLevels = nameCodes(file, {
  '01': ['Shipment', 'Envoi'],
  '02': ['Package', 'Colis'],
});
