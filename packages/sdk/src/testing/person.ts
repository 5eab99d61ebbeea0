/** What a person does in the browser between the authorize address and the application. */
export interface Person {
  readonly userName: string;
  readonly password: string;
}

/** Logs on and agrees, and gives the address to which the browser was sent back. */
export async function logOn(authorizeUrl: string, { userName, password }: Person): Promise<URL> {
  const browser = openBrowser();
  const opened = await browser.go(await browser.go(authorizeUrl));
  const login = new URL(opened).searchParams.get('login') ?? '';
  const step = (name: string) => new URL(name, new URL(opened)).href;
  await browser.go(step('name'), { login, userName, agree: 'yes' });
  return new URL(await browser.go(step('password'), { login, password }));
}

/** Follows no redirect by itself and keeps cookies. */
function openBrowser() {
  const cookies = new Map<string, string>();
  const go = async (url: string, form?: Readonly<Record<string, string>>): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return new URL(location, url).href;
  };
  return { go };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
  cookies.set(name, value);
}
