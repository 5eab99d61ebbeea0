import { nameErrors, sources } from '../stated.ts';

const rest = sources.seen('recorded answers in the test suite of friendly_shipping');
const ruby = sources.seen('recorded answers in the test suite of ups-ruby');
const samples = sources.seen('the carrier’s Java samples', '2022');
const karrio = sources.seen('recorded answers in the test suite of karrio');
const ours = sources.ours('code of a free place beside its neighbours, wording ours');
const hard = { status: 400, severity: 'Hard' } as const;
const warning = { status: 200, severity: 'Warning' } as const;

/** What rating refuses. */
export const ratingErrors = Object.freeze({
  ...nameErrors(
    { ...hard, ...ruby },
    {
      weightZero: [
        '111031',
        'Packages must weigh more than zero {unit}.',
        'A package weighs nothing',
        'Un colis ne pèse rien',
      ],
      tooLong: [
        '111055',
        'Package exceeds the maximum length constraint of 108 inches. Length is the longest side of a package.',
        'A package is longer than 108 inches',
        'Un colis dépasse 108 pouces de longueur',
      ],
      serviceUnavailable: [
        '111219',
        'The requested service is unavailable between the selected locations. Please check your Documents Only, Letter/Envelope, and Saturday Delivery settings as these may affect service availability.',
        'The service is not offered on this lane with these options',
        'Le service n’est pas offert sur ce trajet avec ces options',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...rest },
    {
      postalCodeInvalid: [
        '111285',
        'The postal code {postalCode} is invalid for {state} {country}.',
        'The postal code does not belong to the state or province',
        'Le code postal n’appartient pas à l’état ou à la province',
      ],
      shipperNumberInvalid: [
        '112111',
        'Missing or Invalid Shipper Number.',
        'The shipper’s account is missing, unknown or not the caller’s',
        'Le compte de l’expéditeur est absent, inconnu ou n’est pas celui de l’appelant',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...samples },
    {
      payerAccountInvalid: [
        '111580',
        'Missing or Invalid account number for Payment Details.',
        'The paying account is missing or invalid',
        'Le compte payeur est absent ou invalide',
      ],
      payerNotValid: [
        '111600',
        'BillShipper payment method is not valid for this shipment.',
        'The shipper cannot pay for this shipment',
        'L’expéditeur ne peut pas payer cet envoi',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...ours },
    {
      tooHeavy: [
        '111035',
        'Package exceeds the maximum weight constraint of 150 pounds.',
        'A package is heavier than 150 pounds',
        'Un colis dépasse 150 livres',
      ],
      tooLarge: [
        '111057',
        'Package exceeds the maximum size total constraint of 165 inches (length + girth, where girth is 2 x width plus 2 x height).',
        'Length and girth of a package are over 165 inches',
        'La longueur et le pourtour d’un colis dépassent 165 pouces',
      ],
      serviceInvalid: [
        '111100',
        'The requested service is invalid from the selected origin.',
        'The service does not start from this origin',
        'Le service n’est pas offert depuis cette origine',
      ],
      noServices: [
        '111210',
        'The requested service is unavailable between the selected locations.',
        'No service is offered on this lane',
        'Aucun service n’est offert sur ce trajet',
      ],
    },
  ),
});

/** What rating says beside a price, as `Response.Alert` or `RatedShipmentAlert`. */
export const ratingAlerts = Object.freeze({
  ...nameErrors(
    { ...warning, ...samples },
    {
      invoiceMayVary: [
        '110971',
        'Your invoice may vary from the displayed reference rates',
        'The invoice may differ from these prices',
        'La facture peut différer de ces prix',
      ],
      userDiscountInvalid: [
        '111530',
        'User level discount not valid for this User ID.',
        'This user has no discount',
        'Cet utilisateur n’a droit à aucun rabais',
      ],
      modifierApplied: [
        '112237',
        'Modifier is applied on Package(s);',
        'A price modifier was applied',
        'Un modificateur de prix a été appliqué',
      ],
      notQualifiedForNegotiated: [
        '120900',
        'User Id and Shipper Number combination is not qualified to receive negotiated rates',
        'The user may not see this account’s negotiated rates: published rates are given',
        'L’utilisateur n’a pas accès aux tarifs négociés de ce compte : les tarifs publiés sont donnés',
      ],
    },
  ),
  ...nameErrors(
    { ...warning, ...karrio },
    {
      nowCommercial: [
        '110920',
        'Ship To Address Classification is changed from Residential to Commercial',
        'The address counts as commercial, not residential',
        'L’adresse compte comme commerciale, non résidentielle',
      ],
      deliveryArea: [
        '112081',
        'A Delivery Area surcharge has been added to the service cost.',
        'A surcharge for the delivery area was added',
        'Un supplément de secteur de livraison a été ajouté',
      ],
    },
  ),
  ...nameErrors(
    { ...warning, ...rest },
    {
      dateChanged: [
        '111730',
        "Invalid Date. Changed to today's date",
        'The date was not possible: today’s is used',
        'La date était impossible : celle d’aujourd’hui est employée',
      ],
    },
  ),
  ...nameErrors(
    { ...warning, ...sources.seen('a recorded answer in go-ups-api-wrapper') },
    {
      largePackage: [
        '119070',
        'A Large Package indicator has automatically been set on applicable package(s).',
        'Packages are billed as large packages',
        'Des colis sont facturés comme gros colis',
      ],
    },
  ),
  ...nameErrors(
    { ...warning, ...sources.seen('a recorded answer in the carrier’s examples') },
    {
      additionalHandling: [
        '119001',
        'Additional Handling has automatically been set on Package {index}.',
        'Additional handling was added to a package',
        'Une manutention supplémentaire a été ajoutée à un colis',
      ],
    },
  ),
});

const freight = sources.seen('recorded answers of the freight tools in friendly_shipping');

/** What the tools for freight by road refused before they left the carrier in 2021. */
export const freightErrors = nameErrors(
  { ...hard, ...freight },
  {
    pickupDateInvalid: [
      '9360541',
      'Missing or Invalid Pickup Date.',
      'The pick-up date is missing or invalid',
      'La date de ramassage est absente ou invalide',
    ],
    postalCodesInvalid: [
      '9360703',
      'Missing or Invalid Postal Code(s) provided in request.',
      'A postal code is missing or invalid',
      'Un code postal est absent ou invalide',
    ],
    attentionNameInvalid: [
      '9360721',
      'Missing or Invalid Attention name in the request.',
      'The contact is missing or invalid',
      'La personne-ressource est absente ou invalide',
    ],
    processingOptionInvalid: [
      '9370701',
      'Invalid processing option.',
      'The processing option is unknown',
      'L’option de traitement est inconnue',
    ],
    handlingUnitInvalid: [
      '9380216',
      'Missing or Invalid Handling Unit One Quantity',
      'The number of handling units is missing or invalid',
      'Le nombre d’unités de manutention est absent ou invalide',
    ],
  },
);

/** What the tools for freight by road said beside a success. */
export const freightAlerts = nameErrors(
  { ...warning, ...freight },
  {
    commodityMissing: ['9360256', 'Missing Commodity.', 'A commodity is missing', 'Une marchandise manque'],
    notRegistered: [
      '9369054',
      'User is not registered for freight processing.',
      'The user is not registered for freight',
      'L’utilisateur n’est pas inscrit pour le fret',
    ],
    noContractRates: [
      '9369055',
      'User is not eligible for contract rates.',
      'The user has no contract rates',
      'L’utilisateur n’a pas de tarifs contractuels',
    ],
    noRates: ['9369056', 'No rates available.', 'There are no rates', 'Aucun tarif n’est disponible'],
  },
);
