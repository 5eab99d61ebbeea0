import type { WorldForTests } from '../../testing.ts';
import { type Ask, logOn, type Person, supporter } from './browser.ts';

export const callback = 'http://127.0.0.1:3000/integrations/callback';
export const client = { id: 'sandbox-client', secret: 'sandbox-secret' };

export function basic(id = client.id, secret = client.secret): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

export interface Told {
  readonly status: number;
  /** The members of a token, or none. */
  readonly token: Readonly<Record<string, string>>;
  /** Code and message of a refusal. */
  readonly error?: { readonly code: string; readonly message: string };
  readonly headers: Headers;
}

/** Sends a form to one of the carrier's OAuth addresses. */
export async function send(
  { baseUrl }: WorldForTests,
  place: 'token' | 'refresh',
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const response = await fetch(`${baseUrl}/security/v1/oauth/${place}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  return told(response);
}

export async function told(response: Response): Promise<Told> {
  const body = (await response.json()) as {
    response?: { errors: readonly [{ code: string; message: string }] };
  } & Record<string, string>;
  const { status, headers } = response;
  return body.response
    ? { status, headers, token: {}, error: body.response.errors[0] }
    : { status, headers, token: body };
}

/** A fresh authorization code for a person who agreed. */
export async function codeFor(
  world: WorldForTests,
  ask: Partial<Ask> = {},
  person?: Person,
): Promise<string> {
  const whole = { clientId: client.id, redirectUri: callback, ...ask };
  return (await logOn(world.baseUrl, whole, person ?? supporter)).searchParams.get('code') ?? '';
}

export function exchange(world: WorldForTests, code: string): Promise<Told> {
  return send(world, 'token', { grant_type: 'authorization_code', code, redirect_uri: callback }, basic());
}

/** The first pair of tokens of a new grant. */
export async function grantFor(world: WorldForTests, person?: Person): Promise<Told['token']> {
  return (await exchange(world, await codeFor(world, {}, person))).token;
}

export function refresh(world: WorldForTests, refreshToken = '', headers = basic()): Promise<Told> {
  return send(world, 'refresh', { grant_type: 'refresh_token', refresh_token: refreshToken }, headers);
}

/** Asks Quantum View for one subscription by date, which consumes nothing; 200 where the token serves. */
export async function askWith(world: WorldForTests, accessToken = '', name?: string): Promise<Response> {
  const request = { Request: { RequestAction: 'QVEvents' } };
  const narrowed = name === undefined ? {} : { SubscriptionRequest: [{ Name: name }] };
  return fetch(`${world.baseUrl}/api/quantumview/v3/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ QuantumViewRequest: { ...request, ...narrowed } }),
  });
}
