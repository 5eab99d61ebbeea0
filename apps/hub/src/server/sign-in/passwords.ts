import { Problem } from '@lading/kit/errors';

export const LEAST_PASSWORD_LENGTH = 12;

/**
 * Long, and not the address or one character over and over; nothing else is asked for (NIST SP 800-63B: length
 * protects, rules about kinds of characters do not).
 * @throws `PASSWORD_TOO_WEAK`
 */
export function checkNewPassword(password: string, email: string): void {
  const [name = ''] = email.toLowerCase().split('@');
  const plain = password.toLowerCase();
  const isGuessable =
    new Set(plain).size < 5 ||
    plain.includes(email.toLowerCase()) ||
    (name.length > 3 && plain === name.repeat(2));
  if (password.length < LEAST_PASSWORD_LENGTH || isGuessable) throw passwordTooWeak();
}

const passwordTooWeak = (): Problem =>
  new Problem({
    code: 'PASSWORD_TOO_WEAK',
    status: 400,
    text: {
      en: 'Choose a password of at least {least} characters that is not your address.',
      fr: 'Choisissez un mot de passe d’au moins {least} caractères qui n’est pas votre adresse.',
    },
    params: { least: LEAST_PASSWORD_LENGTH },
  });
