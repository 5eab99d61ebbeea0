import { describe, expect, it } from 'vitest';
import { authorizationOf, hasOnlyOwnApplications, isMigrated, type Standing, validationOf } from './rules.ts';

const day = (date: number) => new Date(Date.UTC(2026, 7, date));

function integration(change: Partial<Standing>): Standing {
  return {
    ...{
      integrationId: 'i',
      type: 'ups-quantum-view-data',
      status: 'pending',
      authorizedAt: null,
      authorizedBy: null,
    },
    ...{ validatedAt: null, validatedBy: null, ...change },
  };
}

const authorized = { status: 'authorized', authorizedAt: day(3), authorizedBy: 'Alice' } as const;

describe('the fourth step', () => {
  it('has not begun while there is no integration', () => {
    expect(authorizationOf([])).toBeNull();
  });

  it('is told by the integration that came furthest', () => {
    const lost = integration({
      integrationId: 'lost',
      status: 'reauthorization-required',
      authorizedAt: day(1),
    });
    const open = integration({ integrationId: 'open' });
    const good = integration({ integrationId: 'good', ...authorized });
    expect(authorizationOf([open, lost, good])).toEqual({
      ...{ integrationId: 'good', status: 'authorized', validated: null },
      done: { at: '2026-08-03T00:00:00.000Z', by: 'Alice' },
    });
    expect(authorizationOf([open, lost])).toMatchObject({ integrationId: 'lost', done: null });
  });
});

describe('a validation', () => {
  const validated = { validatedAt: day(4), validatedBy: 'Cleo' };

  it.each<[string, Partial<Standing>, boolean]>([
    ['counts for the authorization before it', { ...authorized, ...validated }, true],
    [
      'of the very moment of the authorization counts',
      { ...authorized, ...validated, validatedAt: day(3) },
      true,
    ],
    ['is over with a new authorization', { ...authorized, ...validated, authorizedAt: day(5) }, false],
    [
      'is over with the authorization',
      { ...authorized, ...validated, status: 'reauthorization-required' },
      false,
    ],
    ['that nobody gave is none', authorized, false],
  ])('%s', (_name, change, counts) => {
    expect(validationOf(integration(change))?.by).toBe(counts ? 'Cleo' : undefined);
  });
});

describe('a company', () => {
  it.each<[string, Standing[], boolean]>([
    ['without integrations has not come over', [], false],
    ['with one that waits has not come over', [integration({})], false],
    ['with an authorized one has', [integration({}), integration(authorized)], true],
    [
      'whose authorization is to be renewed has',
      [integration({ ...authorized, status: 'reauthorization-required' })],
      true,
    ],
  ])('%s', (_name, integrations, expected) => {
    expect(isMigrated(integrations)).toBe(expected);
  });
});

describe('a carrier user', () => {
  const own = integration({ type: 'ups-quantum-view-data-own' });
  it.each<[string, Standing[], boolean]>([
    ['is needed before anything was chosen', [], false],
    ['is needed where one integration has a person log in', [own, integration({})], false],
    ['is not needed where applications of the company’s own sign in', [own, own], true],
  ])('%s', (_name, integrations, expected) => {
    expect(hasOnlyOwnApplications(integrations)).toBe(expected);
  });
});
