/** The statuses that the carrier's files declare for nearly every operation. */
export const usualStatuses = Object.freeze([200, 400, 401, 403, 429] as const);

/** The exchange's own number and the sender's name in the carrier's log, for operations that can do without. */
export const tracing = Object.freeze([
  { name: 'transid', required: false },
  { name: 'transactionsrc', required: false },
] as const);

/** The same two for operations that answer 400 when one is missing. */
export const requiredTracing = Object.freeze([
  { name: 'transid', required: true },
  { name: 'transactionsrc', required: true },
] as const);
