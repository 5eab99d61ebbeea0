import { systemClock } from '@lading/kit/clock';
import { createLog } from '@lading/kit/log';
import { createModules } from '@lading/sandbox/modules';
import { openReference } from '@lading/sandbox/reference';
import { seeds } from '@lading/sandbox/seed';
import { startSandbox } from '@lading/sandbox/start';
import type { Profile } from './judge.ts';
import { createTarget, type Target } from './target.ts';

/** Where the clock of an own world stands: what is found must not depend on the day. */
const NOON = '2026-11-20T12:00:00Z';

/** What is asked, with the day and the account of its requests. */
export interface Asked {
  readonly target: Target;
  readonly now: Date;
  readonly account: string;
  /** Operations that it has, by id. */
  readonly implemented: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Every operation that the sandbox registers, by id. */
export function implementedOperations(): ReadonlySet<string> {
  const modules = createModules(systemClock, openReference(undefined));
  return new Set(modules.flatMap(({ operations = [] }) => operations.map(({ wire }) => wire.id)));
}

/** A world in this process, foretellable from its seed to its clock. */
export async function ownWorld(profile: Profile): Promise<Asked> {
  const sandbox = await startSandbox({
    port: 0,
    seed: 'conformance',
    clock: NOON,
    frozen: true,
    profile,
    seeds,
    log: createLog({ name: 'sandbox', level: 'error' }),
  });
  const [client] = seeds.clients;
  const { clientId = '', clientSecret = '' } = client ?? {};
  return {
    target: createTarget({
      baseUrl: sandbox.url,
      isOwn: true,
      client: { id: clientId, secret: clientSecret },
    }),
    now: new Date(NOON),
    account: 'A1B2C3',
    implemented: implementedOperations(),
    close: sandbox.close,
  };
}
