import { nameCodes, sources } from '../stated.ts';

const file = sources.file('Rating.yaml');

/** The last part of the address: rate one service or all of them, with or without times. */
export const requestOptions = nameCodes(file, {
  Rate: ['One service', 'Un service'],
  Shop: ['All services', 'Tous les services'],
  Ratetimeintransit: ['One service, with its time', 'Un service, avec son délai'],
  Shoptimeintransit: ['All services, with their times', 'Tous les services, avec leurs délais'],
});

/** `PickupType.Code`: how the parcel reaches the carrier. An unknown code counts as daily pick-up. */
export const pickupTypes = nameCodes(file, {
  '01': ['Daily pick-up', 'Ramassage quotidien'],
  '03': ['Customer counter', 'Comptoir de service'],
  '06': ['One-time pick-up', 'Ramassage unique'],
  '19': ['Letter center', 'Centre de dépôt de lettres'],
  '20': ['Air service center', 'Centre de service aérien'],
});

/** Read without complaint, but of no effect with negotiated rates. */
export const ignoredPickupTypes = nameCodes(file, {
  '07': ['On-call air pick-up', 'Ramassage aérien sur appel'],
});

/** `CustomerClassification.Code`, for shipments from the United States. */
export const customerClassifications = nameCodes(file, {
  '00': ['Rates of the account', 'Tarifs du compte'],
  '01': ['Daily rates', 'Tarifs quotidiens'],
  '04': ['Retail rates', 'Tarifs de détail'],
  '05': ['Regional rates', 'Tarifs régionaux'],
  '06': ['General list rates', 'Tarifs généraux'],
  '53': ['Standard list rates', 'Tarifs ordinaires'],
});

/** `RatedShipment.RateChart`: the list from which the price comes; pick-ups use the same. */
export const rateCharts = nameCodes(file, {
  '1': ['Daily rates', 'Tarifs quotidiens'],
  '3': ['Standard list rates', 'Tarifs ordinaires'],
  '4': ['Retail rates', 'Tarifs de détail'],
  '5': ['Regional rates', 'Tarifs régionaux'],
  '6': ['General list rates', 'Tarifs généraux'],
});

/** `PackagingType.Code` beyond those of shipping. */
export const unknownPackaging = nameCodes(file, { '00': ['Unknown', 'Inconnu'] });

/** `SimpleRate.Code`: sizes sold at one price. */
export const simpleRateSizes = nameCodes(file, {
  XS: ['Extra small', 'Très petit'],
  S: ['Small', 'Petit'],
  M: ['Medium', 'Moyen'],
  L: ['Large', 'Grand'],
  XL: ['Extra large', 'Très grand'],
});

/** `UPSPremier.Category`. */
export const premierCategories = nameCodes(file, {
  '01': ['Premier Silver', 'Premier argent'],
  '02': ['Premier Gold', 'Premier or'],
  '03': ['Premier Platinum', 'Premier platine'],
});

/** `FRSPaymentInformation.Type.Code`: who pays ground freight. */
export const freightPayers = nameCodes(file, {
  '01': ['Prepaid', 'Port payé'],
  '02': ['Freight collect', 'Port dû'],
  '03': ['Third party', 'Tiers'],
});

/** `HandlingUnits.Type.Code`. */
export const handlingUnits = nameCodes(file, {
  SKD: ['Skid', 'Traîneau'],
  CBY: ['Carboy', 'Bonbonne'],
  PLT: ['Pallet', 'Palette'],
  TOT: ['Totes', 'Bacs'],
  LOO: ['Loose', 'En vrac'],
  OTH: ['Other', 'Autre'],
});

/** `AvailableServicesOption`: which days a comparison of services covers. */
export const comparedDays = nameCodes(file, {
  '1': ['Weekdays and Saturday', 'Semaine et samedi'],
  '2': ['Weekdays and Sunday', 'Semaine et dimanche'],
  '3': ['Weekdays, Saturday and Sunday', 'Semaine, samedi et dimanche'],
});

/** `InsideDelivery` of heavy goods. */
export const insideDeliveries = nameCodes(file, {
  '01': ['White glove', 'Service gants blancs'],
  '02': ['Room of choice', 'Pièce au choix'],
  '03': ['Installation'],
});

/** `PackageBillType`: what is carried, for the times; only three of them come back. */
export const billTypes = nameCodes(file, {
  '02': ['Documents only', 'Documents seulement'],
  '03': ['Goods', 'Marchandises'],
  '04': ['International pallet', 'Palette internationale'],
  '07': ['Domestic pallet', 'Palette nationale'],
});

/** `AutoDutyCode` and `dutyType`: how customs treat the shipment. */
export const dutyTypes = nameCodes(file, {
  '01': ['Dutiable', 'Passible de droits'],
  '02': ['Not dutiable', 'Exempt de droits'],
  '03': ['Low value', 'Faible valeur'],
  '04': ['Courier remission', 'Remise accordée aux messageries'],
  '05': ['Gift', 'Cadeau'],
  '06': ['Military', 'Militaire'],
  '07': ['Exception'],
  '08': ['Line release', 'Mainlevée à la ligne'],
  '09': ['Low value, section 321', 'Faible valeur, article 321'],
});

/** `RatingMethod` and `BillableWeightCalculationMethod`: what is looked at as a whole. */
export const ratingMethods = nameCodes(file, {
  '01': ['Shipment', 'Envoi'],
  '02': ['Package', 'Colis'],
});

/** `EstimatedArrival.DayOfWeek`. */
export const weekdays = nameCodes(file, {
  MON: ['Monday', 'Lundi'],
  TUE: ['Tuesday', 'Mardi'],
  WED: ['Wednesday', 'Mercredi'],
  THU: ['Thursday', 'Jeudi'],
  FRI: ['Friday', 'Vendredi'],
  SAT: ['Saturday', 'Samedi'],
});
