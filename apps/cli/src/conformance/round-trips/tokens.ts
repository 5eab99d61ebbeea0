import { refresh, token } from '@lading/contract/oauth/wire';
import { isObject } from '@lading/contract/published/files';
import { authorizationCode, redirectUri } from '../authorization.ts';
import { errorOf } from '../judge.ts';
import type { Reply, Target } from '../target.ts';

const PERSON = { userName: 'il_support', password: 'sandbox-pass' };

/** A refresh token serves once: its pair is new, and the old one is refused as such. */
export async function refreshOnce(target: Target): Promise<string[]> {
  const code = await authorizationCode(target, PERSON);
  const first = await target.call(token, {
    body: { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
  });
  const old = memberOf(first, 'refresh_token');
  const second = await renew(target, old);
  const again = await renew(target, old);
  const [before, after] = [first, second].map((reply) => memberOf(reply, 'access_token'));
  return [
    ...(old === '' ? [`the code gave no refresh token (${first.status})`] : []),
    ...(after === '' || after === before ? [`the refresh gave no new token (${second.status})`] : []),
    ...(memberOf(second, 'refresh_token') === old ? ['the refresh token stayed the same'] : []),
    ...(errorOf(again.json).code === '10400' ? [] : [`the old refresh token answered ${again.status}`]),
  ];
}

function renew(target: Target, refreshToken: string): Promise<Reply> {
  return target.call(refresh, { body: { grant_type: 'refresh_token', refresh_token: refreshToken } });
}

function memberOf({ json }: Reply, name: string): string {
  const value = isObject(json) ? json[name] : undefined;
  return typeof value === 'string' ? value : '';
}
