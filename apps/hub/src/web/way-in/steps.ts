import type { Text } from '@lading/kit/text';
import type { Done, WayIn } from '../../api/way-in.ts';
import { texts } from './text.ts';

export type StepState = 'to-do' | 'waiting' | 'done' | 'skipped' | 'not-needed';

/** One of the four steps as the checklist shows it. */
export interface Step {
  readonly key: 'carrier-user' | 'hand-over' | 'associations' | 'authorization';
  readonly title: Text;
  readonly state: StepState;
  readonly done: Done | null;
}

/** The four steps in their order. */
export function stepsOf(wayIn: WayIn): readonly Step[] {
  const { carrierUser, handOver, associations, authorization } = wayIn;
  const open = wayIn.hasOnlyOwnApplications ? 'not-needed' : 'to-do';
  return [
    step('carrier-user', texts.carrierUser, carrierUser ? 'done' : open, carrierUser?.done),
    step('hand-over', texts.handOver, handOver ? 'done' : open, handOver?.done),
    step('associations', texts.associations, associationsState(associations), associations?.done),
    step(
      'authorization',
      texts.authorization,
      authorization?.done ? 'done' : authorization ? 'waiting' : 'to-do',
      authorization?.done,
    ),
  ];
}

function step(key: Step['key'], title: Text, state: StepState, done: Done | null | undefined): Step {
  return { key, title, state, done: done ?? null };
}

/** Asked for help is not done; associated before means there is nothing to do. */
function associationsState(associations: WayIn['associations']): StepState {
  if (associations === null) return 'to-do';
  const states = { associated: 'done', existing: 'skipped', 'account-executive': 'waiting' } as const;
  return states[associations.how];
}
