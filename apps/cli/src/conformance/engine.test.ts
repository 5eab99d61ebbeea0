import { collapseArrays } from '@lading/contract/arrays/wire';
import { events } from '@lading/contract/quantum-view/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConformanceOptions, type ConformanceReport, runConformance } from './engine.ts';
import type { ApiFindings, CheckName } from './findings.ts';
import { refreshOnce } from './round-trips/tokens.ts';
import { loadSpecs, type Specs } from './specs.ts';
import type { Reply, Target } from './target.ts';
import { hasSpecs, specsFolder } from './testing/shared.ts';
import { type Asked, ownWorld } from './world.ts';

let specs: Specs;
let asked: Asked;

beforeAll(async () => {
  if (!hasSpecs) return;
  specs = await loadSpecs(specsFolder);
  asked = await ownWorld('observed');
});
afterAll(() => asked?.close());

async function run(options: Partial<ConformanceOptions> = {}): Promise<ConformanceReport> {
  return runConformance({
    specs,
    target: asked.target,
    profile: 'observed',
    implemented: new Set([events.id]),
    setting: { now: asked.now, account: asked.account },
    operations: [events],
    runs: 12,
    mutations: 40,
    seed: 1,
    isReadOnly: false,
    ...options,
  });
}

async function quantumView(
  check: CheckName,
  options: Partial<ConformanceOptions> = {},
): Promise<ApiFindings> {
  const [api] = (await run({ ...options, only: [check] })).apis;
  if (!api) throw new Error('the report has no API');
  return api;
}

/** The same target, whose answers something changes on the way. */
function changed(target: Target, change: (reply: Reply) => Reply): Target {
  return {
    ...target,
    world: (name) => changed(target.world(name), change),
    call: async (wire, ask) => change(await target.call(wire, ask)),
  };
}

function rewritten(change: (text: string) => string): Target {
  return changed(asked.target, (reply) => {
    const text = change(reply.text);
    return { ...reply, text, json: JSON.parse(text) };
  });
}

const whats = ({ faults }: ApiFindings): string[] => faults.map(({ what }) => what);

describe.skipIf(!hasSpecs)('the suite against a world that answers as it should', () => {
  it('finds nothing in any part, and has looked at something in each', async () => {
    const [api] = (await run()).apis;
    expect(api?.faults).toEqual([]);
    expect(Object.keys(api?.checks ?? {})).toEqual([
      'compared',
      'generated',
      'examples',
      'rules',
      'round-trips',
      'sdk',
      'mutations',
    ]);
    for (const tally of Object.values(api?.checks ?? {})) expect(tally.passed).toBeGreaterThan(0);
    expect(api?.successes).toBeGreaterThan(0);
  });

  it('says how well the rules are known that shaped the answers', async () => {
    const { evidence } = await quantumView('rules');
    expect(evidence.observed + evidence.published + evidence.invented).toBe(0);
    const generated = await quantumView('generated', { runs: 40 });
    expect(generated.evidence.observed).toBeGreaterThan(0);
  });

  it('finds the same again from the same seed', async () => {
    expect(await quantumView('generated')).toEqual(await quantumView('generated'));
  });
});

describe.skipIf(!hasSpecs)('the suite fails where', () => {
  it('the contract lacks a member of the file', async () => {
    const withMore: Specs = { ...specs, written: (file) => moreMembers(specs.written(file)) };
    expect(whats(await quantumView('compared', { specs: withMore }))).toEqual([
      'QuantumViewResponse/Invented missing: not explained',
    ]);
  });

  it('an answer lacks what the file demands, and shows the smallest request', async () => {
    const target = rewritten((text) => text.replaceAll('"ResponseStatusCode"', '"ResponseStatusKode"'));
    const { faults, checks } = await quantumView('generated', { target });
    expect(checks.generated).toEqual({ passed: 0, failed: 12 });
    expect(faults[0]?.what).toMatch(/ResponseStatusCode|ResponseStatusKode/);
    expect(faults[0]?.example).toMatchObject({ body: { QuantumViewRequest: {} } });
  });

  it('an answer has a member that nobody declares', async () => {
    const target = rewritten((text) =>
      text.replace('"ResponseStatusCode"', '"Extra":"1","ResponseStatusCode"'),
    );
    expect(whats(await quantumView('generated', { target })).join()).toContain('Extra');
  });

  it('an answer is empty', async () => {
    const target = changed(asked.target, (reply) => ({ ...reply, text: '', json: undefined }));
    expect((await quantumView('generated', { target })).checks.generated?.passed).toBe(0);
  });

  it('the newest version answers a single object', async () => {
    const target = changed(asked.target, (reply) => ({
      ...reply,
      json: collapseArrays(reply.json, events.responseArrays, 'v1'),
    }));
    const found = whats(await quantumView('rules', { target }));
    expect(found.join('\n')).toMatch(/SubscriptionEvents is no array in v3/);
  });

  it('the note does not come back', async () => {
    const target = rewritten((text) => text.replaceAll('comes back', 'comes not'));
    expect(whats(await quantumView('rules', { target })).join()).toContain('CustomerContext came back as');
  });

  it('a version, or a note, is refused that the same request does without', async () => {
    const refusal = { status: 400, json: { response: { errors: [{ code: '1', message: 'no' }] } } };
    const target: Target = {
      ...asked.target,
      call: async (wire, ask) => {
        const reply = await asked.target.call(wire, ask);
        const isStrange = ask.version === 'v2' || JSON.stringify(ask.body).includes('comes back');
        return isStrange ? { ...reply, ...refusal } : reply;
      },
      world: () => target,
    };
    const found = whats(await quantumView('rules', { target })).join('; ');
    expect(found).toContain('refused with 400 in v2');
    expect(found).toContain('refused with 400 because of a CustomerContext');
  });

  it('a lenient reading is answered otherwise, or an unknown version is answered at all', async () => {
    let calls = 0;
    const target = changed(asked.target, (reply) => {
      calls += 1;
      return calls % 2 === 0 ? { ...reply, status: 200 } : { ...reply, status: 404 };
    });
    const found = whats(await quantumView('rules', { target })).join();
    expect(found).toContain('answered otherwise');
    expect(found).toMatch(/version \w+: answered 200/);
  });

  it('an example is refused as a document that does not fit', async () => {
    const refusal = { response: { errors: [{ code: '10002', message: 'not valid' }] } };
    const target = changed(asked.target, (reply) => ({ ...reply, status: 400, json: refusal }));
    expect(whats(await quantumView('examples', { target }))).toEqual([
      'example json: refused a valid request as 10002',
    ]);
  });

  it('the world fails on a mutated request, or answers it no more', async () => {
    const failing = changed(asked.target, (reply) => ({ ...reply, status: 500 }));
    const { checks, faults } = await quantumView('mutations', { target: failing });
    expect(checks.mutations).toEqual({ passed: 0, failed: 40 });
    expect(faults).toMatchObject([{ what: 'a mutated request was answered 500', times: 40 }]);
    const gone = changed(asked.target, () => {
      throw new TypeError('socket hang up');
    });
    expect(whats(await quantumView('mutations', { target: gone })).join()).toContain('was not answered');
  });

  it('what was read is unread again', async () => {
    const target = withReplays(asked.target);
    expect(whats(await quantumView('round-trips', { target })).join()).toMatch(
      /was still unread after it had been read/,
    );
  });

  it('a refresh token serves twice', async () => {
    const first = JSON.stringify({ access_token: 'a', refresh_token: 'same' });
    const target = changed(asked.target, (reply) => ({ ...reply, status: 200, json: JSON.parse(first) }));
    expect(await refreshOnce(target)).toEqual([
      'the refresh gave no new token (200)',
      'the refresh token stayed the same',
      'the old refresh token answered 200',
    ]);
  });
});

describe.skipIf(!hasSpecs)('what the target does not have', () => {
  it('is named, and nothing is asked of it', async () => {
    const [api] = (await run({ implemented: new Set() })).apis;
    expect(api?.missing).toEqual([events.id]);
    expect(api?.checks.generated).toBeUndefined();
    expect(api?.skipped).toContainEqual({
      check: 'round-trips',
      operation: events.id,
      why: expect.stringContaining('not implemented yet (quantum-view.events)'),
    });
  });

  it('fails once its operations are there and nobody goes the round trip', async () => {
    const trips = [{ name: 'to be written', needs: [events.id] }] as const;
    const found = await quantumView('round-trips', { trips });
    expect(whats(found)).toEqual(['to be written: its operations are there, and the suite does not go it']);
  });
});

describe.skipIf(!hasSpecs)('a server that must not be changed', () => {
  it('is never asked for what changes or consumes, nor with mutated requests', async () => {
    const asks: string[] = [];
    const target: Target = {
      ...asked.target,
      isOwn: false,
      call: async (wire, ask) => {
        asks.push(wire.effect);
        return asked.target.call(wire, ask);
      },
    };
    const [api] = (await run({ target, isReadOnly: true })).apis;
    expect(asks).toEqual([]);
    expect(api?.checks.mutations).toBeUndefined();
    expect(api?.checks['round-trips']).toBeUndefined();
    await run({ target, isReadOnly: true, operations: [{ ...events, effect: 'reads' }], runs: 3 });
    expect(new Set(asks)).toEqual(new Set(['reads']));
  });
});

it.runIf(!hasSpecs)(
  'skipped: the carrier’s published files are not here (LADING_SHARED or ../shared)',
  () => {
    expect(hasSpecs).toBe(false);
  },
);

/** A target whose second walk through what is unread gives what the first one gave. */
function withReplays(target: Target): Target {
  const walked: Reply[] = [];
  let isWalked = false;
  return {
    ...target,
    world: (name) => withReplays(target.world(name)),
    call: async (wire, ask) => {
      if (JSON.stringify(ask.body).includes('DateTimeRange')) return target.call(wire, ask);
      if (isWalked) return walked.shift() ?? target.call(wire, ask);
      const reply = await target.call(wire, ask);
      walked.push(reply);
      isWalked = !reply.text.includes('"Bookmark"');
      return reply;
    },
  };
}

/** The Quantum View file with one member more. */
function moreMembers(file: ReturnType<Specs['written']>): ReturnType<Specs['written']> {
  const copy = structuredClone(file) as {
    components?: { schemas?: Record<string, { properties?: Record<string, object> }> };
  };
  const response = copy.components?.schemas?.['QuantumViewResponse'];
  if (response?.properties) response.properties['Invented'] = { type: 'string' };
  return copy as ReturnType<Specs['written']>;
}
