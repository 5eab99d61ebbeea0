import { describe, expect, it } from 'vitest';
import type { ConformanceReport } from './engine.ts';
import { fidelityTables, withTables } from './fidelity.ts';
import type { ApiFindings } from './findings.ts';
import { missedFloors } from './floors.ts';
import { isLoopback, readsOnly } from './loopback.ts';
import { readOptions } from './options.ts';
import { aligned, rowsOf } from './table.ts';

const api: ApiFindings = {
  slug: 'rating',
  implemented: ['rating.rate'],
  missing: [],
  checks: { generated: { passed: 20, failed: 0 }, mutations: { passed: 100, failed: 0 } },
  successes: 15,
  evidence: { observed: 1, published: 2, invented: 1 },
  faults: [],
  skipped: [],
};
const report = (changes: Partial<ApiFindings> = {}): ConformanceReport => ({
  profile: 'published',
  seed: 1,
  runs: 20,
  mutations: 100,
  parts: ['generated', 'rules', 'mutations'],
  apis: [{ ...api, ...changes }],
});
const floors: Parameters<typeof missedFloors>[1] = {
  rating: { implemented: 1, successes: 0.7, parts: ['generated', 'mutations'] },
};

describe('the floors', () => {
  const cases: readonly [string, Partial<ApiFindings>, string[]][] = [
    ['hold where everything passed', {}, []],
    ['are missed by an operation that is gone', { implemented: [] }, ['0 operations implemented, 1 before']],
    ['are missed by refusals', { successes: 13 }, ['65 % successes, at least 70 %']],
    [
      'are missed by a single fault',
      { checks: { ...api.checks, rules: { passed: 999, failed: 1 } } },
      ['rules passed 99.9 %, at least 100 %'],
    ],
    [
      'are missed by a part that looked at nothing',
      { checks: { ...api.checks, sdk: { passed: 0, failed: 0 } } },
      ['sdk passed 0 %, at least 100 %'],
    ],
  ];
  it.each(cases)('%s', (_name, changes, expected) => {
    expect(missedFloors(report(changes), floors)).toEqual(expected.map((line) => `rating: ${line}`));
  });

  it('are missed by a part that is gone, where it was asked for', () => {
    const gone = report({ checks: { generated: { passed: 20, failed: 0 } } });
    expect(missedFloors(gone, floors)).toEqual(['rating: mutations found nothing to look at']);
    expect(missedFloors({ ...gone, parts: ['generated'] }, floors)).toEqual([]);
  });

  it('ask even of an API that is not implemented for its documents and the requests of the SDK', () => {
    const empty = {
      ...report({ implemented: [], checks: {} }),
      parts: ['compared', 'sdk', 'rules'] as const,
    };
    expect(missedFloors(empty, {})).toEqual([
      'rating: compared found nothing to look at',
      'rating: sdk found nothing to look at',
    ]);
  });

  it('may be lower for a part, where that is recorded', () => {
    const lower = { rating: { implemented: 1, successes: 0.7, parts: [], passed: { rules: 0.5 } } };
    expect(missedFloors(report({ checks: { rules: { passed: 1, failed: 1 } } }), lower)).toEqual([]);
    expect(missedFloors(report({ checks: { rules: { passed: 1, failed: 2 } } }), lower)).toHaveLength(1);
  });
});

describe('the tables', () => {
  it('give shares of what is observed, published and invented', () => {
    const [head = [], row = []] = rowsOf(report());
    const cell = (name: string) => row[head.indexOf(name)];
    expect(['observed', 'published', 'invented'].map(cell)).toEqual(['25 %', '50 %', '25 %']);
    expect(cell('examples')).toBe('–');
    expect(aligned([head, row]).split('\n')).toHaveLength(2);
  });

  it('leave out of FIDELITY.md what depends on the size of a run', () => {
    expect(fidelityTables([report()])).toBe(fidelityTables([{ ...report(), mutations: 7 }]));
    expect(fidelityTables([report()])).not.toContain('100/100');
  });

  const marked =
    'before\n<!-- conformance: begin, written by npm run conformance -- --write-fidelity -->\nold\n<!-- conformance: end -->\nafter\n';

  it('stand between the marks, and the rest stays', () => {
    const written = withTables(marked, 'new');
    expect(written).toBe(marked.replace('old', 'new'));
    expect(withTables(written, 'new')).toBe(written);
  });

  it('are not written into a document without marks', () => {
    expect(() => withTables('before\nafter\n', 'new')).toThrow(/lost the two marks/);
  });
});

describe('what may be asked of a host', () => {
  it.each([
    ['http://127.0.0.1:3100', undefined, false],
    ['http://localhost', undefined, false],
    ['http://[::1]:3100', undefined, false],
    ['https://onlinetools.ups.com', undefined, true],
    ['https://127.0.0.1.example.com', undefined, true],
    ['https://onlinetools.ups.com', 'onlinetools.ups.com', false],
  ])('%s with %s: reads only is %s', (url, accepted, expected) => {
    expect(readsOnly(url, accepted)).toBe(expected);
  });

  it('does not accept the cost of one host for another', () => {
    expect(() => readsOnly('https://onlinetools.ups.com', 'wwwcie.ups.com')).toThrow(/accepted for wwwcie/);
  });

  it('takes no name for an address of this machine', () => {
    expect(['127.0.0.1', '::1', 'localhost', '128.0.0.1', 'localhost.evil'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the command line', () => {
  const specs = ['--specs', 'contract'];

  it('runs both profiles, whole, unless told otherwise', () => {
    const options = readOptions(specs, {});
    expect(options).toMatchObject({ profiles: ['published', 'observed'], mutations: 20_000, isUsual: true });
    expect(readOptions(specs, { CI: 'true' })).toMatchObject({ mutations: 2_000, isUsual: true });
    expect(readOptions([...specs, '--only', 'rules'], {})).toMatchObject({ only: ['rules'], isUsual: false });
  });

  it('asks a server in its habits alone', () => {
    expect(readOptions([...specs, '--url', 'https://example.com'], {})).toMatchObject({
      profiles: ['observed'],
      mutations: 0,
      isUsual: false,
    });
    expect(readOptions([...specs, '--url', 'http://127.0.0.1:3100'], {})).toMatchObject({
      mutations: 20_000,
    });
  });

  it.each([
    [[]],
    [[...specs, '--url', 'nowhere']],
    [[...specs, '--profile', 'other']],
    [[...specs, '--only', 'nothing']],
    [[...specs, '--runs', 'many']],
  ])('refuses %j', (argv) => {
    expect(() => readOptions(argv, {})).toThrow(/cannot be/);
  });
});
