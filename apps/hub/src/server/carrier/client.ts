import type { Clock } from '@lading/kit/clock';
import { type Client, createClient } from '@lading/sdk/client';
import { createGovernor, type Governor } from '@lading/sdk/governor';
import type { CarrierConfig } from '../carrier-settings.ts';
import type { EnvironmentName } from '../tables.ts';
import { withoutEchoes } from './echo.ts';

/** What an application proves itself with. */
export interface ApplicationKey {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The carrier's sides that this hub is configured for. */
export interface CarrierClients {
  /** In the order of the settings; the first is the one that is looked at where nothing else is said. */
  readonly environments: readonly EnvironmentName[];
  /** The hub's own application there; null where the hub is not configured for it. */
  of(environment: EnvironmentName): Client | null;
  /** The same place through somebody else's application. */
  ofApplication(environment: EnvironmentName, key: ApplicationKey): Client | null;
}

interface ClientParts {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/** One client for each environment. Tokens are the hub's own business, so each call brings one. */
export function createCarrierClients(configs: readonly CarrierConfig[], parts: ClientParts): CarrierClients {
  const places = new Map(configs.map((config) => [config.environment, placeOf(config, parts)]));
  return {
    environments: configs.map(({ environment }) => environment),
    of: (environment) => places.get(environment)?.client ?? null,
    ofApplication: (environment, key) => places.get(environment)?.through(key) ?? null,
  };
}

/** Every application that calls the same place shares its limit on calls at the same time. */
function placeOf(config: CarrierConfig, { clock, fetch: send }: ClientParts) {
  const { environment, baseUrl, clientId, clientSecret } = config;
  const governor = withoutPauses(createGovernor());
  const fetch = withoutEchoes(send);
  const through = (key: ApplicationKey) =>
    createClient({
      environment: environment === 'sandbox' ? { baseUrl: baseUrl ?? '' } : environment,
      governor,
      ...key,
      ...{ fetch, clock },
    });
  return { client: through({ clientId, clientSecret: clientSecret.reveal() }), through };
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
