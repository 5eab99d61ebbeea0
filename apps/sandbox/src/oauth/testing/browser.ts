/** A browser of a person: keeps cookies, follows redirects only when told. */
export interface Browser {
  get(url: string): Promise<Response>;
  /** Sends a form as the page at `url` would. */
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

export function openBrowser(headers: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, string>();
  const go = async (url: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return response;
  };
  return {
    get: (url) => go(url, { method: 'GET' }),
    post: (url, fields) => go(url, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

export interface Ask {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state?: string;
  readonly scope?: string;
  readonly codeChallenge?: string;
}

export function authorizeAddress(baseUrl: string, ask: Ask): string {
  const query = new URLSearchParams({
    client_id: ask.clientId,
    redirect_uri: ask.redirectUri,
    response_type: 'code',
    ...(ask.state === undefined ? {} : { state: ask.state }),
    ...(ask.scope === undefined ? {} : { scope: ask.scope }),
    ...(ask.codeChallenge === undefined ? {} : { code_challenge: ask.codeChallenge }),
  });
  return `${baseUrl}/security/v1/oauth/authorize?${query}`;
}

/** The log-in's number, once the browser stands on its first page. */
export async function openLogin(browser: Browser, baseUrl: string, ask: Ask): Promise<string> {
  const toLogin = await browser.get(authorizeAddress(baseUrl, ask));
  const toName = await browser.get(locationOf(toLogin).href);
  return locationOf(toName).searchParams.get('login') ?? '';
}

export function locationOf(response: Response): URL {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`no redirect: ${response.status}`);
  return new URL(location);
}

export interface Person {
  readonly userName: string;
  readonly password: string;
}

export const supporter: Person = { userName: 'il_support', password: 'sandbox-pass' };

/** Walks through both pages; gives the address to which the browser is sent back. */
export async function logOn(baseUrl: string, ask: Ask, person: Person = supporter): Promise<URL> {
  const browser = openBrowser();
  const login = await openLogin(browser, baseUrl, ask);
  const { userName, password } = person;
  await browser.post(`${baseUrl}/login/name`, { login, userName, agree: 'yes', action: 'continue' });
  return locationOf(await browser.post(`${baseUrl}/login/password`, { login, password, action: 'logon' }));
}
