import { nameErrors, sources } from '../stated.ts';

const rest = sources.seen('recorded answers in the test suite of friendly_shipping');
const ruby = sources.seen('recorded answers in the test suite of ups-ruby');
const list = sources.seen('public lists of the carrier’s error codes');
const ours = sources.ours('code of a free place beside its neighbours, wording ours');
const hard = { status: 400, severity: 'Hard' } as const;
const warning = { status: 200, severity: 'Warning' } as const;

/** What shipping, voiding and label recovery refuse. */
export const shippingErrors = Object.freeze({
  ...nameErrors(
    { ...hard, ...ruby },
    {
      shipperNumberInvalid: [
        '120100',
        'Missing or invalid shipper number',
        'The shipper’s account is missing, unknown or not the caller’s',
        'Le compte de l’expéditeur est absent, inconnu ou n’est pas celui de l’appelant',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...rest },
    {
      shipToAddressLineMissing: [
        '120202',
        'Missing or invalid ship to address line 1',
        'The receiver’s street is missing or invalid',
        'La rue du destinataire est absente ou invalide',
      ],
      shipToAddressLine2Invalid: [
        '120203',
        'Invalid ShipTo AddressLine2',
        'The receiver’s second address line is invalid',
        'La deuxième ligne d’adresse du destinataire est invalide',
      ],
      shipToAddressInvalid: [
        '120802',
        'Address Validation Error on ShipTo address',
        'City, state and postal code of the receiver do not fit together',
        'La ville, l’état ou la province et le code postal du destinataire ne concordent pas',
      ],
      shipmentDigestInvalid: [
        '125000',
        'Missing or invalid shipment digest.',
        'The digest of the confirmed shipment is missing or changed',
        'Le condensé de l’envoi confirmé est absent ou modifié',
      ],
      voidPeriodOver: [
        '190102',
        'No shipment found within the allowed void period',
        'No shipment of that number can still be voided',
        'Aucun envoi de ce numéro ne peut encore être annulé',
      ],
      pickupCompleted: [
        '190103',
        'The Pickup Request associated with this shipment has already been completed',
        'The parcel has been picked up and can no longer be voided',
        'Le colis a été ramassé et ne peut plus être annulé',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...list },
    {
      tooManyPackages: [
        '120020',
        'Max packages per shipment exceeded.',
        'The shipment has too many packages',
        'L’envoi compte trop de colis',
      ],
      requestOptionInvalid: [
        '120051',
        'Invalid RequestOption',
        'The request option is unknown',
        'L’option de la demande est inconnue',
      ],
      shipperNameMissing: [
        '120101',
        'Missing/Invalid shipper name',
        'The shipper’s name is missing or invalid',
        'Le nom de l’expéditeur est absent ou invalide',
      ],
      shipperCityMissing: [
        '120105',
        'Missing/Invalid Shipper City',
        'The shipper’s city is missing or invalid',
        'La ville de l’expéditeur est absente ou invalide',
      ],
      shipperCountryInvalid: [
        '120108',
        'Missing/Invalid Shipper CountryCode',
        'The shipper’s country is missing or invalid',
        'Le pays de l’expéditeur est absent ou invalide',
      ],
      accountCountryDiffers: [
        '120120',
        'The country associated with Shippers ShipperNumber must be the same as the shipments Shippers country.',
        'The account belongs to another country than the shipper’s address',
        'Le compte appartient à un autre pays que l’adresse de l’expéditeur',
      ],
      accountNotUsable: [
        '120121',
        'The Shippers shipper number cannot be used for the shipment.',
        'The account cannot be used for this shipment',
        'Le compte ne peut pas servir à cet envoi',
      ],
      serviceUnavailable: [
        '120124',
        'The requested service is unavailable between the selected locations',
        'The service is not offered between these places',
        'Le service n’est pas offert entre ces lieux',
      ],
      shipToNameMissing: [
        '120200',
        'Missing/Invalid ShipTo CompanyName',
        'The receiver’s name is missing or invalid',
        'Le nom du destinataire est absent ou invalide',
      ],
      shipToCityMissing: [
        '120205',
        'Missing/Invalid ShipTo/ City',
        'The receiver’s city is missing or invalid',
        'La ville du destinataire est absente ou invalide',
      ],
      shipToStateInvalid: [
        '120206',
        'Missing/Invalid ShipTo StateProvinceCode',
        'The receiver’s state or province is missing or invalid',
        'L’état ou la province du destinataire est absent ou invalide',
      ],
      shipToPostalCodeInvalid: [
        '120207',
        'Missing/Invalid ShipTo PostalCode. {reason}',
        'The receiver’s postal code is missing or invalid',
        'Le code postal du destinataire est absent ou invalide',
      ],
      shipToCountryInvalid: [
        '120208',
        'Missing/Invalid/Unsupported ShipTo CountryCode',
        'The receiver’s country is missing, invalid or not served',
        'Le pays du destinataire est absent, invalide ou non desservi',
      ],
      shipToPhoneInvalid: [
        '120209',
        'Missing/Invalid ShipTo PhoneNumber',
        'The receiver’s telephone number is missing or invalid',
        'Le numéro de téléphone du destinataire est absent ou invalide',
      ],
      shipFromCountryDiffers: [
        '120317',
        'The ShipFrom country must be the same as the Shipper country',
        'The parcel must leave from the shipper’s country',
        'Le colis doit partir du pays de l’expéditeur',
      ],
      paymentMissing: [
        '120410',
        'One payment method is required.',
        'It is not said who pays',
        'Il n’est pas dit qui paie',
      ],
      paymentAccountRefused: [
        '120413',
        'The UPS account number provided as the payment method cannot be billed, please try another account.',
        'The paying account cannot be billed',
        'Le compte payeur ne peut pas être facturé',
      ],
      serviceInvalid: [
        '120500',
        'Missing/Invalid Service/Code',
        'The service code is missing or unknown',
        'Le code du service est absent ou inconnu',
      ],
      saturdayDeliveryUnavailable: [
        '120505',
        'Saturday Delivery Option cannot be used for this shipment',
        'Saturday delivery is not possible for this shipment',
        'La livraison le samedi est impossible pour cet envoi',
      ],
      descriptionMissing: [
        '120512',
        'Shipment Description is required for this shipment.',
        'Shipments abroad need a description of the goods',
        'Les envois à l’étranger exigent une description des marchandises',
      ],
      shipmentReferenceRefused: [
        '120541',
        'Shipment/ReferenceNumber is not allowed for this shipment',
        'On this lane references belong to the package',
        'Sur ce trajet, les références vont sur le colis',
      ],
      packageReferenceRefused: [
        '120542',
        'Package/ReferenceNumber is not allowed for this shipment',
        'On this lane references belong to the shipment',
        'Sur ce trajet, les références vont sur l’envoi',
      ],
      packagingMissing: [
        '120600',
        'Missing Package/PackagingType/Code',
        'The packaging code is missing',
        'Le code d’emballage est absent',
      ],
      weightInvalid: [
        '120601',
        'Missing/Invalid Package weight',
        'A package’s weight is missing or invalid',
        'Le poids d’un colis est absent ou invalide',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...sources.seen('UPS-API/api-documentation, thread 264', '2026-09-01') },
    {
      chemicalRecordInvalid: [
        '127160',
        'Missing or Invalid ChemicalRecordIdentifier',
        'The identifier of the chemical record is missing or unknown',
        'L’identifiant de la fiche chimique est absent ou inconnu',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...ours },
    {
      labelNotFound: [
        '300101',
        'No label found for {number}',
        'No label of that number can be made again',
        'Aucune étiquette de ce numéro ne peut être produite de nouveau',
      ],
      labelFormatInvalid: [
        '300102',
        'Invalid label image format',
        'The label format is unknown',
        'Le format d’étiquette est inconnu',
      ],
    },
  ),
});

const samples = sources.seen('the carrier’s Java samples', '2022');

/** What shipping says beside a success, as `Response.Alert`. */
export const shippingAlerts = Object.freeze({
  ...nameErrors(
    { ...warning, ...samples },
    {
      additionalHandling: [
        '129001',
        'Additional Handling has automatically been set on Package {index}.',
        'Additional handling was added to a package',
        'Une manutention supplémentaire a été ajoutée à un colis',
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
    { ...warning, ...ruby },
    {
      largePackageMinimum: [
        '120014',
        'A Large Air Package Minimum Surcharge has been applied to Package {index}',
        'The minimum for large packages by air was applied',
        'Le minimum pour gros colis par avion a été appliqué',
      ],
      largePackage: [
        '129070',
        'Large Package Surcharge has been added to Package {index}.',
        'A package is billed as a large package',
        'Un colis est facturé comme gros colis',
      ],
    },
  ),
  ...nameErrors(
    { ...warning, ...sources.seen('recorded answers in the test suite of karrio') },
    {
      invoiceRequired: [
        '120016',
        'A Customs Invoice is required when the shipment is tendered to UPS.',
        'The parcel must be handed over with a customs invoice',
        'Le colis doit être remis avec une facture douanière',
      ],
      dutyPayerNeedless: [
        '121524',
        'The payer of Duty and Tax charges is not required for UPS Letter, Documents of No Commercial Value or Qualified Domestic Shipments.',
        'This shipment needs no payer of duties and taxes',
        'Cet envoi n’exige aucun payeur des droits et taxes',
      ],
    },
  ),
  ...nameErrors(
    { ...warning, ...rest },
    {
      earlyArrivalNotGuaranteed: [
        '123005',
        'The selected service may not guarantee early AM arrival',
        'Arrival early in the morning is not guaranteed',
        'L’arrivée tôt le matin n’est pas garantie',
      ],
    },
  ),
});
