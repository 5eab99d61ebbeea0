import { allOperations } from '@lading/contract/catalogue';
import type { Slug, WireOperation } from '@lading/contract/operation';
import { compareOperation } from '@lading/contract/published/compare';
import { publishedFiles } from '@lading/contract/published/files';
import { driveExamples } from './examples.ts';
import { type ApiFindings, type CheckName, checkNames, createFindings, type Findings } from './findings.ts';
import { type Drive, driveGenerated } from './generated.ts';
import type { Profile } from './judge.ts';
import type { Setting } from './meanings.ts';
import { driveMutations } from './mutations.ts';
import { driveRoundTrips, type RoundTrip, roundTrips } from './round-trips.ts';
import { driveRules } from './rules.ts';
import { driveSdk } from './sdk.ts';
import type { Specs } from './specs.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Target } from './target.ts';

export interface ConformanceOptions {
  readonly specs: Specs;
  readonly target: Target;
  readonly profile: Profile;
  /** Operations that the target has, by id. */
  readonly implemented: ReadonlySet<string>;
  readonly setting: Setting;
  /** Generated requests per operation. */
  readonly runs: number;
  /** Mutated requests per operation. */
  readonly mutations: number;
  readonly seed: number;
  /** Asks only what computes again and changes nothing. */
  readonly isReadOnly: boolean;
  /** All parts when absent. */
  readonly only?: readonly CheckName[];
  /** The contract's when absent. */
  readonly operations?: readonly WireOperation[];
  readonly trips?: readonly RoundTrip[];
  /** Called when a part begins. */
  readonly onPart?: (check: CheckName, operation: string) => void;
}

/** What the suite found, ready to be shown or kept. */
export interface ConformanceReport {
  readonly profile: Profile;
  readonly seed: number;
  readonly runs: number;
  readonly mutations: number;
  /** The parts that ran whole: each API that has one must have found something to look at. */
  readonly parts: readonly CheckName[];
  readonly apis: readonly ApiFindings[];
}

/** Shipments of a world that is asked: enough for an answer that goes on behind a bookmark. */
const TRAFFIC = { shipments: 400, seed: 'conformance' };
const TRAFFIC_DAYS = 5;

/** Parts for which a world without parcels would have nothing to say. */
const NEEDS_TRAFFIC: ReadonlySet<CheckName> = new Set(['generated', 'rules', 'round-trips']);

/** Parts that change or break things: never asked of a server that is not ours to break. */
const NEVER_READ_ONLY: ReadonlySet<CheckName> = new Set(['mutations', 'round-trips']);

/** Holds the contract, the SDK and a target against the carrier's files. Nothing is printed. */
export async function runConformance(options: ConformanceOptions): Promise<ConformanceReport> {
  const { profile, seed, runs, mutations } = options;
  const operations = options.operations ?? allOperations;
  const findings = createFindings();
  const subjects = await Promise.all(operations.map((wire) => subjectOf(wire, options.specs)));
  const wanted = checkNames.filter((check) => isWanted(check, options));
  for (const check of wanted) await runPart(check, subjects, options, findings);
  const parts = wanted.filter((check) => isWhole(check, options));
  const slugs = [...new Set(operations.map(({ slug }) => slug))];
  const apis = slugs.map((slug) => findings.of(slug, ofSlug(operations, slug), options.implemented));
  return { profile, seed, runs, mutations, parts, apis };
}

function isWanted(check: CheckName, { only, isReadOnly }: ConformanceOptions): boolean {
  return (only === undefined || only.includes(check)) && !(isReadOnly && NEVER_READ_ONLY.has(check));
}

/** Of a server that is only read some operations are left out; the contract and the SDK are looked at whole always. */
function isWhole(check: CheckName, { isReadOnly, runs, mutations }: ConformanceOptions): boolean {
  if (check === 'compared' || check === 'sdk') return true;
  if (isReadOnly || (check === 'generated' && runs === 0)) return false;
  return check !== 'mutations' || mutations > 0;
}

function ofSlug(operations: readonly WireOperation[], slug: Slug): WireOperation[] {
  return operations.filter((wire) => wire.slug === slug);
}

async function runPart(
  check: CheckName,
  subjects: readonly Subject[],
  options: ConformanceOptions,
  findings: Findings,
): Promise<void> {
  const asked = subjects.filter(({ wire }) => isAsked(check, wire, options));
  const { implemented, setting, trips = roundTrips } = options;
  if (asked.length === 0 && check !== 'round-trips') return;
  const target = implemented.size === 0 ? options.target : await worldFor(check, options);
  if (check === 'round-trips') {
    await driveRoundTrips(trips, implemented, { target, setting, findings });
  } else {
    for (const subject of asked) {
      options.onPart?.(check, subject.wire.id);
      await driveOne(check, subject, { ...options, target, findings });
    }
  }
  if (target !== options.target) await target.control('DELETE', 'world');
}

/** The contract and the SDK are looked at whole; a target is asked for what it has and may be asked for. */
function isAsked(check: CheckName, wire: WireOperation, options: ConformanceOptions): boolean {
  if (check === 'compared' || check === 'sdk') return true;
  return options.implemented.has(wire.id) && (!options.isReadOnly || wire.effect === 'reads');
}

type Part = (subject: Subject, drive: Drive & ConformanceOptions) => Promise<void>;

const PARTS: Readonly<Record<Exclude<CheckName, 'round-trips'>, Part>> = {
  compared: compare,
  generated: driveGenerated,
  examples: driveExamples,
  rules: driveRules,
  sdk: driveSdk,
  mutations: driveMutations,
};

async function driveOne(
  check: Exclude<CheckName, 'round-trips'>,
  subject: Subject,
  drive: Drive & ConformanceOptions,
): Promise<void> {
  const { wire } = subject;
  const why = unfit(check, wire);
  if (why === undefined) await PARTS[check](subject, drive);
  else drive.findings.skip(check, wire, why);
}

/** Why a part has nothing to say of an operation. */
function unfit(check: CheckName, { slug, requestFormat }: WireOperation): string | undefined {
  const isOAuth = slug === 'oauth';
  if (isOAuth && check === 'compared')
    return 'its forms stand in files of their own, which the tests compare';
  if (isOAuth && check === 'sdk') return 'the SDK sends it by itself, before the first call';
  const isPage = isOAuth && requestFormat === 'query' && check !== 'mutations';
  return isPage ? 'a browser asks it, and no document answers' : undefined;
}

async function compare(
  { wire, documents }: Subject,
  { specs, findings }: ConformanceOptions & Drive,
): Promise<void> {
  if (wire.slug === 'oauth' || !documents) {
    findings.fail('compared', wire, 'the contract has no documents for it');
    return;
  }
  const { unexplained } = compareOperation(wire, documents, specs.written(publishedFiles[wire.slug]));
  if (unexplained.length === 0) findings.pass('compared', wire);
  for (const difference of unexplained) findings.fail('compared', wire, difference);
}

/** A world of its own for each part, so that none sees what another did; with parcels on their way. */
async function worldFor(check: CheckName, { target, setting }: ConformanceOptions): Promise<Target> {
  if (!target.isOwn || check === 'compared' || check === 'sdk') return target;
  const world = target.world(`conformance-${check}`);
  if (!NEEDS_TRAFFIC.has(check)) return world;
  const from = new Date(setting.now.getTime() - TRAFFIC_DAYS * 86_400_000).toISOString();
  await world.control('POST', 'traffic', { ...TRAFFIC, from, to: setting.now.toISOString() });
  return world;
}
