/** Why an address looks like one person's own. */
export type PersonalSign = 'member' | 'free-mail' | 'name';

/** Providers at which people, not companies, have addresses. */
const FREE_MAIL = new Set([
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'hotmail.ca',
    'live.com',
    'live.ca',
    'msn.com',
  ],
  ...['yahoo.com', 'yahoo.ca', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me', 'protonmail.com'],
  ...['gmx.com', 'videotron.ca', 'sympatico.ca', 'rogers.com', 'shaw.ca', 'telus.net', 'bell.net'],
]);

/** Words of work in both languages: an address that holds one belongs to a desk and not to a person. */
const WORK = new Set([
  ...['account', 'accounts', 'admin', 'administration', 'api', 'billing', 'carrier', 'carriers', 'comptes'],
  ...[
    'contact',
    'customer',
    'data',
    'delivery',
    'dept',
    'desk',
    'dispatch',
    'distribution',
    'dock',
    'donnees',
  ],
  ...['edi', 'entrepot', 'equipe', 'expedition', 'expeditions', 'facturation', 'freight', 'group', 'groupe'],
  ...[
    'help',
    'il',
    'inbound',
    'info',
    'integration',
    'integrations',
    'it',
    'lading',
    'livraison',
    'livraisons',
  ],
  ...[
    'logistics',
    'logistique',
    'mail',
    'notifications',
    'office',
    'operations',
    'ops',
    'orders',
    'outbound',
  ],
  ...[
    'parcel',
    'parcels',
    'quai',
    'reception',
    'receiving',
    'returns',
    'retours',
    'sales',
    'service',
    'services',
  ],
  ...['shared', 'shipments', 'shipping', 'soutien', 'suivi', 'supply', 'support', 'system', 'team', 'tech'],
  ...[
    'technique',
    'ti',
    'tracking',
    'traffic',
    'transport',
    'transporteur',
    'transports',
    'ups',
    'warehouse',
  ],
]);

/**
 * Why an address looks personal, or null where nothing says so. An opinion to warn with, never a reason to refuse:
 * `members` are the addresses of the company's people.
 */
export function personalSign(email: string, members: readonly string[]): PersonalSign | null {
  const address = email.trim().toLowerCase();
  const [local = '', domain = ''] = address.split('@');
  if (local === '' || !domain.includes('.')) return null;
  if (members.some((member) => member.toLowerCase() === address)) return 'member';
  if (FREE_MAIL.has(domain)) return 'free-mail';
  const words = local.replace(/\+.*$/, '').split(/[._-]+/);
  const isName = words.length > 1 && words.every((word) => /^\p{L}+$/u.test(word) && !WORK.has(word));
  return isName ? 'name' : null;
}
