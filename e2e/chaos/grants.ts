import { pause } from '../programs.ts';
import { alarmRows } from './alarm-rows.ts';
import { SEEDED } from './company.ts';
import { between } from './random.ts';
import type { Verdict } from './report.ts';
import { type Act, play, type Stage } from './stage.ts';
import { until } from './waiting.ts';
import type { Store } from './world.ts';

export interface GrantsOrder {
  readonly store: Store;
  /** How often the authorization dies and is given anew. */
  readonly deaths: number;
  readonly seed: number;
}

/** The hub asks for the world's time every two seconds. */
const HUB_HEARS_TIME_MS = 2_500;

/** A dead authorization is known, and told, within a minute of real time. */
export const KNOWN_WITHIN_MS = 60_000;

/**
 * The authorization is revoked, or the carrier user's password changed, at random moments of a feed under traffic: it
 * stands on screen and in one letter each time, and once it is authorized again nothing is missing.
 */
export function grantsTest({ store, deaths, seed }: GrantsOrder): Promise<Verdict> {
  return play({
    ...{ name: 'dead grants', store, seed, shipments: 200 },
    act: async (stage) => {
      let slowestMs = 0;
      for (let death = 1; death <= deaths; death += 1) {
        slowestMs = Math.max(slowestMs, await dieAndComeBack(stage, death));
      }
      const what = `${deaths} deaths, each known within ${(slowestMs / 1000).toFixed(1)} s`;
      return { isPassed: true, what };
    },
    after: (stage) => eachIsTold(stage, deaths),
  });
}

async function dieAndComeBack(stage: Stage, death: number): Promise<number> {
  const { rig, company, integrationId, open, random } = stage;
  await rig.deliver(open, between(random, 0, 3));
  if (random() < 0.3) await company.switchTo(random() < 0.5 ? 'hand-back' : 'take-over', integrationId);
  const password = `${SEEDED.carrierPassword}-${death}`;
  const isChanged = random() < 0.5;
  await rig.control('POST', 'commands', {
    ...(isChanged ? { type: 'change-password', password } : { type: 'revoke-grants' }),
    userName: SEEDED.carrierUser,
  });
  await rig.deliver(open, 2);
  await rig.control('POST', 'clock', { advance: 'PT31M' });
  const tookMs = await until('Reauthorization required', KNOWN_WITHIN_MS, async () => {
    return (await company.integration(integrationId)).status === 'reauthorization-required';
  });
  const lettersMs = await until('The letter about it', KNOWN_WITHIN_MS, () => {
    return rig.letters.with('must be authorized again').length >= death;
  });
  if (isChanged) stage.carrierPassword = password;
  // An authorization begun before the hub has heard of the new time would be half an hour old a moment later.
  await pause(HUB_HEARS_TIME_MS);
  await company.authorize(integrationId, stage.carrierPassword);
  await company.switchTo('take-over', integrationId);
  return tookMs + lettersMs;
}

/** One alarm and one letter for each death of an authorization. It ends the hub. */
export async function eachIsTold({ rig }: Stage, deaths: number): Promise<Act> {
  await rig.hub.stop();
  const rows = (await alarmRows(rig)).filter(({ kind }) => kind === 'reauthorization-required');
  const letters = rig.letters.with('must be authorized again');
  const isOnce = rows.length === deaths && letters.length === deaths;
  const what = `${rows.length} alarms and ${letters.length} letters for ${deaths} deaths`;
  return { isPassed: isOnce && rows.every(({ isSent }) => isSent), what };
}
