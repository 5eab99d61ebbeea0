import type { Clock } from '@lading/kit/clock';
import { type Client, createClient } from '@lading/sdk/client';
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
    ...parts,
  });
}
