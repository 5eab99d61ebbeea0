import { nameCodes, sources } from '../../stated.ts';

const file = sources.file('Shipping.yaml');

/** `InternationalForms.FormType`. */
export const forms = nameCodes(file, {
  '01': ['Invoice', 'Facture'],
  '03': ['Certificate of origin', 'Certificat d’origine'],
  '04': ['USMCA certificate', 'Certificat de l’ACEUM'],
  '05': ['Partial invoice, for returns', 'Facture partielle, pour retours'],
  '06': ['Packing list', 'Liste de colisage'],
  '07': ['Documents of the shipper’s own', 'Documents de l’expéditeur'],
  '08': ['Air freight packing list', 'Liste de colisage de fret aérien'],
  '09': ['CN22 customs declaration', 'Déclaration douanière CN22'],
  '10': ['Premium Care form', 'Formulaire Premium Care'],
  '11': ['Export declaration to the United States', 'Déclaration d’exportation aux États-Unis'],
});

/** `TermsOfShipment`: who bears cost and risk up to where. */
export const incoterms = nameCodes(file, {
  CFR: ['Cost and freight', 'Coût et fret'],
  CIF: ['Cost, insurance and freight', 'Coût, assurance et fret'],
  CIP: ['Carriage and insurance paid to', 'Port payé, assurance comprise, jusqu’à'],
  CPT: ['Carriage paid to', 'Port payé jusqu’à'],
  DAF: ['Delivered at frontier', 'Rendu frontière'],
  DDP: ['Delivered duty paid', 'Rendu droits acquittés'],
  DAP: ['Delivered at place', 'Rendu au lieu de destination'],
  DEQ: ['Delivered ex quay', 'Rendu à quai'],
  DES: ['Delivered ex ship', 'Rendu au débarquement du navire'],
  EXW: ['Ex works', 'À l’usine'],
  FAS: ['Free alongside ship', 'Franco le long du navire'],
  FCA: ['Free carrier', 'Franco transporteur'],
  FOB: ['Free on board', 'Franco à bord'],
});

/** `TermsOfShipment` of a Trade Direct master, beyond those of a parcel. */
export const tradeDirectIncoterms = nameCodes(file, {
  DAT: ['Delivered at terminal', 'Rendu au terminal'],
  DDU: ['Delivered duty unpaid', 'Rendu droits non acquittés'],
});

/** `ReasonForExport`; any other words are accepted too. */
export const exportReasons = nameCodes(file, {
  SALE: ['Sale', 'Vente'],
  GIFT: ['Gift', 'Cadeau'],
  SAMPLE: ['Sample', 'Échantillon'],
  RETURN: ['Return', 'Retour'],
  REPAIR: ['Repair', 'Réparation'],
  INTERCOMPANYDATA: ['Between branches of a company', 'Entre établissements d’une entreprise'],
});

/** `CN22Type`. */
export const cn22Types = nameCodes(file, {
  '1': ['Gift', 'Cadeau'],
  '2': ['Documents', 'Papiers'],
  '3': ['Commercial sample', 'Échantillon commercial'],
  '4': ['Other', 'Autre'],
});

/** `CN22Form.LabelSize`. */
export const cn22Sizes = nameCodes(file, {
  '1': ['8.5 by 11 inches', '8,5 sur 11 pouces'],
  '6': ['4 by 6 inches', '4 sur 6 pouces'],
});

/** `EEIFilingOption.Code`: who files the export declaration. */
export const filingOptions = nameCodes(file, {
  '1': ['The shipper', 'L’expéditeur'],
  '2': ['The shipper, through AES Direct', 'L’expéditeur, par AES Direct'],
  '3': ['The carrier', 'Le transporteur'],
});

/** `ShipperFiled.Code`: what stands in place of the declaration. */
export const shipperFilings = nameCodes(file, {
  A: ['Internal transaction number', 'Numéro de transaction interne'],
  B: ['Exemption legend', 'Mention d’exemption'],
  C: ['Citation for filing after departure', 'Mention de dépôt après le départ'],
});

/** `POA.Code`: power of attorney for a filing by the carrier. */
export const powersOfAttorney = nameCodes(file, {
  '1': ['For one time', 'Pour une fois'],
  '2': ['Blanket', 'Générale'],
});

/** `UltimateConsigneeType.Code`. */
export const consigneeTypes = nameCodes(file, {
  D: ['Direct consumer', 'Consommateur direct'],
  G: ['Government', 'Gouvernement'],
  R: ['Reseller', 'Revendeur'],
  O: ['Other or unknown', 'Autre ou inconnu'],
});

/** `ExportType`: where the goods come from. */
export const exportTypes = nameCodes(file, {
  D: ['Domestic', 'Du pays'],
  F: ['Foreign', 'De l’étranger'],
});

/** `InBondCode`. */
export const inBondCodes = nameCodes(file, {
  '67': ['Immediate exportation from a foreign trade zone', 'Exportation immédiate depuis une zone franche'],
  '68': [
    'Transportation and exportation from a foreign trade zone',
    'Transport et exportation depuis une zone franche',
  ],
  '70': ['Not in bond', 'Hors entrepôt sous douane'],
});

/** `PartiesToTransaction`. */
export const partyRelations = nameCodes(file, { R: ['Related', 'Liées'], N: ['Not related', 'Non liées'] });

/** `NetCostCode` of the USMCA certificate. */
export const netCostCodes = nameCodes(file, {
  NC: ['Net cost', 'Coût net'],
  ND: ['Net cost over a period', 'Coût net sur une période'],
  NO: ['Not by net cost', 'Pas au coût net'],
});

/** `VendorCollectIDTypeCode`: the register in which a seller pays tax abroad. */
export const vendorRegisters = nameCodes(file, {
  '0000': ['Unknown', 'Inconnu'],
  '0356': ['European import one-stop shop', 'Guichet unique européen à l’importation'],
  '0357': ['Norwegian VOEC', 'VOEC norvégien'],
  '0358': ['No longer used', 'Abandonné'],
  '0359': ['PVA', 'PVA (paiement différé)'],
  '1051': ['Goods and services tax of Singapore', 'Taxe sur les produits et services de Singapour'],
  '1052': ['Australian ARN', 'ARN australien'],
  '1053': ['New Zealand IRD', 'IRD néo-zélandais'],
  '1054': [
    'Malaysian sales tax on goods of low value',
    'Taxe malaisienne sur les marchandises de faible valeur',
  ],
});

/** `WorldEase.MasterShipmentChgType`. */
export const masterCharges = nameCodes(file, {
  CAF: ['Cost and freight', 'Coût et fret'],
  COL: ['Freight collect', 'Port dû'],
  DDP: ['Delivered duty paid', 'Rendu droits acquittés'],
  FOB: ['Free on board', 'Franco à bord'],
  PRE: ['Prepaid', 'Port payé'],
  SDT: ['Free domicile', 'Franco domicile'],
});

/** `WorldEase.MasterHasDocBox`. */
export const documentBoxes = nameCodes(file, {
  '0': ['On screen', 'À l’écran'],
  '1': ['On paper', 'Sur papier'],
});

/** `TradeDirect.ShipmentType`. */
export const tradeDirectTypes = nameCodes(file, {
  TRADEDIRECTAIR: ['By air', 'Par avion'],
  TRADEDIRECTOCEAN: ['By sea', 'Par mer'],
  TRADEDIRECTCROSSBORDER: ['Across North American borders', 'Au-delà des frontières nord-américaines'],
});
