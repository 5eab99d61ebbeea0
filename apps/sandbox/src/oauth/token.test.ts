import { createHash } from 'node:crypto';
import { standingClock } from '@lading/kit/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type WorldForTests } from '../testing.ts';
import { logOn } from './testing/browser.ts';
import {
  askWith,
  basic,
  callback,
  client,
  codeFor,
  exchange,
  grantFor,
  refresh,
  send,
} from './testing/client.ts';

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
const forCode = { grant_type: 'authorization_code', redirect_uri: callback };
const invalidCode = { code: '10400', message: 'Invalid Authorization Code' };
const invalidRefresh = { code: '10400', message: 'Invalid Refresh Token' };
const noBasic = { code: '10400', message: 'Invalid/Missing Authorization Header' };

describe('a code becomes tokens', () => {
  it('with every member as text', async () => {
    const { status, token, headers } = await exchange(world, await codeFor(world, { scope: 'read' }));
    expect(status).toBe(200);
    expect(Object.keys(token).sort()).toEqual([
      'access_token',
      'client_id',
      'expires_in',
      'issued_at',
      'refresh_count',
      'refresh_token',
      'refresh_token_expires_in',
      'refresh_token_issued_at',
      'refresh_token_status',
      'scope',
      'status',
      'token_type',
    ]);
    expect(Object.values(token).every((value) => typeof value === 'string')).toBe(true);
    expect(token).toMatchObject({
      token_type: 'Bearer',
      client_id: client.id,
      scope: 'read',
      status: 'approved',
      refresh_token_status: 'approved',
      refresh_count: '0',
      expires_in: '3599',
      refresh_token_expires_in: '5183999',
      issued_at: String(world.clock.now()),
      refresh_token_issued_at: String(world.clock.now()),
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('brings back the state that the application sent, and only then one', async () => {
    const ask = { clientId: client.id, redirectUri: callback };
    const back = await logOn(world.baseUrl, { ...ask, state: 'a b&c' });
    expect(back.searchParams.get('state')).toBe('a b&c');
    expect((await logOn(world.baseUrl, ask)).searchParams.has('state')).toBe(false);
  });

  it.each<[string, Record<string, string>, Record<string, string>, number, object]>([
    ['without Basic', {}, {}, 400, noBasic],
    ['with a Basic header that cannot be read', {}, { authorization: 'Basic ???' }, 400, noBasic],
    ['of an unknown client', {}, basic('nobody'), 401, { code: '10401', message: 'ClientId is Invalid' }],
    [
      'with a wrong secret',
      {},
      basic(client.id, 'x'),
      401,
      { code: '10401', message: 'Invalid Client Credentials' },
    ],
    ['with an unknown code', { code: 'x' }, basic(), 400, invalidCode],
    ['without a code', { code: '' }, basic(), 400, { code: '10400', message: 'Missing Parameter: code' }],
    [
      'with another redirect URI',
      { redirect_uri: callback.replace('127.0.0.1', 'localhost') },
      basic(),
      400,
      { code: '10400', message: 'Invalid Redirect URL' },
    ],
    [
      'with a verifier that nobody asked for',
      { code_verifier: verifier, client_id: client.id },
      {},
      400,
      { code: '10400', message: 'Invalid Code Verifier' },
    ],
    [
      'with an unknown grant type',
      { grant_type: 'password' },
      basic(),
      400,
      { code: '10400', message: 'Invalid Grant Type' },
    ],
    [
      'with the grant type of a refresh',
      { grant_type: 'refresh_token' },
      basic(),
      400,
      { code: '10400', message: 'Invalid Grant Type' },
    ],
    [
      'without a grant type',
      { grant_type: '' },
      basic(),
      400,
      { code: '10400', message: 'Missing Parameter: grant_type' },
    ],
  ])('but not %s', async (_name, change, headers, status, error) => {
    const code = await codeFor(world);
    const refused = await send(world, 'token', { ...forCode, code, ...change }, headers);
    expect(refused).toMatchObject({ status, error });
    expect((await exchange(world, code)).status).toBe(200);
  });

  it('once: the second time the tokens made from it die', async () => {
    const code = await codeFor(world);
    const { token } = await exchange(world, code);
    expect((await askWith(world, token['access_token'])).status).toBe(200);
    expect(await exchange(world, code)).toMatchObject({ status: 400, error: invalidCode });
    expect((await askWith(world, token['access_token'])).status).toBe(401);
    expect(await refresh(world, token['refresh_token'])).toMatchObject({
      status: 400,
      error: invalidRefresh,
    });
  });

  it('not for another application', async () => {
    const other = {
      clientId: 'other',
      clientSecret: 'other-secret',
      name: 'Other',
      ownerUserName: 'il_support',
    };
    await world.command('register-application', { ...other, redirectUris: [callback], products: [] });
    const code = await codeFor(world);
    const form = { ...forCode, code };
    expect(await send(world, 'token', form, basic('other', 'other-secret'))).toMatchObject({
      error: invalidCode,
    });
    expect((await exchange(world, code)).status).toBe(200);
  });
});

describe('PKCE', () => {
  const form = { ...forCode, client_id: client.id, code_verifier: verifier };
  it('needs the verifier and no Basic header', async () => {
    const code = await codeFor(world, { codeChallenge });
    const { status, token } = await send(world, 'token', { ...form, code });
    expect(status).toBe(200);
    expect((await refresh(world, token['refresh_token'])).token['refresh_count']).toBe('1');
  });

  it.each<[string, Record<string, string>, Record<string, string>, object]>([
    [
      'another verifier',
      { code_verifier: `${verifier}x` },
      {},
      { code: '10400', message: 'Invalid Code Verifier' },
    ],
    [
      'the challenge itself for a verifier',
      { code_verifier: codeChallenge },
      {},
      { code: '10400', message: 'Invalid Code Verifier' },
    ],
    [
      'no verifier but Basic',
      { code_verifier: '' },
      basic(),
      { code: '10400', message: 'Invalid Code Verifier' },
    ],
    ['a Basic header beside the verifier', {}, basic(), noBasic],
    ['no client', { client_id: '' }, {}, { code: '10400', message: 'Missing Parameter: client_id' }],
    ['an unknown client', { client_id: 'nobody' }, {}, { code: '10401', message: 'ClientId is Invalid' }],
  ])('is refused with %s', async (_name, change, headers, error) => {
    const code = await codeFor(world, { codeChallenge });
    expect((await send(world, 'token', { ...form, code, ...change }, headers)).error).toEqual(error);
    expect((await send(world, 'token', { ...form, code })).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it('serves once and brings a new pair', async () => {
    const first = await grantFor(world);
    const second = await refresh(world, first['refresh_token']);
    expect(second.status).toBe(200);
    expect(second.token['refresh_count']).toBe('1');
    expect(second.token['access_token']).not.toBe(first['access_token']);
    expect(second.token['refresh_token']).not.toBe(first['refresh_token']);
    expect((await refresh(world, second.token['refresh_token'])).token['refresh_count']).toBe('2');
  });

  it('that was used kills the whole family, since one of two holders stole it', async () => {
    const first = await grantFor(world);
    const { token: second } = await refresh(world, first['refresh_token']);
    expect(await refresh(world, first['refresh_token'])).toMatchObject({
      status: 400,
      error: invalidRefresh,
    });
    expect(await refresh(world, second['refresh_token'])).toMatchObject({
      status: 400,
      error: invalidRefresh,
    });
    expect((await askWith(world, second['access_token'])).status).toBe(401);
  });

  it('never serves without Basic, also where the code came by PKCE', async () => {
    const { refresh_token } = await grantFor(world);
    const form = { grant_type: 'refresh_token', refresh_token: refresh_token ?? '', client_id: client.id };
    expect(await send(world, 'refresh', form)).toMatchObject({ status: 400, error: noBasic });
  });

  it.each<[string, Record<string, string>, object]>([
    ['an unknown one', { refresh_token: 'x' }, invalidRefresh],
    ['none', { refresh_token: '' }, { code: '10400', message: 'Missing Parameter: refresh_token' }],
    [
      'another grant type',
      { grant_type: 'authorization_code' },
      { code: '10400', message: 'Invalid Grant Type' },
    ],
  ])('is refused: %s', async (_name, change, error) => {
    const form = { grant_type: 'refresh_token', refresh_token: 'x', ...change };
    expect(await send(world, 'refresh', form, basic())).toMatchObject({ status: 400, error });
  });

  it('of another application is refused and lives on', async () => {
    const second = {
      clientId: 'second',
      clientSecret: 'second-secret',
      name: 'Second',
      ownerUserName: 'il_support',
    };
    await world.command('register-application', { ...second, redirectUris: [], products: [] });
    const { refresh_token } = await grantFor(world);
    const stolen = await refresh(world, refresh_token, basic('second', 'second-secret'));
    expect(stolen.error).toEqual(invalidRefresh);
    expect((await refresh(world, refresh_token)).status).toBe(200);
  });
});

describe('an application’s own token', () => {
  const form = { grant_type: 'client_credentials' };
  it('has no refresh token', async () => {
    const { token } = await send(world, 'token', form, basic());
    expect(Object.keys(token).sort()).toEqual([
      'access_token',
      'client_id',
      'expires_in',
      'issued_at',
      'refresh_count',
      'scope',
      'status',
      'token_type',
    ]);
    expect((await askWith(world, token['access_token'])).status).toBe(200);
  });

  it.each<[string, string, number]>([
    ['of the owner', 'A1B2C3', 200],
    ['left empty', '', 200],
    ['of somebody else', 'N1R2T3', 401],
    ['that nobody has', 'ZZZZZZ', 401],
  ])('takes an account in x-merchant-id %s', async (_name, account, status) => {
    expect((await send(world, 'token', form, { ...basic(), 'x-merchant-id': account })).status).toBe(status);
  });

  it('narrowed to one account reaches the subscriptions of that account only', async () => {
    const { token } = await send(world, 'token', form, { ...basic(), 'x-merchant-id': 'D4E5F6' });
    const codeOf = async (name: string) =>
      JSON.stringify(await (await askWith(world, token['access_token'], name)).json());
    expect(await codeOf('Inbound')).not.toContain('ErrorCode');
    expect(await codeOf('Outbound')).toContain('330010');
  });

  it('takes the new secret alone once it was replaced', async () => {
    const clientId = 'turning';
    await world.command('register-application', {
      ...{ clientId, clientSecret: 'first', name: 'Turning', ownerUserName: 'il_support' },
      ...{ redirectUris: [], products: ['quantum-view'] },
    });
    const ask = async (secret: string) => (await send(world, 'token', form, basic(clientId, secret))).status;
    expect(await ask('first')).toBe(200);
    await world.command('replace-client-secret', { clientId, clientSecret: 'second' });
    expect([await ask('first'), await ask('second')]).toEqual([401, 200]);
  });

  it.each([
    ['a wrong secret', basic(client.id, 'wrong'), 401],
    ['no Basic header', {}, 400],
  ])('is refused with %s', async (_name, headers, status) => {
    expect((await send(world, 'token', form, headers)).status).toBe(status);
  });
});

describe('time, on the world’s clock', () => {
  it('ends codes, access tokens and refresh tokens to the second', async () => {
    const own = await startWorld();
    const code = await codeFor(own);
    await own.clock.advance('PT120S');
    expect((await exchange(own, code)).error).toEqual(invalidCode);
    const { access_token, refresh_token } = await grantFor(own);
    await own.clock.advance('PT3598S');
    expect((await askWith(own, access_token)).status).toBe(200);
    await own.clock.advance('PT1S');
    expect((await askWith(own, access_token)).status).toBe(401);
    await own.clock.advance('PT5180399S');
    const { token } = await refresh(own, refresh_token);
    expect(token['refresh_count']).toBe('1');
    await own.clock.advance('PT5183999S');
    expect((await refresh(own, token['refresh_token'])).error).toEqual(invalidRefresh);
    await own.close();
  });

  it('follows lifetimes that somebody chose', async () => {
    const own = await startWorld();
    await own.command('choose-lifetimes', { accessTokenSeconds: 30, authorizationCodeSeconds: 5 });
    const { expires_in, refresh_token_expires_in } = await grantFor(own);
    expect([expires_in, refresh_token_expires_in]).toEqual(['30', '5183999']);
    await own.close();
  });

  it('forgets what ended long ago', async () => {
    const own = await startWorld();
    await grantFor(own);
    await own.clock.advance('P70D');
    expect(await own.control('GET', 'world')).toMatchObject({ counts: { grants: 0, accessTokens: 0 } });
    await own.close();
  });
});

describe('what ends a grant at once', () => {
  it.each<[string, string, object]>([
    ['a new password', 'change-password', { userName: 'il_support', password: 'sandbox-pass' }],
    ['a revocation', 'revoke-grants', { userName: 'il_support' }],
    ['a revocation for this application', 'revoke-grants', { userName: 'il_support', clientId: client.id }],
  ])('%s', async (_name, type, input) => {
    const { access_token, refresh_token } = await grantFor(world);
    const unused = await codeFor(world);
    await world.command(type, input);
    const answer = await askWith(world, access_token);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ response: { errors: [{ code: '250002' }] } });
    expect((await refresh(world, refresh_token)).error).toEqual(invalidRefresh);
    expect((await exchange(world, unused)).error).toEqual(invalidCode);
  });

  it.each<[string, string, object]>([
    ['a revocation for another application', 'revoke-grants', { userName: 'il_support', clientId: 'other' }],
    [
      'another user’s new password',
      'change-password',
      { userName: 'north_support', password: 'sandbox-pass' },
    ],
  ])('but not %s', async (_name, type, input) => {
    const { access_token } = await grantFor(world);
    await world.command(type, input);
    expect((await askWith(world, access_token)).status).toBe(200);
  });

  it('a removed account is out of reach at the very next call, and back when associated again', async () => {
    const { access_token } = await grantFor(world);
    const outbound = async () =>
      JSON.stringify(await (await askWith(world, access_token, 'Outbound')).json());
    expect(await outbound()).not.toContain('330010');
    await world.command('remove-account', { userName: 'il_support', account: 'A1B2C3' });
    expect(await outbound()).toContain('330010');
    await world.command('associate-account', { userName: 'il_support', account: 'A1B2C3' });
    expect(await outbound()).not.toContain('330010');
  });

  it('a product taken away answers as an invalid token', async () => {
    const { access_token } = await grantFor(world);
    await world.command('choose-products', { clientId: client.id, products: ['tracking'] });
    const answer = await askWith(world, access_token);
    await world.command('choose-products', { clientId: client.id, products: ['quantum-view'] });
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
      401,
      expect.stringContaining('250002'),
    ]);
    expect((await askWith(world, access_token)).status).toBe(200);
  });
});

describe('guessing a client secret', () => {
  it('is slowed after ten tries, on the machine’s clock, also for the right secret', async () => {
    const real = standingClock(Date.parse('2026-11-20T12:00:00Z'));
    const own = await startWorld({ real });
    const attempt = (secret: string) =>
      send(own, 'token', { grant_type: 'client_credentials' }, basic(client.id, secret));
    for (let tries = 0; tries < 10; tries += 1) expect((await attempt('wrong')).status).toBe(401);
    const slowed = await attempt(client.secret);
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get('retry-after')).toBe('1');
    await own.clock.advance('PT1H');
    expect((await attempt(client.secret)).status).toBe(429);
    real.advance(1_000);
    expect((await attempt(client.secret)).status).toBe(200);
    expect((await attempt('wrong')).status).toBe(401);
    await own.close();
  });
});
