import type { Target } from './target.ts';

/** A person of the seeded world, who agrees and logs on as the carrier's pages ask. */
export interface Person {
  readonly userName: string;
  readonly password: string;
}

export const redirectUri = 'http://127.0.0.1:3000/integrations/callback';

/** Walks through the log-in pages of a world of ours. @returns the code, good for one exchange. */
export async function authorizationCode({ baseUrl, client }: Target, person: Person): Promise<string> {
  const visit = createVisitor();
  const query = new URLSearchParams({
    client_id: client.id,
    redirect_uri: redirectUri,
    response_type: 'code',
  });
  const toLogin = await visit(`${baseUrl}/security/v1/oauth/authorize?${query}`);
  const login = (await visit(toLogin.href)).searchParams.get('login') ?? '';
  const { userName, password } = person;
  const steps = [
    ['name', { login, userName, agree: 'yes', action: 'continue' }],
    ['password', { login, password, action: 'logon' }],
  ] as const;
  let last: URL | undefined;
  for (const [page, fields] of steps) last = await visit(`${baseUrl}/login/${page}`, fields);
  return last?.searchParams.get('code') ?? '';
}

/** Keeps cookies, and says where it is sent on to. */
function createVisitor(): (url: string, form?: Readonly<Record<string, string>>) => Promise<URL> {
  const cookies = new Map<string, string>();
  return async (url, form) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const response = await fetch(url, { ...body, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return new URL(response.headers.get('location') ?? url, url);
  };
}
