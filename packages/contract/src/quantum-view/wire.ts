import type { ArrayNode, WireOperation } from '../operation.ts';

const RESPONSE = 'QuantumViewResponse';
const SUBSCRIPTION = `${RESPONSE}/QuantumViewEvents/SubscriptionEvents`;
const FILE = `${SUBSCRIPTION}/SubscriptionFile`;

function since(version: string, paths: readonly string[]): readonly ArrayNode[] {
  return paths.map((path) => Object.freeze({ path, since: version }));
}

const responseArrays: readonly ArrayNode[] = Object.freeze([
  ...since('v2', [
    `${RESPONSE}/Response/Error`,
    `${RESPONSE}/Response/Error/ErrorLocation`,
    `${RESPONSE}/Response/Error/ErrorDigest`,
    SUBSCRIPTION,
    FILE,
    `${FILE}/Manifest`,
    `${FILE}/Origin`,
    `${FILE}/Exception`,
    `${FILE}/Delivery`,
    `${FILE}/Generic`,
  ]),
  ...since('v3', [
    `${FILE}/Manifest/ReferenceNumber`,
    `${FILE}/Manifest/Package`,
    `${FILE}/Manifest/Package/Activity`,
    `${FILE}/Manifest/Package/ReferenceNumber`,
    `${FILE}/Origin/PackageReferenceNumber`,
    `${FILE}/Origin/ShipmentReferenceNumber`,
    `${FILE}/Exception/PackageReferenceNumber`,
    `${FILE}/Exception/ShipmentReferenceNumber`,
    `${FILE}/Exception/UpdatedAddress/AddressExtendedInformation`,
    `${FILE}/Delivery/PackageReferenceNumber`,
    `${FILE}/Delivery/ShipmentReferenceNumber`,
    `${FILE}/Delivery/DeliveryLocation/AddressArtifactFormat/AddressExtendedInformation`,
    `${FILE}/Generic/ShipmentReferenceNumber`,
    `${FILE}/Generic/PackageReferenceNumber`,
  ]),
]);

/**
 * Unread files, or files by name or by date, of one, several or all subscriptions of the user who granted the
 * token. Business errors arrive inside a 200, in `QuantumViewResponse.Response.Error`.
 */
export const events = Object.freeze({
  id: 'quantum-view.events',
  slug: 'quantum-view',
  method: 'POST',
  path: '/api/quantumview/{version}/events',
  versions: ['v1', 'v2', 'v3'],
  currentVersion: 'v3',
  deprecatedVersions: ['v1'],
  requestFormat: 'json',
  auth: 'bearer',
  headers: [],
  requestArrays: [
    { path: 'QuantumViewRequest/SubscriptionRequest' },
    { path: 'QuantumViewRequest/SubscriptionRequest/FileName' },
  ],
  responseArrays,
  errorsInsideSuccess: true,
} as const) satisfies WireOperation;

/** The registered operations: one address serves every request. */
export const operations: readonly WireOperation[] = Object.freeze([events]);

/** The kinds of records in a file, in the order in which the carrier lists them. */
export const eventKinds = Object.freeze(['Manifest', 'Origin', 'Exception', 'Delivery', 'Generic'] as const);
/** The kind of one record. */
export type EventKind = (typeof eventKinds)[number];

/** The only value of `Request.RequestAction`. */
export const requestAction = 'QVEvents';

/** `Response.ResponseStatusCode`. */
export const responseStatus = Object.freeze({ success: '1', failure: '0' } as const);

/** Values of `ErrorSeverity`: a warning stands beside a success, the others mean failure. */
export const severities = Object.freeze({
  warning: 'Warning',
  hard: 'Hard',
  transient: 'Transient',
} as const);

/** What a program can do about a code, for the developer who reads the fault. */
export const errorHints: Readonly<Record<string, { readonly en: string; readonly fr: string }>> =
  Object.freeze({
    '330015': {
      en: 'Send the bookmark with exactly the criteria of the request that returned it, or start again without one.',
      fr: 'Envoyez le signet avec exactement les critères de la demande qui l’a donné, ou recommencez sans signet.',
    },
    '330052': {
      en: 'The user who authorized has no active Quantum View Data subscription: activate one on the carrier’s site.',
      fr: 'L’utilisateur qui a autorisé n’a aucun abonnement Quantum View Data actif : activez-en un sur le site du transporteur.',
    },
    '336000': {
      en: 'The named subscriptions are inactive; the files of the others are in this answer.',
      fr: 'Les abonnements nommés sont inactifs; les fichiers des autres sont dans cette réponse.',
    },
  });
