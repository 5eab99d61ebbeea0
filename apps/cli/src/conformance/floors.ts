import type { Slug } from '@lading/contract/operation';
import type { ConformanceReport } from './engine.ts';
import type { CheckName } from './findings.ts';

/** What an API held when it was last looked at; less fails. Every part passes whole unless a share stands here. */
export interface Floor {
  /** Operations that the sandbox implements. */
  readonly implemented: number;
  /** Of the generated requests, the share that a success answers. */
  readonly successes: number;
  /** The parts that have something to look at. */
  readonly parts: readonly CheckName[];
  /** Shares of a part below the whole, each with a reason in FIDELITY.md. */
  readonly passed?: Readonly<Partial<Record<CheckName, number>>>;
}

/** What an API has before the sandbox implements it: its documents, and the SDK's requests. */
const described: readonly CheckName[] = ['compared', 'sdk'];
const answered: readonly CheckName[] = [...described, 'generated', 'examples', 'rules', 'mutations'];

export const floors: Readonly<Partial<Record<Slug, Floor>>> = {
  'address-city': { implemented: 1, successes: 0.9, parts: answered },
  'address-street': { implemented: 1, successes: 0.6, parts: answered },
  oauth: { implemented: 4, successes: 0.4, parts: ['generated', 'round-trips', 'mutations'] },
  'quantum-view': { implemented: 1, successes: 0.4, parts: [...answered, 'round-trips'] },
  rating: { implemented: 1, successes: 0.9, parts: answered },
  'time-in-transit': { implemented: 1, successes: 0.7, parts: answered },
};

/** One line for each floor that a report misses. A part that found nothing to look at passes no floor either. */
export function missedFloors(
  { apis, parts }: ConformanceReport,
  recorded: Readonly<Partial<Record<Slug, Floor>>> = floors,
): string[] {
  return apis.flatMap(({ slug, implemented, checks, successes }) => {
    const floor = recorded[slug] ?? { implemented: 0, successes: 0, parts: described };
    const missed = floor.parts
      .filter((part) => parts.includes(part) && checks[part] === undefined)
      .map((part) => `${slug}: ${part} found nothing to look at`);
    if (implemented.length < floor.implemented) {
      missed.push(`${slug}: ${implemented.length} operations implemented, ${floor.implemented} before`);
    }
    for (const [check, tally] of Object.entries(checks)) {
      const least = floor.passed?.[check as CheckName] ?? 1;
      const share = shareOf(tally.passed, tally.failed);
      if (share < least)
        missed.push(`${slug}: ${check} passed ${percent(share)}, at least ${percent(least)}`);
    }
    const { passed = 0, failed = 0 } = checks.generated ?? {};
    const answered = passed + failed;
    if (answered > 0 && successes / answered < floor.successes) {
      missed.push(
        `${slug}: ${percent(successes / answered)} successes, at least ${percent(floor.successes)}`,
      );
    }
    return missed;
  });
}

function shareOf(passed: number, failed: number): number {
  return passed + failed === 0 ? 0 : passed / (passed + failed);
}

export function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}
