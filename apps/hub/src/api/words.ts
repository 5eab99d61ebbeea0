/* The words of the hub's API, plain: screens import them without the schemas that check them. */

export const ROLES = ['administrator', 'user'] as const;
/** The second signs in with an application of the company's own, without a log-in. */
export const INTEGRATION_TYPES = ['ups-quantum-view-data', 'ups-quantum-view-data-own'] as const;
export const ENVIRONMENTS = ['sandbox', 'test', 'production'] as const;
export const MODES = ['shadow', 'unread'] as const;
export const DIRECTIONS = ['outbound', 'inbound', 'third-party'] as const;
export const INTEGRATION_STATUSES = ['pending', 'authorized', 'reauthorization-required'] as const;

export const AUTHORIZATION_OUTCOMES = [
  'waiting',
  'exchanging',
  'authorized',
  'refused',
  'failed',
  'expired',
] as const;

export const PARCEL_STATUSES = [
  'manifested',
  'picked-up',
  'in-transit',
  'out-for-delivery',
  'exception',
  'delivered',
  'returned',
  'voided',
] as const;

/** The status lattice's open states: everything that can still become late. */
export const OPEN_STATUSES = [
  'manifested',
  'picked-up',
  'in-transit',
  'out-for-delivery',
  'exception',
] as const;

export const EVENT_KINDS = ['manifest', 'origin', 'exception', 'delivery', 'generic'] as const;

/** The steps of a company's way in that are taken here; the fourth is the authorization of an integration. */
export const WAY_IN_STEPS = ['carrier-user', 'hand-over', 'associations'] as const;
export const CARRIER_USER_ORIGINS = ['new', 'existing'] as const;
/** `account-executive`: asked for help, so not done yet. */
export const ASSOCIATION_WAYS = ['associated', 'existing', 'account-executive'] as const;
