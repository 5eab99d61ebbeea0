import { Problem } from '@lading/kit/errors';

/** What every place of the hub may have to say. Each is a function, so that every throw has its own stack. */

export const signInRequired = (): Problem =>
  new Problem({
    code: 'SIGN_IN_REQUIRED',
    status: 401,
    text: { en: 'Sign in to continue.', fr: 'Ouvrez une session pour continuer.' },
  });

export const companyRequired = (): Problem =>
  new Problem({
    code: 'COMPANY_REQUIRED',
    status: 403,
    text: { en: 'Choose a company first.', fr: 'Choisissez d’abord une entreprise.' },
  });

/** Names whom to ask: the company's administrators. */
export const administratorsOnly = (administrators: readonly string[]): Problem =>
  new Problem({
    code: 'ADMINISTRATORS_ONLY',
    status: 403,
    text: {
      en: 'Only an administrator of your company can do this. Ask: {names}.',
      fr: 'Seul un administrateur de votre entreprise peut le faire. Demandez à : {names}.',
    },
    params: { names: administrators.join(', ') || '—' },
    details: { administrators },
  });

export const deskOnly = (): Problem =>
  new Problem({
    code: 'DESK_ONLY',
    status: 403,
    text: {
      en: 'Only the customer success team can see this.',
      fr: 'Seule l’équipe du succès client peut voir ceci.',
    },
  });

/** Also what a row of another company answers: its existence is nobody else's business. */
export const notFound = (what: string): Problem =>
  new Problem({
    code: 'NOT_FOUND',
    status: 404,
    text: { en: 'This does not exist, or no longer.', fr: 'Cet élément n’existe pas ou n’existe plus.' },
    details: { what },
  });

export const crossSiteRequest = (): Problem =>
  new Problem({
    code: 'CROSS_SITE_REQUEST',
    status: 403,
    text: {
      en: 'This request did not come from this site, or the page is too old. Reload the page and try again.',
      fr: 'Cette demande ne vient pas de ce site, ou la page est trop ancienne. Actualisez la page et réessayez.',
    },
  });

export const invalidValue = (field: string): Problem =>
  new Problem({
    code: 'INVALID_VALUE',
    status: 400,
    text: { en: 'The value of “{field}” is not valid.', fr: 'La valeur de « {field} » n’est pas valide.' },
    params: { field },
    details: { field },
  });

export const tooManyAttempts = (retryAfterSeconds: number): Problem =>
  new Problem({
    code: 'TOO_MANY_ATTEMPTS',
    status: 429,
    text: {
      en: 'Too many attempts. Wait {seconds} seconds and try again.',
      fr: 'Trop de tentatives. Attendez {seconds} secondes et réessayez.',
    },
    params: { seconds: retryAfterSeconds },
    details: { retryAfterSeconds },
  });
