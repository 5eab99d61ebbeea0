import { Problem } from '@lading/kit/errors';

/** What the carrier refuses about its accounts. */
export const problems = {
  locked: (account: string, until: number) =>
    new Problem({
      code: 'ACCOUNT_LOCKED',
      status: 429,
      text: {
        en: 'Account {account} is locked for this user until {until}, after three wrong attempts. A further attempt begins the 24 hours anew.',
        fr: 'Le compte {account} est verrouillé pour cet utilisateur jusqu’au {until}, après trois tentatives erronées. Une autre tentative fait recommencer les 24 heures.',
      },
      params: { account, until: new Date(until).toISOString() },
      details: { until: new Date(until).toISOString() },
    }),
  notConfirmed: (account: string, attemptsLeft: number) =>
    new Problem({
      code: 'INVOICE_NOT_CONFIRMED',
      status: 403,
      text: {
        en: 'This does not agree with one of the three latest invoices of account {account}. Attempts left: {attemptsLeft}.',
        fr: 'Ces renseignements ne correspondent à aucune des trois plus récentes factures du compte {account}. Tentatives restantes : {attemptsLeft}.',
      },
      params: { account, attemptsLeft },
      details: { attemptsLeft },
    }),
  tooOld: (account: string) =>
    new Problem({
      code: 'INVOICE_TOO_OLD',
      status: 409,
      text: {
        en: 'This invoice of account {account} is too old: 90 days for deliveries, 45 for international shipments alone.',
        fr: 'Cette facture du compte {account} est trop ancienne : 90 jours pour des livraisons, 45 pour des envois internationaux seuls.',
      },
      params: { account },
    }),
  noInvoice: (account: string) =>
    new Problem({
      code: 'NO_RECENT_INVOICE',
      status: 409,
      text: {
        en: 'Account {account} has no invoice that is recent enough. Ship on it and wait for Saturday’s invoice, or use a PIN.',
        fr: 'Le compte {account} n’a aucune facture assez récente. Expédiez sur ce compte et attendez la facture du samedi, ou employez un NIP.',
      },
      params: { account },
    }),
  dateInvalid: (date: string) =>
    new Problem({
      code: 'NOT_A_DATE',
      status: 400,
      text: { en: '{date} is not a date of the calendar.', fr: '{date} n’est pas une date du calendrier.' },
      params: { date },
    }),
  noContact: (account: string) =>
    new Problem({
      code: 'NO_ACCOUNT_CONTACT',
      status: 409,
      text: {
        en: 'Account {account} has no contact e-mail address on file.',
        fr: 'Le compte {account} n’a aucune adresse courriel de personne-ressource au dossier.',
      },
      params: { account },
    }),
  noPin: (account: string) =>
    new Problem({
      code: 'PIN_EXPIRED',
      status: 409,
      text: {
        en: 'No PIN is waiting for account {account}, or its 24 hours are over. Ask for another.',
        fr: 'Aucun NIP n’est en attente pour le compte {account}, ou ses 24 heures sont écoulées. Demandez-en un autre.',
      },
      params: { account },
    }),
  pinNotConfirmed: (account: string, attemptsLeft: number) =>
    new Problem({
      code: 'PIN_NOT_CONFIRMED',
      status: 403,
      text: {
        en: 'This PIN, or the address it was sent to, is not that of account {account}. Attempts left: {attemptsLeft}.',
        fr: 'Ce NIP, ou l’adresse à laquelle il a été envoyé, n’est pas celui du compte {account}. Tentatives restantes : {attemptsLeft}.',
      },
      params: { account, attemptsLeft },
      details: { attemptsLeft },
    }),
  notQualified: (userName: string, account: string) =>
    new Problem({
      code: 'NOT_AUTHENTICATED',
      status: 404,
      text: {
        en: '“{userName}” did not pass the authentication of account {account}.',
        fr: '« {userName} » n’a pas réussi l’authentification du compte {account}.',
      },
      params: { userName, account },
    }),
};
