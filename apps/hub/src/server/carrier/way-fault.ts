/** What stands between the hub and the carrier, as people read it (`reading-faults.ts` has the sentences). */
export type WayFaultCode =
  | 'PROXY_REFUSED'
  | 'PROXY_CREDENTIALS_REFUSED'
  | 'PROXY_UNREACHED'
  | 'PROXY_UNTRUSTED';

/**
 * The way to the carrier ended before the request left. It says so in the way that the SDK understands, so that
 * nothing counts as perhaps consumed. It never holds the proxy's address, which may hold a password.
 */
export class WayFault extends Error {
  override readonly name = 'WayFault';
  /** As for every failed attempt to connect. */
  readonly syscall = 'connect';

  readonly code: WayFaultCode;
  /** The proxy's status, where it gave one. */
  readonly status: number | null;

  constructor(code: WayFaultCode, status: number | null = null) {
    super(status === null ? code : `${code} (${status})`);
    this.code = code;
    this.status = status;
  }
}
