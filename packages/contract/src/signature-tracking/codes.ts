import { nameCodes, nameErrors, sources } from '../stated.ts';

const file = sources.file('Tracking.yaml');

/** The proofs that a request can ask for; statuses and delivery places are those of tracking. */
export const proofs = nameCodes(file, {
  returnSignature: ['Signature'],
  returnPOD: ['Letter of proof', 'Lettre de preuve'],
});

/** `deliveryPhoto.photoDispositionCode`: whether the photograph may be shown. */
export const photoDispositions = nameCodes(
  sources.ours('the file lists the letters alone; the words are ours'),
  {
    V: ['Viewable', 'Affichable'],
    N: ['Not viewable', 'Non affichable'],
    U: ['Unknown', 'Inconnue'],
  },
);

/** What the proof of delivery refuses beside the errors of tracking. */
export const signatureErrors = nameErrors(
  { status: 400, severity: 'Hard', ...sources.ours('the guide names the rule, not the code') },
  {
    accountNotAssociated: [
      '151070',
      'The tracking number belongs to an account that is not in the summary of this user.',
      'The parcel’s account is not among those of the user',
      'Le compte du colis n’est pas parmi ceux de l’utilisateur',
    ],
    accountMissing: [
      '151071',
      'The account number is required.',
      'Proofs of delivery need an account',
      'Les preuves de livraison exigent un compte',
    ],
  },
);
