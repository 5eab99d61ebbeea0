import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { testClient } from '../testing/client.ts';
import {
  closedAddress,
  cut,
  hangUp,
  json,
  type Reply,
  refusal,
  startServer,
  type TestServer,
} from '../testing/server.ts';
import { createPkce } from './pkce.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...replies: readonly Reply[]): Promise<TestServer> {
  const server = await startServer(...replies);
  servers.push(server);
  return server;
}

const clock = { now: () => 1_700_000_000_000 };

/** As the carrier sends it: every member is text. */
function grant(number: number) {
  return {
    refresh_token_expires_in: '5183999',
    refresh_token_status: 'approved',
    token_type: 'Bearer',
    issued_at: '1706710138962',
    client_id: 'client-1',
    access_token: `access-${number}`,
    refresh_token: `refresh-${number}`,
    scope: '',
    refresh_token_issued_at: '1706710138962',
    expires_in: '3599',
    refresh_count: String(number),
    status: 'approved',
  };
}

const basicHeader = `Basic ${Buffer.from('client-1:secret-1').toString('base64')}`;
const exchange = { code: 'code-1', redirectUri: 'https://app.example/callback' };

/** What to do where it may have been spent. */
const advice = {
  howToLook: { en: expect.stringContaining('authorize'), fr: expect.stringContaining('autoris') },
};

describe('authorizeUrl', () => {
  it('leads to the authorize address with everything encoded', () => {
    const { oauth } = testClient('http://127.0.0.1:3100');
    const url = new URL(
      oauth.authorizeUrl({
        redirectUri: 'https://app.example/callback?a=b&c',
        state: 'é &',
        scope: 'read write',
        codeChallenge: 'abc',
      }),
    );
    expect(`${url.origin}${url.pathname}`).toBe('http://127.0.0.1:3100/security/v1/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client-1',
      redirect_uri: 'https://app.example/callback?a=b&c',
      response_type: 'code',
      state: 'é &',
      scope: 'read write',
      code_challenge: 'abc',
    });
  });

  it('leaves out what was not given', () => {
    const { oauth } = testClient('http://127.0.0.1:3100');
    const url = new URL(oauth.authorizeUrl({ redirectUri: 'https://app.example/', state: 's' }));
    expect([...url.searchParams.keys()]).toEqual(['client_id', 'redirect_uri', 'response_type', 'state']);
  });
});

describe('exchangeCode', () => {
  it('sends Basic and reads numbers that come as text', async () => {
    const server = await serve(json(grant(0)));
    const token = await testClient(server.baseUrl, { clock }).oauth.exchangeCode(exchange);
    expect(token).toEqual({
      accessToken: 'access-0',
      expiresAt: clock.now() + 3_599_000,
      lifetimeMs: 3_599_000,
      scope: '',
      status: 'approved',
      refreshToken: 'refresh-0',
      refreshExpiresAt: clock.now() + 5_183_999_000,
      refreshStatus: 'approved',
      refreshCount: 0,
    });
    const [seen] = server.requests;
    expect(seen?.url).toBe('/security/v1/oauth/token');
    expect(seen?.headers.authorization).toBe(basicHeader);
    expect(seen?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(seen?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: 'https://app.example/callback',
    });
  });

  it('by proof key sends verifier and client, and no secret', async () => {
    const { verifier, challenge } = await createPkce();
    const server = await serve(json(grant(0)));
    await testClient(server.baseUrl).oauth.exchangeCode({ ...exchange, codeVerifier: verifier });
    const [seen] = server.requests;
    expect(seen?.headers.authorization).toBeUndefined();
    expect(seen?.body).toContain(`code_verifier=${verifier}&client_id=client-1`);
    expect(challenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
    expect(verifier.length).toBeGreaterThanOrEqual(43);
  });

  it.each([
    ['a cut answer', cut()],
    ['a closed connection', hangUp],
    ['a 503', refusal(503, '10004', 'Not now')],
    ['an answer without a token', json({ status: 'approved' })],
    ['a lifetime that is no number', json({ ...grant(0), expires_in: 'soon' })],
  ])('is never repeated after %s, which leaves the code in doubt', async (_name, reply) => {
    const server = await serve(reply, json(grant(0)));
    const call = testClient(server.baseUrl).oauth.exchangeCode(exchange);
    await expect(call).rejects.toMatchObject({ name: 'CarrierFault', outcome: 'unknown', ...advice });
    expect(server.requests.length).toBe(1);
  });

  it('carries the carrier’s refusal with a hint', async () => {
    const server = await serve(refusal(400, '10400', 'Invalid Redirect URL'));
    await expect(testClient(server.baseUrl).oauth.exchangeCode(exchange)).rejects.toMatchObject({
      code: '10400',
      text: 'Invalid Redirect URL',
      outcome: 'refused',
      hint: { en: expect.stringContaining('redirect') },
    });
  });

  it('may be repeated where no connection could be made', async () => {
    const client = testClient(await closedAddress());
    await expect(client.oauth.exchangeCode(exchange)).rejects.toMatchObject({ outcome: 'not-sent' });
    expect(client.waits.length).toBe(2);
  });
});

describe('refresh', () => {
  it('of the same token at the same time is one request, and a later one is another', async () => {
    const server = await serve(json(grant(1)), json(grant(2)));
    const { oauth } = testClient(server.baseUrl);
    const [first, second] = await Promise.all([
      oauth.refresh({ refreshToken: 'refresh-0' }),
      oauth.refresh({ refreshToken: 'refresh-0' }),
    ]);
    expect(first).toBe(second);
    expect(server.requests.length).toBe(1);
    expect(server.requests[0]?.url).toBe('/security/v1/oauth/refresh');
    expect(server.requests[0]?.headers.authorization).toBe(basicHeader);
    expect((await oauth.refresh({ refreshToken: 'refresh-1' })).refreshCount).toBe(2);
  });

  it('is never repeated once it may have arrived', async () => {
    const server = await serve(hangUp, json(grant(1)));
    const call = testClient(server.baseUrl).oauth.refresh({ refreshToken: 'refresh-0' });
    await expect(call).rejects.toMatchObject({ outcome: 'unknown', ...advice });
    expect(server.requests.length).toBe(1);
  });

  it('that failed does not stand in the way of the next', async () => {
    const server = await serve(refusal(400, '10400', 'Invalid Refresh Token'), json(grant(1)));
    const { oauth } = testClient(server.baseUrl);
    await expect(oauth.refresh({ refreshToken: 'refresh-0' })).rejects.toMatchObject({ outcome: 'refused' });
    expect((await oauth.refresh({ refreshToken: 'refresh-0' })).accessToken).toBe('access-1');
  });
});

describe('clientCredentials', () => {
  it('may name an account and is asked again after trouble on the way', async () => {
    const server = await serve(hangUp, json({ access_token: 'own', expires_in: '3599', status: 'approved' }));
    const token = await testClient(server.baseUrl).oauth.clientCredentials({ merchantId: 'A1B2C3' });
    expect(token.accessToken).toBe('own');
    expect(server.requests.length).toBe(2);
    expect(server.requests[1]?.headers['x-merchant-id']).toBe('A1B2C3');
    expect(server.requests[1]?.body).toBe('grant_type=client_credentials');
  });

  it('encodes names and secrets outside ASCII', async () => {
    const server = await serve(json({ access_token: 'own', expires_in: 3599 }));
    await testClient(server.baseUrl, { clientSecret: 'clé😀' }).oauth.clientCredentials();
    const header = server.requests[0]?.headers.authorization ?? '';
    expect(Buffer.from(header.slice(6), 'base64').toString()).toBe('client-1:clé😀');
  });
});
