import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../client.ts';
import { logOn } from '../testing/person.ts';
import { createPkce } from './pkce.ts';

let world: WorldForTests;
let client: Client;

beforeAll(async () => {
  world = await startWorld();
  client = clientWith({});
});
afterAll(async () => {
  await world.close();
});

function clientWith(options: { clientId?: string; clientSecret?: string }): Client {
  const { baseUrl, clientId, clientSecret, clock } = world;
  return createClient({ environment: { baseUrl }, clientId, clientSecret, clock, ...options });
}

const redirectUri = 'http://127.0.0.1:3000/integrations/callback';
const person = { userName: 'il_support', password: 'sandbox-pass' };

async function authorize(more: { codeChallenge?: string } = {}): Promise<string> {
  const back = await logOn(client.oauth.authorizeUrl({ redirectUri, state: 'état 1', ...more }), person);
  expect(back.searchParams.get('state')).toBe('état 1');
  return back.searchParams.get('code') ?? '';
}

describe('OAuth with the sandbox', () => {
  it('turns a log-in into a grant, and the grant into the next one', async () => {
    const grant = await client.oauth.exchangeCode({ code: await authorize(), redirectUri });
    expect(grant).toMatchObject({ status: 'approved', refreshStatus: 'approved', refreshCount: 0 });
    expect(grant.expiresAt).toBe(world.clock.now() + grant.lifetimeMs);
    const next = await client.oauth.refresh({ refreshToken: grant.refreshToken });
    expect(next.refreshToken).not.toBe(grant.refreshToken);
    expect(next.refreshCount).toBe(1);
  });

  it('takes each refresh token once', async () => {
    const grant = await client.oauth.exchangeCode({ code: await authorize(), redirectUri });
    await client.oauth.refresh({ refreshToken: grant.refreshToken });
    await expect(client.oauth.refresh({ refreshToken: grant.refreshToken })).rejects.toMatchObject({
      code: '10400',
      status: 400,
      outcome: 'refused',
    });
  });

  it('lets callers refresh at the same time without losing the grant', async () => {
    const grant = await client.oauth.exchangeCode({ code: await authorize(), redirectUri });
    const all = await Promise.all(
      [1, 2, 3].map(() => client.oauth.refresh({ refreshToken: grant.refreshToken })),
    );
    expect(new Set(all.map(({ refreshToken }) => refreshToken)).size).toBe(1);
  });

  it('takes each code once', async () => {
    const code = await authorize();
    await client.oauth.exchangeCode({ code, redirectUri });
    await expect(client.oauth.exchangeCode({ code, redirectUri })).rejects.toMatchObject({
      code: '10400',
      outcome: 'refused',
    });
  });

  it('exchanges by proof key without the secret, and only with the right verifier', async () => {
    const { verifier, challenge } = await createPkce();
    const secretless = clientWith({ clientSecret: 'not the secret' });
    const code = await authorize({ codeChallenge: challenge });
    const grant = await secretless.oauth.exchangeCode({ code, redirectUri, codeVerifier: verifier });
    expect(grant.accessToken).not.toBe('');
    const another = await authorize({ codeChallenge: challenge });
    await expect(
      secretless.oauth.exchangeCode({ code: another, redirectUri, codeVerifier: `${verifier}x` }),
    ).rejects.toMatchObject({ code: '10400', outcome: 'refused' });
  });

  it('gives the application its own token, narrowed to an account of its owner and to no other', async () => {
    expect((await client.oauth.clientCredentials()).lifetimeMs).toBe(3_599_000);
    expect((await client.oauth.clientCredentials({ merchantId: 'A1B2C3' })).status).toBe('approved');
    await expect(client.oauth.clientCredentials({ merchantId: 'N1R2T3' })).rejects.toMatchObject({
      outcome: 'refused',
    });
  });

  it.each([
    ['an unknown client', { clientId: 'nobody' }],
    ['a wrong secret', { clientSecret: 'guess' }],
  ])('refuses %s with 10401', async (_name, credentials) => {
    await expect(clientWith(credentials).oauth.clientCredentials()).rejects.toMatchObject({
      code: '10401',
      status: 401,
      outcome: 'refused',
    });
  });
});
