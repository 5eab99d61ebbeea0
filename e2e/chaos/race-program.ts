/** A hub process of the race for one token: it opens the carrier as often at once as it is told to. */
import { readHubConfig } from '@lading/hub/server/config';
import { startHub } from '@lading/hub/server/start';

/** What the race tells a process, at the moment at which a token ends. */
export interface RaceOrder {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly callers: number;
  /** The world's time, milliseconds since 1970. */
  readonly now: number;
}

/** How the callers of one process fared; tokens only as far as they can be told apart. */
export interface RaceReport {
  readonly kinds: readonly string[];
  readonly tokens: readonly string[];
}

/** The world's time at the start, as the first argument. */
let aheadMs = Number(process.argv[2]) - Date.now();
const clock = { now: () => Date.now() + aheadMs };
const { hub } = await startHub(readHubConfig(process.env), { clock });

process.on('message', (order: RaceOrder) => {
  aheadMs = order.now - Date.now();
  race(order).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ kinds: [String(error)], tokens: [] }),
  );
});
process.send?.('ready');

async function race({ tenantId, integrationId, callers }: RaceOrder): Promise<RaceReport> {
  const openings = await Promise.all(
    Array.from({ length: callers }, () => hub.carrier.open(tenantId, integrationId)),
  );
  const tokens = openings.map((opening) => (opening.kind === 'ready' ? opening.accessToken.slice(-12) : ''));
  return { kinds: [...new Set(openings.map(({ kind }) => kind))], tokens: [...new Set(tokens)] };
}
