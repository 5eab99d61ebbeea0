import { standingClock } from '@lading/kit/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type WorldForTests } from '../../testing.ts';
import { authorizeAddress, locationOf, logOn, openBrowser, openLogin } from '../testing/browser.ts';
import { callback, client } from '../testing/client.ts';

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const ask = { clientId: client.id, redirectUri: callback, state: 'st&te' };
const agreed = { userName: 'il_support', agree: 'yes', action: 'continue' };

async function begin(headers = {}, at = world) {
  const browser = openBrowser(headers);
  const login = await openLogin(browser, at.baseUrl, ask);
  const show = (page: string) => browser.get(`${at.baseUrl}/login/${page}?login=${login}`);
  const post = (page: string, fields: Record<string, string>) =>
    browser.post(`${at.baseUrl}/login/${page}`, { login, ...fields });
  return { browser, login, show, post };
}

describe('page 1', () => {
  it.each([
    ['en', 'lang="en"', 'Continue', 'User name', 'This is not the carrier'],
    ['fr', 'lang="fr-CA"', 'Continuer', 'Nom d’utilisateur', 'Ce n’est pas le transporteur'],
  ])(
    'in %s names the application, what it reads, and that this is no carrier',
    async (language, ...texts) => {
      const { show } = await begin({ 'accept-language': language });
      const response = await show('name');
      const page = await response.text();
      for (const text of [...texts, 'Lading', 'Quantum View']) expect(page).toContain(text);
      expect(page).not.toContain('<script');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self' http: https:");
      expect(response.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    },
  );

  it('keeps the language that the switch chose', async () => {
    const { browser, login, show } = await begin({ 'accept-language': 'en' });
    await browser.get(`${world.baseUrl}/login/name?login=${login}&lang=fr`);
    expect(await (await show('name')).text()).toContain('Continuer');
  });

  it.each<[string, Record<string, string>, string]>([
    ['no agreement', { userName: 'il_support' }, 'Tick the box'],
    ['no user name', { agree: 'yes' }, 'Enter your user name'],
    ['a CampusShip user', { userName: 'campus_user', agree: 'yes' }, 'CampusShip cannot authorize'],
  ])('comes again with a sentence for %s', async (_name, fields, sentence) => {
    const { post } = await begin();
    const response = await post('name', fields);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(sentence);
  });

  it('writes what was typed back as text, never as markup', async () => {
    const { post } = await begin();
    const page = await (await post('name', { userName: '"><b onclick=x>' })).text();
    expect(page).toContain('&quot;&gt;&lt;b onclick=x&gt;');
  });

  it('does not tell whether a user exists', async () => {
    const { post } = await begin();
    expect(locationOf(await post('name', { ...agreed, userName: 'nobody' })).pathname).toBe(
      '/login/password',
    );
    const refused = await post('password', { password: 'sandbox-pass' });
    expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('is not right')]);
  });
});

describe('page 2', () => {
  it('logs on and sends code and state to the application', async () => {
    const { post } = await begin();
    await post('name', agreed);
    const response = await post('password', { password: 'sandbox-pass', action: 'logon' });
    const back = locationOf(response);
    expect(response.status).toBe(302);
    expect(`${back.origin}${back.pathname}`).toBe(callback);
    expect([...back.searchParams.keys()]).toEqual(['code', 'state']);
    expect(back.searchParams.get('state')).toBe('st&te');
  });

  it('cannot be reached before page 1', async () => {
    const { show, post } = await begin();
    expect(locationOf(await show('password')).pathname).toBe('/login/name');
    expect(locationOf(await post('password', { password: 'sandbox-pass' })).pathname).toBe('/login/name');
  });

  it('slows down guessing by user name, over all log-ins, on the machine’s clock', async () => {
    const real = standingClock(Date.parse('2026-11-20T12:00:00Z'));
    const own = await startWorld({ real });
    for (let tries = 0; tries < 5; tries += 1) {
      const { post } = await begin({}, own);
      await post('name', agreed);
      expect((await post('password', { password: 'wrong' })).status).toBe(401);
    }
    const { post } = await begin({}, own);
    await post('name', agreed);
    const slowed = await post('password', { password: 'sandbox-pass' });
    expect([slowed.status, await slowed.text()]).toEqual([429, expect.stringContaining('Try again in 1 s')]);
    real.advance(1_000);
    expect((await post('password', { password: 'sandbox-pass' })).status).toBe(302);
    await own.close();
  });

  it('looks at no more passwords than the free ones when all come at once', async () => {
    const own = await startWorld({ real: standingClock(0) });
    const { post } = await begin({}, own);
    await post('name', agreed);
    const tries = Array.from({ length: 12 }, () => post('password', { password: 'wrong' }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    await own.close();
  });
});

describe('a log-in', () => {
  it.each(['name', 'password'])('can be cancelled on the page for the %s', async (page) => {
    const { post, show } = await begin();
    if (page === 'password') await post('name', agreed);
    const back = locationOf(await post(page, { action: 'cancel' }));
    expect(back.href).toBe(`${callback}?error=access_denied&state=st%26te`);
    expect((await show('name')).status).toBe(400);
  });

  it('serves once', async () => {
    const { post } = await begin();
    await post('name', agreed);
    await post('password', { password: 'sandbox-pass' });
    expect((await post('password', { password: 'sandbox-pass' })).status).toBe(400);
  });

  it('goes on in no other browser', async () => {
    const { login } = await begin();
    const other = openBrowser();
    const response = await other.post(`${world.baseUrl}/login/name`, { login, ...agreed });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('cannot go on')]);
  });

  it('takes no form from a page of another site', async () => {
    const { post } = await begin({ 'sec-fetch-site': 'cross-site' });
    expect((await post('name', agreed)).status).toBe(400);
  });

  it('ends after half an hour', async () => {
    const own = await startWorld();
    const { show } = await begin({}, own);
    await own.clock.advance('PT30M');
    expect((await show('name')).status).toBe(400);
    await own.close();
  });

  it('ends when the user’s password changes', async () => {
    const { post } = await begin();
    await post('name', agreed);
    await world.command('change-password', { userName: 'il_support', password: 'sandbox-pass' });
    expect((await post('password', { password: 'sandbox-pass' })).status).toBe(400);
  });

  it('goes on beside another one in the same browser', async () => {
    const { browser, post } = await begin();
    await openLogin(browser, world.baseUrl, ask);
    expect((await post('name', agreed)).status).toBe(303);
  });

  it('that the application asked for wrongly is told on a page, without any redirect', async () => {
    const address = authorizeAddress(world.baseUrl, { ...ask, redirectUri: 'https://evil.example/' });
    const response = await openBrowser().get(address.replace('/security/v1/oauth/authorize', '/login'));
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).toContain('10400 Invalid Redirect URL');
  });
});

describe('the sandbox’s own page after the log-in', () => {
  it('says that the window can be closed, and shows the code to programs without an address', async () => {
    const back = await logOn(world.baseUrl, { ...ask, redirectUri: `${world.baseUrl}/landing` });
    const page = await (await openBrowser().get(back.href)).text();
    expect(page).toContain('You can now safely close this window.');
    expect(page).toContain(back.searchParams.get('code'));
  });
});
