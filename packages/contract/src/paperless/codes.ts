import { nameCodes, nameErrors, sources } from '../stated.ts';

const file = sources.file('Paperless.yaml');

/** `UserCreatedFormDocumentType`; always three digits. */
export const documentTypes = nameCodes(file, {
  '001': ['Authorization form', 'Formulaire d’autorisation'],
  '002': ['Commercial invoice', 'Facture commerciale'],
  '003': ['Certificate of origin', 'Certificat d’origine'],
  '004': ['Export accompanying document', 'Document d’accompagnement à l’exportation'],
  '005': ['Export licence', 'Licence d’exportation'],
  '006': ['Import permit', 'Permis d’importation'],
  '007': ['USMCA certificate for one time', 'Certificat de l’ACEUM pour une fois'],
  '008': ['Other document', 'Autre document'],
  '009': ['Power of attorney', 'Procuration'],
  '010': ['Packing list', 'Liste de colisage'],
  '011': ['Shipper’s export declaration', 'Déclaration d’exportation de l’expéditeur'],
  '012': ['Shipper’s letter of instruction', 'Lettre d’instructions de l’expéditeur'],
  '013': ['Declaration', 'Déclaration'],
});

/** `UserCreatedFormFileFormat`. */
export const fileFormats = nameCodes(file, {
  bmp: ['Bitmap picture', 'Image bitmap'],
  doc: ['Word document, old', 'Document Word, ancien'],
  docx: ['Word document', 'Document Word'],
  gif: ['GIF picture', 'Image GIF'],
  jpg: ['JPEG picture', 'Image JPEG'],
  pdf: ['PDF document', 'Document PDF'],
  png: ['PNG picture', 'Image PNG'],
  rtf: ['Rich text', 'Texte enrichi'],
  tif: ['TIFF picture', 'Image TIFF'],
  txt: ['Plain text', 'Texte brut'],
  xls: ['Excel sheet, old', 'Feuille Excel, ancienne'],
  xlsx: ['Excel sheet', 'Feuille Excel'],
});

/** `ShipmentType` when documents are moved to the image repository. */
export const shipmentTypes = nameCodes(file, {
  '1': ['Small package', 'Petit colis'],
  '2': ['Freight', 'Fret'],
});

const hard = { status: 400, severity: 'Hard' } as const;

/** What paperless documents refuse. */
export const paperlessErrors = Object.freeze({
  ...nameErrors(
    { ...hard, ...sources.seen('recorded answers in the test suite of karrio') },
    {
      accountNotAuthorized: [
        '9590018',
        'Your UPS Account number is not authorized for user generated forms functionality.',
        'The account is not enabled for uploading forms',
        'Le compte n’est pas autorisé à téléverser des formulaires',
      ],
    },
  ),
  ...nameErrors(
    { ...hard, ...sources.ours('numbers beside the recorded one, wording ours') },
    {
      fileNameInvalid: [
        '9590001',
        'Missing or invalid UserCreatedFormFileName.',
        'The file’s name is missing or invalid',
        'Le nom du fichier est absent ou invalide',
      ],
      fileFormatInvalid: [
        '9590002',
        'Missing or invalid UserCreatedFormFileFormat.',
        'The file’s format is missing or not served',
        'Le format du fichier est absent ou non pris en charge',
      ],
      documentTypeInvalid: [
        '9590003',
        'Missing or invalid UserCreatedFormDocumentType.',
        'The document type is missing or unknown',
        'Le type de document est absent ou inconnu',
      ],
      fileUnreadable: [
        '9590004',
        'Missing or invalid UserCreatedFormFile.',
        'The file is missing or not base64',
        'Le fichier est absent ou n’est pas en base64',
      ],
      fileTooLarge: [
        '9590005',
        'The file exceeds the maximum size of {limit}.',
        'A file is too large',
        'Un fichier est trop volumineux',
      ],
      filesTooLarge: [
        '9590006',
        'The files exceed the maximum total size of {limit}.',
        'The files together are too large',
        'Les fichiers sont ensemble trop volumineux',
      ],
      tooManyFiles: [
        '9590007',
        'No more than {limit} files are allowed per request.',
        'The request holds too many files',
        'La demande contient trop de fichiers',
      ],
      documentNotFound: [
        '9590010',
        'Document {id} was not found.',
        'No document of that number is kept for this account',
        'Aucun document de ce numéro n’est conservé pour ce compte',
      ],
      documentAlreadyMoved: [
        '9590011',
        'Document {id} has already been moved to the image repository.',
        'The document belongs to a shipment already',
        'Le document appartient déjà à un envoi',
      ],
      shipmentInvalid: [
        '9590012',
        'Missing or invalid ShipmentIdentifier.',
        'No shipment of that number is known',
        'Aucun envoi de ce numéro n’est connu',
      ],
      tooManyDocuments: [
        '9590013',
        'No more than {limit} documents are allowed per shipment.',
        'The shipment has too many documents',
        'L’envoi compte trop de documents',
      ],
    },
  ),
});
