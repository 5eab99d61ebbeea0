import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type WorldForTests } from '../testing.ts';
import { callback, client } from './testing/client.ts';

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const usual = {
  client_id: client.id,
  redirect_uri: callback,
  response_type: 'code',
  state: 's p&c=e',
  scope: 'read',
};

function authorize(query: Readonly<Record<string, string>>): Promise<Response> {
  const address = `${world.baseUrl}/security/v1/oauth/authorize?${new URLSearchParams(query)}`;
  return fetch(address, { redirect: 'manual' });
}

describe('the authorize address', () => {
  it('sends the browser to the log-in page with the published query, and names the application', async () => {
    const response = await authorize(usual);
    const location = new URL(response.headers.get('location') ?? '');
    expect(response.status).toBe(302);
    expect(`${location.origin}${location.pathname}`).toBe(`${world.baseUrl}/login`);
    expect([...location.searchParams]).toEqual([
      ['client_id', client.id],
      ['redirect_uri', callback],
      ['response_type', 'code'],
      ['scope', 'read'],
      ['state', 's p&c=e'],
      ['type', 'ups_com_api'],
    ]);
    expect(response.headers.get('appname')).toBe('Lading');
    expect(response.headers.get('displayname')).toBe('Lading');
  });

  it('carries the code challenge of PKCE along', async () => {
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const response = await authorize({ ...usual, code_challenge: challenge });
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.searchParams.get('code_challenge')).toBe(challenge);
  });

  const { state: _state, ...stateless } = usual;
  it('sends no state where none came', async () => {
    const location = new URL((await authorize(stateless)).headers.get('location') ?? '');
    expect(location.searchParams.has('state')).toBe(false);
  });

  it.each<[string, Record<string, string>, number, string, string]>([
    ['an unknown client', { client_id: 'nobody' }, 401, '10401', 'ClientId is Invalid'],
    ['no client', { client_id: '' }, 400, '10400', 'Missing Parameter: client_id'],
    ['no redirect URI', { redirect_uri: '' }, 400, '10400', 'Missing Parameter: redirect_uri'],
    [
      'a foreign redirect URI',
      { redirect_uri: 'https://evil.example/' },
      400,
      '10400',
      'Invalid Redirect URL',
    ],
    [
      'a redirect URI with a slash more',
      { redirect_uri: `${callback}/` },
      400,
      '10400',
      'Invalid Redirect URL',
    ],
    [
      'a redirect URI with a query more',
      { redirect_uri: `${callback}?x=1` },
      400,
      '10400',
      'Invalid Redirect URL',
    ],
    [
      'the name that stands for our own page',
      { redirect_uri: 'sandbox:landing' },
      400,
      '10400',
      'Invalid Redirect URL',
    ],
    ['the token response type', { response_type: 'token' }, 400, '10400', 'Invalid Response Type'],
    ['a challenge that is no SHA-256', { code_challenge: 'short' }, 400, '10400', 'Invalid Code Verifier'],
  ])('never redirects for %s', async (_name, change, status, code, message) => {
    const response = await authorize({ ...usual, ...change });
    expect(response.headers.get('location')).toBeNull();
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ response: { errors: [{ code, message }] } });
    expect(response.headers.get('errorcode')).toBe(code);
    expect(response.headers.get('errordescription')).toBe(message);
  });

  it('tells programs of 2022 where the log-in page is', async () => {
    const query = new URLSearchParams({ client_id: client.id, redirect_uri: callback });
    const response = await fetch(`${world.baseUrl}/security/v1/oauth/validate-client?${query}`);
    expect(await response.json()).toEqual({
      LassoRedirectURL: `${world.baseUrl}/login`,
      type: 'ups_com_api',
    });
  });
});
