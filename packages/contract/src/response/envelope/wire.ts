/** `Response.ResponseStatusCode` of the APIs that answer failures inside a 200. */
export const responseStatus = Object.freeze({ success: '1', failure: '0' } as const);

/** Values of `ErrorSeverity`: a warning stands beside a success, the others mean failure. */
export const severities = Object.freeze({
  warning: 'Warning',
  hard: 'Hard',
  transient: 'Transient',
} as const);
