import { nameCodes, sources } from '../../stated.ts';

const sheet = sources.seen('the carrier’s table of exception codes, in the vendor folder of karrio');

/**
 * `status.code` of exceptions, by what is behind them: a selection that covers every family, out of some 1,550
 * that the carrier uses.
 */
export const exceptionFamilies = Object.freeze({
  address: nameCodes(sheet, {
    A7: ['The receiver has moved', 'Le destinataire a déménagé'],
    A8: ['The apartment is missing or wrong', 'L’appartement est absent ou erroné'],
    AA: ['The suite is missing or wrong', 'Le bureau est absent ou erroné'],
    AC: ['The city is wrong', 'La ville est erronée'],
    AD: ['The receiver’s name is wrong', 'Le nom du destinataire est erroné'],
    AE: ['The street number is wrong', 'Le numéro de rue est erroné'],
    AF: ['The street is wrong', 'La rue est erronée'],
    AK: ['The state is wrong', 'L’état ou la province est erroné'],
    AL: ['The postal code is wrong', 'Le code postal est erroné'],
    H5: ['The address is incomplete', 'L’adresse est incomplète'],
    TU: ['The address is incomplete, parcel returned', 'L’adresse est incomplète, colis retourné'],
  }),
  receiver: nameCodes(sheet, {
    '49': ['Nobody there at the last attempt', 'Absent à la dernière tentative'],
    '52': ['No payment at the last attempt', 'Sans paiement à la dernière tentative'],
    AX: ['The receiver is on vacation', 'Le destinataire est en vacances'],
    AY: ['Closed at the last attempt', 'Fermé à la dernière tentative'],
    AZ: ['Closed for a holiday', 'Fermé pour un jour férié'],
    G7: ['No adult to sign at the first attempt', 'Aucun adulte pour signer à la première tentative'],
    FM: ['No adult to sign at the second attempt', 'Aucun adulte pour signer à la deuxième tentative'],
    G8: ['No adult to sign, not delivered', 'Aucun adulte pour signer, non livré'],
    '3N': ['Not fetched from the access point', 'Non retiré au point d’accès'],
  }),
  refused: nameCodes(sheet, {
    AM: ['Order withdrawn, refused', 'Commande annulée, refusé'],
    AN: ['Ordered twice, refused', 'Commandé en double, refusé'],
    AQ: ['No payment on delivery, refused', 'Contre remboursement refusé'],
    KQ: ['Looked damaged, refused', 'Semblait endommagé, refusé'],
    KR: ['Not wanted, refused', 'Non désiré, refusé'],
    KS: ['Not ordered, refused', 'Non commandé, refusé'],
    KT: ['Refused', 'Refusé'],
  }),
  carrier: nameCodes(sheet, {
    '15': ['Train derailed', 'Train déraillé'],
    '16': ['Mechanical failure', 'Bris mécanique'],
    '18': ['Flight late', 'Vol en retard'],
    '22': ['Trailer not dispatched in time', 'Remorque non expédiée à temps'],
    '34': ['Sorted wrongly', 'Mal trié'],
    '4P': ['Too heavy or too large', 'Trop lourd ou trop grand'],
    CV: ['Heavier than the carrier takes', 'Plus lourd que ce que le transporteur accepte'],
    G6: ['Security check', 'Contrôle de sûreté'],
  }),
  weather: nameCodes(sheet, {
    '2A': ['Recent weather', 'Météo récente'],
    '7V': ['Emergency or severe weather', 'Urgence ou intempéries'],
    '7W': ['Severe weather', 'Intempéries'],
    B1: ['Strike outside the carrier', 'Grève étrangère au transporteur'],
  }),
  customs: nameCodes(sheet, {
    '29': [
      'Details asked of the receiver for customs',
      'Précisions demandées au destinataire pour la douane',
    ],
    '40': ['Details asked of the sender for customs', 'Précisions demandées à l’expéditeur pour la douane'],
    '7H': ['Duty information missing, returned', 'Renseignements sur les droits absents, retourné'],
    CN: ['Held at the export gateway', 'Retenu à la sortie du pays'],
    CP: ['Held at the import gateway', 'Retenu à l’entrée du pays'],
    CT: ['Held under the general order', 'Retenu sous ordre général'],
    EY: ['Import charges to be paid', 'Frais d’importation à payer'],
    G9: ['Needs an X-ray', 'Radiographie nécessaire'],
  }),
  damage: nameCodes(sheet, {
    '24': ['Goods missing, the rest is returned', 'Marchandise manquante, le reste est retourné'],
    '25': ['Goods missing, the rest is delivered', 'Marchandise manquante, le reste est livré'],
    '45': ['Damaged on the way', 'Endommagé en route'],
    UR: ['Hazardous material without permission', 'Matière dangereuse non autorisée'],
    US: ['Hazardous material not declared', 'Matière dangereuse non déclarée'],
  }),
});
