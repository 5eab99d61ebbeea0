import { Problem } from '@lading/kit/errors';

/** What the network refuses when it is told to do something. */
export const problems = {
  unknownParcel: (trackingNumber: string) =>
    new Problem({
      code: 'UNKNOWN_PARCEL',
      status: 404,
      text: {
        en: 'This world has no parcel {trackingNumber}.',
        fr: 'Ce monde n’a aucun colis {trackingNumber}.',
      },
      params: { trackingNumber },
    }),
  unknownAccount: (account: string) =>
    new Problem({
      code: 'UNKNOWN_ACCOUNT',
      status: 404,
      text: { en: 'This world has no account {account}.', fr: 'Ce monde n’a aucun compte {account}.' },
      params: { account },
    }),
  accountExists: (account: string) =>
    new Problem({
      code: 'ACCOUNT_EXISTS',
      status: 409,
      text: { en: 'Account {account} is open already.', fr: 'Le compte {account} est déjà ouvert.' },
      params: { account },
    }),
  notAnAccount: (account: string) =>
    new Problem({
      code: 'NOT_AN_ACCOUNT_NUMBER',
      status: 400,
      text: {
        en: '{account} is not an account number: six digits or capital letters.',
        fr: '{account} n’est pas un numéro de compte : six chiffres ou lettres majuscules.',
      },
      params: { account },
    }),
  unknownPlace: (place: string) =>
    new Problem({
      code: 'UNKNOWN_PLACE',
      status: 400,
      text: {
        en: 'The network does not go to {place}.',
        fr: 'Le réseau ne dessert pas {place}.',
      },
      params: { place },
    }),
  noService: (service: string) =>
    new Problem({
      code: 'NO_SERVICE_ON_LANE',
      status: 400,
      text: {
        en: 'Service {service} does not run between these places.',
        fr: 'Le service {service} n’est pas offert entre ces lieux.',
      },
      params: { service },
    }),
  parcelEnded: (trackingNumber: string) =>
    new Problem({
      code: 'PARCEL_ENDED',
      status: 409,
      text: {
        en: 'Parcel {trackingNumber} was delivered, returned or voided already.',
        fr: 'Le colis {trackingNumber} a déjà été livré, retourné ou annulé.',
      },
      params: { trackingNumber },
    }),
  goingBack: (trackingNumber: string) =>
    new Problem({
      code: 'PARCEL_GOING_BACK',
      status: 409,
      text: {
        en: 'Parcel {trackingNumber} is on its way back to its shipper.',
        fr: 'Le colis {trackingNumber} retourne à son expéditeur.',
      },
      params: { trackingNumber },
    }),
  alreadyPickedUp: (trackingNumber: string) =>
    new Problem({
      code: 'ALREADY_PICKED_UP',
      status: 409,
      text: {
        en: 'Parcel {trackingNumber} was picked up and can no longer be voided.',
        fr: 'Le colis {trackingNumber} a été ramassé et ne peut plus être annulé.',
      },
      params: { trackingNumber },
    }),
  notPickedUp: (trackingNumber: string) =>
    new Problem({
      code: 'NOT_PICKED_UP',
      status: 409,
      text: {
        en: 'Parcel {trackingNumber} is not with the carrier yet, so nothing can happen to it on its way.',
        fr: 'Le colis {trackingNumber} n’est pas encore chez le transporteur : rien ne peut lui arriver en chemin.',
      },
      params: { trackingNumber },
    }),
  noTrafficAccounts: () =>
    new Problem({
      code: 'NO_TRAFFIC_ACCOUNTS',
      status: 409,
      text: {
        en: 'No account of this world takes part in traffic: open one first.',
        fr: 'Aucun compte de ce monde ne participe au trafic : ouvrez-en un d’abord.',
      },
    }),
};
