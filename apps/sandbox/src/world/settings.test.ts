import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantFor } from '../oauth/testing/client.ts';
import { startWorld, type WorldForTests } from '../testing.ts';
import { limitsOf } from './settings.ts';

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const settings = (body?: object): Promise<unknown> =>
  world.control(body === undefined ? 'GET' : 'POST', 'settings', body);

/** What an answer by date says, which consumes nothing. */
async function askFiles(at: WorldForTests): Promise<string> {
  const { access_token } = await grantFor(at);
  const range = { BeginDateTime: '20261118000000', EndDateTime: '20261120120000' };
  const response = await fetch(`${at.baseUrl}/api/quantumview/v3/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}` },
    body: JSON.stringify({
      QuantumViewRequest: {
        Request: { RequestAction: 'QVEvents' },
        SubscriptionRequest: [{ Name: 'Outbound', DateTimeRange: range }],
      },
    }),
  });
  return response.text();
}

describe('the settings of a world', () => {
  it('are the usual ones unless the start said otherwise', async () => {
    expect(await settings()).toEqual({ rules: 'today', profile: 'observed', imitates: null });
    const own = await startWorld({ rules: 'guide', profile: 'published', imitates: 'cie' });
    const chosen = { rules: 'guide', profile: 'published', imitates: 'cie' };
    expect(await own.control('GET', 'settings')).toEqual(chosen);
    await own.control('POST', 'reset');
    expect(await own.control('GET', 'settings')).toEqual(chosen);
    await own.close();
  });

  it('are changed one by one while it runs, for this world alone', async () => {
    expect(await settings({ profile: 'published' })).toMatchObject({ profile: 'published', rules: 'today' });
    expect(await settings({ imitates: 'cie' })).toMatchObject({ profile: 'published', imitates: 'cie' });
    const blue = await fetch(`${world.baseUrl}/w/blue/_sandbox/settings`);
    expect(await blue.json()).toEqual({ rules: 'today', profile: 'observed', imitates: null });
    expect(await settings({ profile: 'observed', imitates: null })).toMatchObject({ imitates: null });
  });

  it.each([{ profile: 'guessed' }, { imitates: 'production' }, { profil: 'published' }])(
    'refuse %o',
    async (body) => {
      await expect(settings(body)).rejects.toThrow(/INVALID_REQUEST/);
    },
  );
});

describe('a world that imitates the carrier’s test environment', () => {
  it('is what stands behind the carrier’s test host', async () => {
    const response = await fetch(`${world.baseUrl}/w/test/_sandbox/settings`);
    expect(await response.json()).toMatchObject({ imitates: 'cie' });
  });

  it('calls unread files as that environment does, at once and only while it imitates', async () => {
    const own = await startWorld({ imitates: 'cie' });
    await own.traffic({ shipments: 30, from: '2026-11-18T00:00:00Z', to: '2026-11-20T00:00:00Z', seed: 's' });
    expect(await askFiles(own)).toContain('"Description":"Show Unread"');
    await own.control('POST', 'settings', { imitates: null });
    const usual = await askFiles(own);
    expect(usual).toContain('"Description":"Unread"');
    expect(usual).not.toContain('Show Unread');
    await own.close();
  });

  it('tells operations its limits; a world that imitates nothing has none', () => {
    const limits = limitsOf({ imitates: 'cie' }, 'address-street');
    expect(limits?.onlyStates).toEqual({
      value: ['CA', 'NY'],
      evidence: 'published',
      source: expect.stringContaining('AddressValidation.yaml'),
      date: '2026-07-21',
    });
    expect(limits?.stateRefused.code).toBe('9264030');
    expect(limitsOf({ imitates: null }, 'address-street')).toBeUndefined();
  });
});
