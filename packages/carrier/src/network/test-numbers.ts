import type { Random } from '../random.ts';
import { type IncidentName, incident } from './incidents.ts';
import { meet } from './interrupt.ts';
import type { Plan } from './plan.ts';
import type { Journey } from './rules.ts';

/** What becomes of a parcel with a test number. */
export type TestOutcome = 'delivered' | 'never-tendered' | 'lost' | IncidentName;

/** The account whose parcels all bear test numbers: it belongs to nobody, so no real number is taken for one. */
export const testAccount = 'TE5T00';

/**
 * By the last digit of the package number, which stands in front of the check digit at the end of a 1Z number. Ours:
 * the carrier publishes single test numbers, not a rule.
 */
export const testOutcomes: readonly TestOutcome[] = Object.freeze([
  'delivered',
  'weather',
  'receiver-absent',
  'incorrect-address',
  'refused',
  'damaged',
  'customs-hold',
  'business-closed',
  'lost',
  'never-tendered',
] as const);

/** What becomes of the parcel that gets this package number. */
export function testOutcomeOf(packageNumber: number): TestOutcome {
  return testOutcomes[packageNumber % 10] ?? 'delivered';
}

/** The plan of a parcel to which the outcome happens; `plan` is its way when nothing goes wrong. */
export function forceOutcome(plan: Plan, journey: Journey, outcome: TestOutcome, random: Random): Plan {
  if (outcome === 'delivered') return plan;
  if (outcome === 'lost') return until(plan, ['departure', 'destination']);
  if (outcome === 'never-tendered') return until(plan, ['pickup']);
  return meet(plan, journey, incident(outcome), random);
}

/** What comes before the first scan of these kinds: whoever looks for more finds nothing, however late. */
function until(plan: Plan, kinds: readonly Plan[number]['kind'][]): Plan {
  const end = plan.findIndex(({ kind }) => kinds.includes(kind));
  return end < 0 ? plan : plan.slice(0, end);
}
