import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askWith, grantFor } from '../oauth/testing/client.ts';
import { startWorld, type WorldForTests } from '../testing.ts';

let world: WorldForTests;
let token = '';
let refreshToken = '';
beforeAll(async () => {
  world = await startWorld();
  await world.traffic({ shipments: 20, from: '2026-11-19T00:00:00Z', to: '2026-11-20T00:00:00Z', seed: 's' });
  const granted = await grantFor(world);
  token = granted['access_token'] ?? '';
  refreshToken = granted['refresh_token'] ?? '';
  await askWith(world, token, 'Outbound');
  await askWith(world, 'wrong');
  await world.control('POST', 'faults', { status: 503, times: 1 });
  await askWith(world, token);
});
afterAll(() => world.close());

async function page(path = '', language = 'en'): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${world.baseUrl}/_sandbox/inspector${path}`, {
    headers: { 'accept-language': language },
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** What the rows of the list are about. */
async function rowsOf(query: string): Promise<readonly string[]> {
  const { text } = await page(query);
  return [...text.matchAll(/<span class="soft">([a-z-]+\.[a-z-]+)<\/span>/g)].map(
    ([, operation]) => operation ?? '',
  );
}

async function idOf(query: string): Promise<string> {
  const { requests } = (await world.control('GET', `requests?${query}`)) as { requests: { id: string }[] };
  return requests[0]?.id ?? '';
}

describe('the inspector’s list', () => {
  it('shows requests, newest first, without any script', async () => {
    const { text, headers } = await page();
    expect(await rowsOf('')).toEqual([
      'quantum-view.events',
      'quantum-view.events',
      'quantum-view.events',
      'oauth.token',
      'oauth.authorize',
    ]);
    expect(text).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    ['?api=oauth', 2],
    ['?api=quantum-view&status=4xx', 1],
    ['?status=503', 1],
    ['?status=5xx', 1],
    ['?status=2xx', 2],
    ['?status=3xx', 1],
    ['?api=&status=', 5],
  ])('is narrowed by its address: %s', async (query, count) => {
    expect(await rowsOf(query)).toHaveLength(count);
  });

  it('keeps the filter in the form, in the other language and in the JSON of the same', async () => {
    const { text } = await page('?api=oauth&status=503');
    expect(text).toContain('<option value="oauth" selected>');
    expect(text).toContain('<option value="503" selected>');
    expect(text).toContain('api=oauth&amp;status=503&amp;lang=fr');
    expect(text).toContain('/_sandbox/requests?api=oauth&amp;status=503');
    expect(text).toContain('No request fits this filter.');
  });

  it('says so where nothing was asked yet, under the address of its world', async () => {
    const response = await fetch(`${world.baseUrl}/w/blue/_sandbox/inspector`);
    const text = await response.text();
    expect(text).toContain('No request yet.');
    expect(text).toContain(`action="${world.baseUrl}/w/blue/_sandbox/inspector"`);
  });

  it('escapes what callers send', async () => {
    const own = await startWorld();
    await fetch(`${own.baseUrl}/security/v1/oauth/authorize?client_id=%3Cb%3Ex%3C/b%3E`);
    const inspector = `${own.baseUrl}/_sandbox/inspector`;
    for (const url of [inspector, `${inspector}/1`, `${inspector}?status=%22%3E%3Cb%3E`]) {
      expect(await (await fetch(url)).text()).not.toContain('<b>');
    }
    await own.close();
  });
});

describe('one request', () => {
  it.each([
    ['en', ['Rules that shaped the answer', 'published', 'unread files only']],
    ['fr-CA', ['Règles qui ont façonné la réponse', 'publié', 'fichiers non lus seulement']],
  ])('is shown whole in %s: facts, rules with their grades, both messages', async (language, parts) => {
    const { text, status } = await page(`/${await idOf('api=quantum-view&status=200')}`, language);
    expect(status).toBe(200);
    for (const part of [...parts, 'il_support', 'A1B2C3, D4E5F6', 'QuantumViewResponse']) {
      expect(text).toContain(part);
    }
  });

  it('never shows a secret', async () => {
    for (const query of ['api=oauth&status=200', 'api=quantum-view&status=200']) {
      const { text } = await page(`/${await idOf(query)}`);
      expect(text).toContain('[hidden]');
      for (const secret of [token, refreshToken, 'sandbox-secret']) expect(text).not.toContain(secret);
    }
  });

  it('tells the ordered fault', async () => {
    expect((await page(`/${await idOf('status=503')}`)).text).toContain('Ordered fault');
  });

  it('that is not remembered is told so', async () => {
    const { status, text } = await page('/99999', 'fr');
    expect([status, text.includes('n’est plus, en mémoire')]).toEqual([404, true]);
  });
});
