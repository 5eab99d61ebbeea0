import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../programs.ts';
import type { RaceOrder, RaceReport } from './race-program.ts';
import type { Verdict } from './report.ts';
import { play, type Stage } from './stage.ts';
import type { Store } from './world.ts';

export interface RaceSize {
  readonly store: Extract<Store, { kind: 'postgres' }>;
  readonly processes: number;
  /** In each process. */
  readonly callers: number;
  readonly expiries: number;
  readonly seed: number;
}

const PROGRAM = fileURLToPath(new URL('./race-program.ts', import.meta.url));
const ANSWER_WITHIN_MS = 240_000;
const REFRESH = 'oauth.refresh';
/** The first token still has the carrier's usual life; two hundred of those would be longer than files are kept. */
const FIRST_LIFE = 'PT4H';
const LIFE = { accessTokenSeconds: 600, advance: 'PT10M' } as const;

interface ListedRequest {
  readonly id: string;
  readonly operation: string;
  readonly status: number;
}

/** Every caller of every process wants a token at the moment at which it ends: the carrier is asked for one, once. */
export function raceTest({ store, processes, callers, expiries, seed }: RaceSize): Promise<Verdict> {
  return play({
    ...{ name: 'refresh race', store, seed, shipments: 150 },
    act: async (stage) => {
      const { accessTokenSeconds } = LIFE;
      await stage.rig.control('POST', 'commands', { type: 'choose-lifetimes', accessTokenSeconds });
      // This hub keeps out: it hears of a new time up to two seconds later, and would store when a token ends by the old.
      await stage.rig.hub.stop();
      const hubs = await Promise.all(Array.from({ length: processes }, () => startRacer(stage)));
      try {
        const faults: string[] = [];
        for (let expiry = 1; expiry <= expiries; expiry += 1) {
          faults.push(
            ...(await raceOnce(stage, hubs, callers, expiry === 1 ? FIRST_LIFE : LIFE.advance)).map(
              (fault) => `expiry ${expiry}: ${fault}`,
            ),
          );
        }
        await stage.rig.startHub();
        const { status } = await stage.company.integration(stage.integrationId);
        const what = `${processes} processes with ${callers} callers over ${expiries} expiries, integration ${status}, ${faults.length} faults ${faults.slice(0, 3).join('; ')}`;
        return { isPassed: faults.length === 0 && status === 'authorized', what };
      } finally {
        for (const hub of hubs) hub.kill('SIGKILL');
      }
    },
  });
}

/** The token ends, everybody wants one; what went otherwise than it must. */
async function raceOnce(
  stage: Stage,
  hubs: readonly ChildProcess[],
  callers: number,
  life: string,
): Promise<string[]> {
  const { rig, company, integrationId } = stage;
  const before = await refreshes(stage);
  await rig.control('POST', 'clock', { advance: life });
  const order: RaceOrder = {
    ...{ tenantId: company.companyId, integrationId, callers },
    now: await rig.worldNow(),
  };
  const reports = await Promise.all(hubs.map((hub) => report(hub, order)));
  const asked = (await refreshes(stage)).filter(({ id }) => !before.some((one) => one.id === id));
  const tokens = new Set(reports.flatMap((one) => one.tokens));
  const kinds = new Set(reports.flatMap((one) => one.kinds));
  return [
    ...(asked.length === 1 ? [] : [`${asked.length} refreshes`]),
    ...asked.filter(({ status }) => status !== 200).map(({ status }) => `a refresh answered ${status}`),
    ...(tokens.size === 1 ? [] : [`${tokens.size} tokens`]),
    ...(kinds.size === 1 && kinds.has('ready') ? [] : [`openings ${[...kinds].join(', ')}`]),
  ];
}

async function refreshes({ rig }: Stage): Promise<readonly ListedRequest[]> {
  const path = 'requests?api=oauth&limit=20';
  const { requests } = await rig.control<{ requests: readonly ListedRequest[] }>('GET', path);
  return requests.filter(({ operation }) => operation === REFRESH);
}

async function report(hub: ChildProcess, order: RaceOrder): Promise<RaceReport> {
  hub.send(order);
  const [message] = await once(hub, 'message', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  return message as RaceReport;
}

async function startRacer({ rig }: Stage): Promise<ChildProcess> {
  const { env } = rig.hubOrder(await freePort(), { LADING_HUB_READ_SECONDS: '86400' });
  const hub = fork(PROGRAM, [String(await rig.worldNow())], {
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  process.once('exit', () => hub.kill('SIGKILL'));
  await Promise.race([
    once(hub, 'message', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
    once(hub, 'exit').then(([code]) => {
      throw new Error(`A hub of the race ended with ${code} before it was ready.`);
    }),
  ]);
  return hub;
}
