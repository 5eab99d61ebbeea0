import type { Clock } from '@lading/kit/clock';
import { type Client, createClient } from '@lading/sdk/client';
import { createGovernor, type Governor } from '@lading/sdk/governor';
import type { CarrierConfig } from '../config.ts';

/** The carrier that this hub is configured for. Tokens are the hub's own business, so each call brings one. */
export function createCarrierClient(
  config: CarrierConfig,
  parts: { readonly fetch: typeof fetch; readonly clock: Clock },
): Client {
  const { environment, baseUrl, clientId, clientSecret } = config;
  return createClient({
    environment: environment === 'sandbox' ? { baseUrl: baseUrl ?? '' } : environment,
    clientId,
    clientSecret: clientSecret.reveal(),
    governor: withoutPauses(createGovernor()),
    ...parts,
  });
}

/**
 * A limit on calls at the same time, and no pause after a refusal: the subscription that was refused waits as long
 * as the carrier asked for, in its row, and every other company's call goes out meanwhile instead of hanging.
 */
function withoutPauses(governor: Governor): Governor {
  return {
    enter: async (line, signal) => {
      const leave = await governor.enter(line, signal);
      return () => leave();
    },
    counters: (line) => governor.counters(line),
  };
}
