import { pause } from '../programs.ts';
import { alarmRows } from './alarm-rows.ts';
import { SEEDED } from './company.ts';
import type { Verdict } from './report.ts';
import { type Act, play, type Stage } from './stage.ts';
import { until } from './waiting.ts';
import type { Store } from './world.ts';

export interface OutageOrder {
  readonly store: Store;
  /** How long the carrier cannot be reached, in hours of the world. */
  readonly hours: number;
  readonly seed: number;
}

/** A silence is told after so many hours. */
const TOLD_AFTER = [1, 24, 72];
/** The hub asks for the world's time every two seconds, and looks for what is due every second. */
const HOUR_TAKES_MS = 3_200;
const LETTERS_WITHIN_MS = 60_000;

/** The carrier cannot be reached while parcels go on; each silence is told once, and everything comes back. */
export function outageTest({ store, hours, seed }: OutageOrder): Promise<Verdict> {
  return play({
    ...{ name: 'outage', store, seed, shipments: 200 },
    act: async (stage) => {
      await stage.rig.control('POST', 'faults', { dropConnection: true });
      for (let hour = 0; hour < hours; hour += 1) {
        await stage.rig.deliver(stage.open, 1);
        await stage.rig.control('POST', 'clock', { advance: 'PT1H' });
        await pause(HOUR_TAKES_MS);
      }
      await stage.rig.control('DELETE', 'faults');
      return { isPassed: true, what: `${hours} hours without the carrier` };
    },
    after: (stage) => everyAlarmIsOut(stage, hours),
  });
}

async function everyAlarmIsOut({ rig }: Stage, hours: number): Promise<Act> {
  const due = TOLD_AFTER.filter((after) => after <= hours);
  const expected = due.flatMap((after) => SEEDED.subscriptions.map((name) => ({ name, after })));
  const lettersOf = ({ name, after }: (typeof expected)[number]) =>
    rig.letters.with(`“${name}” was not read for ${after} hours`);
  await until('A letter of every silence', LETTERS_WITHIN_MS, () =>
    expected.every((one) => lettersOf(one).length > 0),
  );
  await rig.hub.stop();
  const rows = (await alarmRows(rig)).filter(({ kind }) => kind === 'feed-silent');
  const letters = rig.letters.with('was not read for');
  const isOnce = rows.length === expected.length && letters.length === expected.length;
  const what = `${rows.length} alarms and ${letters.length} letters for ${expected.length} silences`;
  return { isPassed: isOnce && rows.every(({ isSent }) => isSent), what };
}
