import type { Clock } from '@lading/kit/clock';
import type { Sealer } from '@lading/kit/crypto';
import type { Door } from '@lading/kit/db/door';
import type { Ids } from '@lading/kit/ids';
import type { Log } from '@lading/kit/log';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './audit/store.ts';
import type { Carrier } from './carrier/carrier.ts';
import type { HubConfig } from './config.ts';
import type { HubTables } from './tables.ts';

/** What every place of the hub is given. Built once by `startHub`; nothing in it changes afterwards. */
export interface Hub {
  readonly config: HubConfig;
  readonly door: Door<HubTables>;
  readonly clock: Clock;
  /** Real time, whatever the hub's clock says: what a person's telephone and an attacker live in. */
  readonly wallClock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly sealer: Sealer;
  readonly carrier: Carrier;
  /** Where people reach the hub, without a slash at the end; known once it listens. */
  readonly publicUrl: () => string;
  /** Asks for a reading tick now instead of at its time; does not wait for it. */
  readonly wake: () => void;
  /** Has the outbox sent now instead of at its time; does not wait for it. */
  readonly wakeMail: () => void;
}

/** The person behind a request, as the audit log names them. */
export function actorOf(request: FastifyRequest): Actor {
  return {
    userId: request.seat?.user.userId ?? null,
    userName: request.seat?.user.name ?? null,
    requestId: request.id,
  };
}
