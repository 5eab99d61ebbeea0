import fc from 'fast-check';
import { type Findings, settle } from './findings.ts';
import { createJudge, type Judge, type Profile } from './judge.ts';
import { meaningsFor, type Setting } from './meanings.ts';
import { requestsFrom } from './requests.ts';
import { seedsOf } from './seeds/all.ts';
import type { Subject } from './subject.ts';
import type { Ask, Target } from './target.ts';

export interface Drive {
  readonly target: Target;
  readonly profile: Profile;
  readonly setting: Setting;
  readonly findings: Findings;
  /** Generated requests per operation. */
  readonly runs: number;
  readonly seed: number;
}

const SHRINKING_MS = 10_000;

/**
 * Asks an operation with generated requests that the carrier's file allows, and holds every answer against the
 * carrier's schema. Where one fails, the smallest request that shows it is looked for.
 */
export async function driveGenerated(subject: Subject, drive: Drive): Promise<void> {
  const { wire } = subject;
  const { target, findings, runs, seed } = drive;
  const judge = createJudge(subject, drive.profile);
  const asks = asksOf(subject, drive.setting);
  let failed = 0;
  for (const ask of fc.sample(asks, { numRuns: runs, seed })) {
    const unfit = judge.request(ask.body);
    if (unfit.length > 0) {
      findings.fail('generated', wire, `the suite wrote a request that does not fit: ${unfit[0]}`, ask);
      continue;
    }
    const reply = await target.call(wire, ask);
    const { kind, faults } = judge.answer(reply);
    if (kind === 'success') findings.succeeded(wire);
    findings.noted(wire, await target.rulesOf(reply));
    if (faults.length > 0) failed += 1;
    else findings.pass('generated', wire);
    if (faults.length > 0 && failed > 1) settle(findings, 'generated', wire, faults);
    if (failed === 1 && faults.length > 0) {
      settle(findings, 'generated', wire, faults, await smallest(subject, drive, judge, asks));
    }
  }
}

/** Requests of an operation in all its versions, most in the newest. */
export function asksOf(subject: Subject, setting: Setting): fc.Arbitrary<Ask> {
  const { wire, documents } = subject;
  const meanings = meaningsFor(setting);
  const grown = seedsOf(wire.slug, wire.id, setting).map((seed) => {
    if (!documents?.request) return fc.constant(seed);
    const seeds = seed.body === undefined ? [] : [seed.body as Record<string, unknown>];
    return requestsFrom(documents.request, seeds, meanings).map((body) => ({ ...seed, body }));
  });
  const versions =
    wire.currentVersion === null ? [] : [wire.currentVersion, wire.currentVersion, ...wire.versions];
  const ask: fc.Arbitrary<Ask> = fc.oneof({ withCrossShrink: true }, ...grown);
  if (versions.length === 0) return ask;
  return fc.tuple(ask, fc.constantFrom(...versions)).map(([one, version]) => ({ ...one, version }));
}

async function smallest(
  { wire }: Subject,
  { target, runs, seed }: Drive,
  judge: Judge,
  asks: fc.Arbitrary<Ask>,
): Promise<Ask | undefined> {
  const property = fc.asyncProperty(asks, async (ask) => {
    return judge.answer(await target.call(wire, ask)).faults.length === 0;
  });
  const found = await fc.check(property, { seed, numRuns: runs, interruptAfterTimeLimit: SHRINKING_MS });
  return found.counterexample?.[0];
}
