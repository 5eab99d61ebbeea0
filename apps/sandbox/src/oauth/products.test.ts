import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type WorldForTests } from '../testing.ts';
import { products } from './products.ts';
import { askWith, basic, client, send } from './testing/client.ts';

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Status and code of a call to Quantum View with a client's own token. */
async function outcomeOf(at: Pick<WorldForTests, 'baseUrl'>, id = client.id, secret = client.secret) {
  const whole = at as WorldForTests;
  const { token } = await send(whole, 'token', { grant_type: 'client_credentials' }, basic(id, secret));
  const response = await askWith(whole, token['access_token']);
  const body = (await response.json()) as { response?: { errors: [{ code: string }] } };
  return [response.status, body.response?.errors[0].code];
}

describe('an application', () => {
  it('of the seeds may call every API', async () => {
    expect(products).toHaveLength(14);
    expect(await outcomeOf(world)).toEqual([200, undefined]);
  });

  it('registered without an API is refused by it with 250002 until it is granted, at once', async () => {
    const [clientId, clientSecret] = ['key-of-rates', 'rates-secret'];
    await world.command('register-application', {
      clientId,
      clientSecret,
      name: 'Rates alone',
      ownerUserName: 'il_support',
      redirectUris: [],
      products: ['rating', 'time-in-transit'],
    });
    expect(await outcomeOf(world, clientId, clientSecret)).toEqual([401, '250002']);
    expect(await outcomeOf(world)).toEqual([200, undefined]);
    await world.command('choose-products', { clientId, products: ['rating', 'quantum-view'] });
    expect(await outcomeOf(world, clientId, clientSecret)).toEqual([200, undefined]);
    await world.command('choose-products', { clientId, products: [] });
    expect(await outcomeOf(world, clientId, clientSecret)).toEqual([401, '250002']);
    const shown = JSON.stringify(await world.control('GET', 'requests?limit=1'));
    expect(shown).toContain('does not hold this API’s product');
  });

  it('is not granted an API that does not exist', async () => {
    const choice = { clientId: client.id, products: ['quantum-vieuw'] };
    await expect(world.command('choose-products', choice)).rejects.toThrow(/INVALID_REQUEST/);
  });
});

describe('the products of a start', () => {
  it('hold for every world of it, and for a kept one from that start on', async () => {
    const data = await mkdtemp(join(tmpdir(), 'lading-products-'));
    for (const [chosen, outcome] of [
      [undefined, [200, undefined]],
      [['rating'], [401, '250002']],
      [
        ['rating', 'quantum-view'],
        [200, undefined],
      ],
    ] as const) {
      const own = await startWorld({ data, ...(chosen === undefined ? {} : { products: chosen }) });
      expect(await outcomeOf(own)).toEqual(outcome);
      expect(await outcomeOf({ baseUrl: `${own.baseUrl}/w/blue` })).toEqual(outcome);
      await own.close();
    }
    await rm(data, { recursive: true });
  });

  it('that do not exist stop the start with a sentence', async () => {
    await expect(startWorld({ products: ['ratings'] })).rejects.toThrow('There is no API named “ratings”');
  });
});
