import { nameCodes, nameErrors, sources } from '../stated.ts';

const file = sources.file('Tracking.yaml');
const sheet = sources.seen('the carrier’s table of activity types, in the vendor folder of karrio');
const recorded = sources.seen('recorded answers of the XML tools in active_shipping, shipit and others');

/** `status.type`: where a parcel stands. `DO`, `DD` and `W` are of freight, `U` of pushed events alone. */
export const statusTypes = Object.freeze({
  ...nameCodes(sheet, {
    D: ['Delivered', 'Livré'],
    I: ['In transit', 'En transit'],
    M: ['Announced, not handed over yet', 'Annoncé, pas encore remis'],
    MV: ['Announcement withdrawn', 'Annonce annulée'],
    X: ['Exception', 'Exception de livraison'],
    NA: ['Not available', 'Non disponible'],
    U: ['Update', 'Mise à jour'],
    DO: ['Delivered at the origin terminal', 'Livré au terminal d’origine'],
    DD: ['Delivered at the destination terminal', 'Livré au terminal de destination'],
    W: ['In a warehouse', 'En entrepôt'],
  }),
  ...nameCodes(recorded, { P: ['Picked up', 'Ramassé'] }),
  ...nameCodes(sources.ours('named by other clients, never seen in an answer'), {
    RS: ['Returned to the shipper', 'Retourné à l’expéditeur'],
    O: ['Out for delivery', 'En cours de livraison'],
  }),
});

/** `status.code`: what a scan was. The carrier publishes no list; these were seen. */
export const activityCodes = nameCodes(recorded, {
  MP: ['Label made, parcel not received yet', 'Étiquette créée, colis pas encore reçu'],
  PU: ['Pick-up scan', 'Numérisation au ramassage'],
  OR: ['Origin scan', 'Numérisation à l’origine'],
  DP: ['Left the facility', 'Départ du centre'],
  AR: ['Arrived at the facility', 'Arrivée au centre'],
  DS: ['Destination scan', 'Numérisation à destination'],
  OF: ['Out for delivery', 'En cours de livraison'],
  LC: ['Location scan', 'Numérisation d’emplacement'],
  IP: ['Import scan', 'Numérisation à l’importation'],
  KM: ['Delivered', 'Livré'],
  KB: ['Delivered, signed for', 'Livré contre signature'],
  FS: ['Delivered, left by the driver', 'Livré, déposé par le chauffeur'],
  F4: ['Delivered to the receiver', 'Livré au destinataire'],
  DJ: ['Delayed by the weather', 'Retardé par la météo'],
  L1: ['Closed at the second attempt', 'Fermé à la deuxième tentative'],
  '48': ['Nobody there at the first attempt', 'Absent à la première tentative'],
  '2Y': ['Late by one business day', 'En retard d’un jour ouvrable'],
  DM: ['Refund of the guarantee asked for', 'Remboursement de la garantie demandé'],
  SR: ['Released by customs', 'Libéré par la douane'],
  '17': ['Trailer arrived late', 'Remorque arrivée en retard'],
  U2: ['On the way', 'En chemin'],
});

/** `deliveryDate.type`. */
export const deliveryDateTypes = nameCodes(file, {
  SDD: ['Scheduled', 'Planifiée'],
  RDD: ['Rescheduled', 'Reportée'],
  DEL: ['Delivered', 'Livrée'],
});

/** `deliveryTime.type`. */
export const deliveryTimeTypes = nameCodes(file, {
  EOD: ['By the end of the day', 'Avant la fin de la journée'],
  CMT: ['By the committed time', 'Avant l’heure promise'],
  EDW: ['In the estimated window', 'Dans la plage prévue'],
  CDW: ['In the confirmed window', 'Dans la plage confirmée'],
  IDW: ['In the window that is about to begin', 'Dans la plage imminente'],
  DEL: ['At the time of delivery', 'À l’heure de la livraison'],
});

/** Where a parcel was left or handed over. */
export const deliveryLocations = nameCodes(recorded, {
  ML: ['Back door', 'Porte arrière'],
  MG: ['Reception', 'Réception'],
  MP: ['Garage'],
  MX: ['Left on the premises', 'Déposé sur les lieux'],
  M3: ['Front desk', 'Comptoir d’accueil'],
  M4: ['Reception desk', 'Bureau de la réception'],
  MQ: ['Porch', 'Galerie'],
});

/** `ucixStatus`: the state of the carrier’s exchange of information with the customer. */
export const customsStatuses = nameCodes(file, { O: ['Open', 'Ouvert'], C: ['Closed', 'Fermé'] });

/** `refNumType` of a search by reference. */
export const referenceTypes = nameCodes(file, {
  SmallPackage: ['Small package', 'Petit colis'],
  fgv: ['Freight in Flex Global View', 'Fret dans Flex Global View'],
});

/** What tracking refuses. */
export const trackingErrors = Object.freeze({
  ...nameErrors(
    { status: 400, ...sources.seen('UPS-API/api-documentation, thread 12') },
    {
      inquiryNumberInvalid: [
        'TV1002',
        'Invalid inquiry number',
        'The number is not one that can be followed',
        'Ce numéro ne peut pas être suivi',
      ],
    },
  ),
  ...nameErrors(
    { status: 400, severity: 'Hard', ...sources.seen('a recorded answer of the web service') },
    {
      trackingNumberInvalid: [
        '151018',
        'Invalid tracking number',
        'The tracking number is invalid',
        'Le numéro de suivi est invalide',
      ],
    },
  ),
  ...nameErrors(
    { status: 400, severity: 'Hard', ...sources.ours('remembered number of the XML tools, unconfirmed') },
    {
      informationMissing: [
        '151044',
        'No tracking information available',
        'Nothing is known of this number',
        'Rien n’est connu de ce numéro',
      ],
    },
  ),
});

/** What tracking says inside a success, as `warnings`. */
export const trackingWarnings = nameErrors(
  {
    status: 200,
    severity: 'Warning',
    ...sources.seen('UPS-API/api-documentation, threads 102, 166 and 198'),
  },
  {
    informationNotFound: [
      'TW0001',
      'Tracking Information Not Found',
      'Nothing is known of this number',
      'Rien n’est connu de ce numéro',
    ],
  },
);
