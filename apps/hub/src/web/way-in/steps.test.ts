import { describe, expect, it } from 'vitest';
import type { WayIn } from '../../api/way-in.ts';
import { stepsOf } from './steps.ts';

const done = { at: '2026-08-01T12:00:00Z', by: 'Alice' };
const nothing: WayIn = {
  ...{ carrierUser: null, handOver: null, associations: null, authorization: null },
  ...{ hasOnlyOwnApplications: false, accountCount: 0, subscriptionNames: [] },
};
const lost = { integrationId: 'i', status: 'reauthorization-required', done: null, validated: null } as const;

describe('the four steps', () => {
  it.each<[string, Partial<WayIn>, string[]]>([
    ['before anything', {}, ['to-do', 'to-do', 'to-do', 'to-do']],
    [
      'with accounts that were associated before',
      { carrierUser: { how: 'existing', email: 'a@b.c', done }, associations: { how: 'existing', done } },
      ['done', 'to-do', 'skipped', 'to-do'],
    ],
    [
      'while the account executive works',
      { associations: { how: 'account-executive', done } },
      ['to-do', 'to-do', 'waiting', 'to-do'],
    ],
    [
      'with an application of one’s own, which signs in for itself',
      { hasOnlyOwnApplications: true },
      ['not-needed', 'not-needed', 'to-do', 'to-do'],
    ],
    ['with an authorization that was lost', { authorization: lost }, ['to-do', 'to-do', 'to-do', 'waiting']],
    [
      'with one that stands',
      { authorization: { ...lost, status: 'authorized', done } },
      ['to-do', 'to-do', 'to-do', 'done'],
    ],
  ])('%s stand so', (_name, change, states) => {
    expect(stepsOf({ ...nothing, ...change }).map(({ state }) => state)).toEqual(states);
  });
});
