import { describe, expect, it } from 'vitest';
import { type EnvironmentName, lookedAt, readHubEnvironments, readShellSearch } from './looked-at.ts';

const both: { environment: EnvironmentName; environments: EnvironmentName[] } = {
  environment: 'production',
  environments: ['production', 'test'],
};

describe('the environment that is looked at', () => {
  it.each<[string, EnvironmentName | undefined, EnvironmentName]>([
    ['is the hub’s own where the address says nothing', undefined, 'production'],
    ['is the one in the address', 'test', 'test'],
    ['is never one that the company has nothing in', 'sandbox', 'production'],
  ])('%s', (_name, asked, expected) => {
    expect(lookedAt(both, asked)).toBe(expected);
  });

  it.each([
    [{ environment: 'test', q: 'x' }, { environment: 'test' }],
    [{ environment: 'TEST' }, {}],
    [{ environment: ['test'] }, {}],
    [{}, {}],
  ])('is read from an address that anybody may have made: %j', (search, expected) => {
    expect(readShellSearch(search)).toEqual(expected);
  });

  it.each([
    ['production test', ['production', 'test']],
    ['sandbox', ['sandbox']],
    ['__LADING_ENVIRONMENTS__', []],
    ['', []],
  ])('may be one of the hub’s own before anybody signs in: "%s"', (said, expected) => {
    expect(readHubEnvironments(said)).toEqual(expected);
  });
});
