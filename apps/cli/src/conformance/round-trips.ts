import { allOperations } from '@lading/contract/catalogue';
import type { WireOperation } from '@lading/contract/operation';
import { type Findings, settle } from './findings.ts';
import type { Setting } from './meanings.ts';
import { walkBookmarks } from './round-trips/bookmarks.ts';
import { refreshOnce } from './round-trips/tokens.ts';
import type { Target } from './target.ts';

/** A way through several answers that must agree with one another: no second truth is needed to see a fault. */
export interface RoundTrip {
  readonly name: string;
  /** Without one of them it cannot be gone. The first one's API is who it counts for. */
  readonly needs: readonly [WireOperation['id'], ...WireOperation['id'][]];
  /** One line for each thing that does not agree; absent while an operation it needs is missing. */
  readonly go?: (target: Target, setting: Setting) => Promise<string[]>;
}

export const roundTrips: readonly RoundTrip[] = [
  {
    name: 'token, refresh, old refresh dead',
    needs: ['oauth.refresh', 'oauth.authorize', 'oauth.token'],
    go: refreshOnce,
  },
  {
    name: 'bookmark walk: every file once, dates consume nothing, unread is read once',
    needs: ['quantum-view.events'],
    go: walkBookmarks,
  },
  { name: 'a rate is what the shipment costs', needs: ['shipping.create', 'rating.rate'] },
  { name: 'a shipment bears its first tracking number', needs: ['shipping.create'] },
  { name: 'ship, void, gone', needs: ['shipping.void', 'shipping.create'] },
  { name: 'ship, track', needs: ['tracking.details', 'shipping.create'] },
  { name: 'upload, delete', needs: ['paperless.delete', 'paperless.upload'] },
  { name: 'create, pending, cancel', needs: ['pickup.create', 'pickup.pending', 'pickup.cancel'] },
];

/** Goes every round trip whose operations the target has; the others are named as not implemented yet. */
export async function driveRoundTrips(
  trips: readonly RoundTrip[],
  implemented: ReadonlySet<string>,
  { target, setting, findings }: { target: Target; setting: Setting; findings: Findings },
): Promise<void> {
  for (const { name, needs, go } of trips) {
    const wire = wireOf(needs[0]);
    const missing = needs.filter((id) => !implemented.has(id));
    if (missing.length > 0) {
      findings.skip('round-trips', wire, `${name}: not implemented yet (${missing.join(', ')})`);
    } else if (go) {
      const faults = await go(target, setting).catch((error: unknown) => [String(error)]);
      settle(
        findings,
        'round-trips',
        wire,
        faults.map((fault) => `${name}: ${fault}`),
      );
    } else {
      findings.fail('round-trips', wire, `${name}: its operations are there, and the suite does not go it`);
    }
  }
}

export function wireOf(id: string): WireOperation {
  const wire = allOperations.find((one) => one.id === id);
  if (!wire) throw new RangeError(`${id} is no operation of the contract`);
  return wire;
}
