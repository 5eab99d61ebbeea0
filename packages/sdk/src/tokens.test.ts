import { afterEach, describe, expect, it } from 'vitest';
import type { AccessToken, GrantToken } from './oauth/token.ts';
import { testClient } from './testing/client.ts';
import { json, type Reply, refusal, startServer, type TestServer } from './testing/server.ts';
import { keepGrant, memoryTokens, type TokenStore } from './token-store.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Carrier {
  readonly server: TestServer;
  paths(): readonly string[];
  bearers(): readonly (string | undefined)[];
}

/** Answers token requests with `own-1`, `own-2`… and refreshes likewise; reads as told. */
async function carrier(
  read: Reply = json({ QuantumViewResponse: { Response: { ResponseStatusCode: '1' } } }),
) {
  const issued = { own: 0, refreshed: 0 };
  const server = await startServer((response, request) => {
    if (request.url.endsWith('/token')) {
      issued.own += 1;
      return json({ access_token: `own-${issued.own}`, expires_in: '3600' })(response, request);
    }
    if (request.url.endsWith('/refresh')) {
      issued.refreshed += 1;
      const refreshed = { access_token: `new-${issued.refreshed}`, refresh_token: `r-${issued.refreshed}` };
      return json({ ...refreshed, expires_in: '3600', refresh_token_expires_in: '9' })(response, request);
    }
    return read(response, request);
  });
  servers.push(server);
  const seen: Carrier = {
    server,
    paths: () => server.requests.map(({ url }) => url.split('/').at(-1) ?? ''),
    bearers: () =>
      server.requests
        .filter(({ url }) => url.endsWith('/events'))
        .map(({ headers }) => headers.authorization),
  };
  return seen;
}

const HOUR = 3_600_000;

function movable() {
  let at = 1_700_000_000_000;
  return {
    now: () => at,
    advance: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

const byDate = { from: new Date('2026-11-20T00:00:00Z') };
const refusedToken: Reply = refusal(401, '250002', 'Invalid Authentication Information.');

describe('the application’s own token', () => {
  it('is asked for once and kept', async () => {
    const { server, paths, bearers } = await carrier();
    const { quantumView } = testClient(server.baseUrl, { access: { kind: 'client' } });
    await Promise.all([quantumView.raw(byDate), quantumView.raw(byDate)]);
    await quantumView.raw(byDate);
    expect(paths().filter((path) => path === 'token').length).toBe(1);
    expect(bearers()).toEqual(['Bearer own-1', 'Bearer own-1', 'Bearer own-1']);
  });

  it('is renewed five minutes before its end, not after it', async () => {
    const clock = movable();
    const { server, bearers } = await carrier();
    const { quantumView } = testClient(server.baseUrl, { access: { kind: 'client' }, clock });
    await quantumView.raw(byDate);
    clock.advance(HOUR - 301_000);
    await quantumView.raw(byDate);
    clock.advance(2_000);
    await quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer own-1', 'Bearer own-1', 'Bearer own-2']);
  });

  it('is another one for each account', async () => {
    const { server, bearers } = await carrier();
    const { quantumView } = testClient(server.baseUrl, { access: { kind: 'client' } });
    await quantumView.raw(byDate, { access: { kind: 'client', merchantId: 'A1B2C3' } });
    await quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer own-1', 'Bearer own-2']);
  });

  it('is another one on each side of the carrier, though both sides keep theirs in one store', async () => {
    const tokens = memoryTokens();
    const sides = [await carrier(), await carrier()];
    for (const { server } of sides) {
      await testClient(server.baseUrl, { access: { kind: 'client' }, tokens }).quantumView.raw(byDate);
    }
    expect(sides.map(({ paths }) => paths())).toEqual([
      ['token', 'events'],
      ['token', 'events'],
    ]);
  });

  it('that the carrier refuses is replaced, and a read by date goes on', async () => {
    let refused = 0;
    const { server, bearers } = await carrier((response, request) => {
      refused += 1;
      const reply = refused === 1 ? refusedToken : json({});
      reply(response, request);
    });
    await testClient(server.baseUrl, { access: { kind: 'client' } }).quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer own-1', 'Bearer own-2']);
  });

  it('that the carrier refuses for an unread read is replaced only for the next one', async () => {
    const { server, bearers } = await carrier(refusedToken);
    const { quantumView } = testClient(server.baseUrl, { access: { kind: 'client' } });
    await expect(quantumView.raw()).rejects.toMatchObject({ code: '250002', outcome: 'refused' });
    await expect(quantumView.raw()).rejects.toMatchObject({ code: '250002', outcome: 'refused' });
    expect(bearers()).toEqual(['Bearer own-1', 'Bearer own-2']);
  });

  it('that cannot be had means that the read itself was not sent', async () => {
    const server = await startServer(refusal(401, '10401', 'ClientId is Invalid'));
    servers.push(server);
    const { quantumView } = testClient(server.baseUrl, { access: { kind: 'client' } });
    await expect(quantumView.raw()).rejects.toMatchObject({
      code: '10401',
      outcome: 'not-sent',
      cause: { outcome: 'refused' },
    });
    expect(server.requests.length).toBe(1);
  });
});

describe('a grant in the store', () => {
  const grant = (expiresAt: number): GrantToken => ({
    accessToken: 'old',
    expiresAt,
    lifetimeMs: HOUR,
    scope: '',
    status: 'approved',
    refreshToken: 'r-0',
    refreshExpiresAt: expiresAt + HOUR,
    refreshStatus: 'approved',
    refreshCount: 0,
  });
  const access = { kind: 'grant', key: 'maple' } as const;

  it('is used as it is while it lives', async () => {
    const clock = movable();
    const tokens = memoryTokens();
    await keepGrant(tokens, 'maple', grant(clock.now() + HOUR));
    const { server, paths } = await carrier();
    await testClient(server.baseUrl, { access, tokens, clock }).quantumView.raw(byDate);
    expect(paths()).toEqual(['events']);
  });

  it('is refreshed once for all who need it, and the new pair is kept before it is used', async () => {
    const clock = movable();
    const tokens = memoryTokens();
    await keepGrant(tokens, 'maple', grant(clock.now()));
    const { server, paths, bearers } = await carrier();
    const { quantumView } = testClient(server.baseUrl, { access, tokens, clock });
    await Promise.all([quantumView.raw(byDate), quantumView.raw(byDate)]);
    expect(paths().filter((path) => path === 'refresh').length).toBe(1);
    expect(bearers()).toEqual(['Bearer new-1', 'Bearer new-1']);
    expect(await tokens.get('maple')).toMatchObject({ token: { accessToken: 'new-1', refreshToken: 'r-1' } });
  });

  it('whose access token the carrier refuses is refreshed', async () => {
    let reads = 0;
    const tokens = memoryTokens();
    await keepGrant(tokens, 'maple', grant(Date.now() + HOUR));
    const { server, bearers } = await carrier((response, request) => {
      reads += 1;
      const reply = reads === 1 ? refusedToken : json({});
      reply(response, request);
    });
    await testClient(server.baseUrl, { access, tokens }).quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer old', 'Bearer new-1']);
  });

  it.each<[string, AccessToken | undefined]>([
    ['is not there', undefined],
    ['cannot be refreshed', { accessToken: 'a', expiresAt: 0, lifetimeMs: 1, scope: '', status: '' }],
  ])('that %s is a fault before anything is sent', async (_name, kept) => {
    const tokens = memoryTokens();
    if (kept !== undefined) await tokens.swap('maple', 0, { version: 1, token: kept });
    const { server } = await carrier();
    const call = testClient(server.baseUrl, { access, tokens }).quantumView.raw(byDate);
    await expect(call).rejects.toMatchObject({ code: 'NO_GRANT', outcome: 'not-sent' });
    expect(server.requests).toEqual([]);
  });
});

describe('a store that several processes share', () => {
  const access = { kind: 'grant', key: 'maple' } as const;
  const old: GrantToken = {
    accessToken: 'old',
    expiresAt: 0,
    lifetimeMs: HOUR,
    scope: '',
    status: 'approved',
    refreshToken: 'r-0',
    refreshExpiresAt: 9e15,
    refreshStatus: 'approved',
    refreshCount: 0,
  };

  /** As a database far away: every step takes its turn, and what is kept went through JSON. */
  function slowStore(): TokenStore {
    const memory = memoryTokens();
    const later = async <Result>(result: Promise<Result>): Promise<Result> => {
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
      const value = await result;
      return value === undefined ? value : JSON.parse(JSON.stringify(value));
    };
    return {
      get: (key) => later(memory.get(key)),
      swap: async (key, expected, next) => later(memory.swap(key, expected, next)),
    };
  }

  const patient = { sleep: () => new Promise<void>(setImmediate) };

  it('spends a refresh token once, however many need it', async () => {
    const tokens = slowStore();
    await keepGrant(tokens, 'maple', old);
    const { server, paths, bearers } = await carrier();
    const processes = Array.from({ length: 6 }, () =>
      testClient(server.baseUrl, { access, tokens, ...patient }),
    );
    await Promise.all(processes.map(({ quantumView }) => quantumView.raw(byDate)));
    expect(paths().filter((path) => path === 'refresh').length).toBe(1);
    expect(new Set(bearers())).toEqual(new Set(['Bearer new-1']));
  });

  it('goes on with the old token while another process renews it early', async () => {
    const tokens = memoryTokens();
    const now = Date.now();
    const dying = { ...old, expiresAt: now + 60_000 };
    await tokens.swap('maple', 0, { version: 1, token: dying, claimedUntil: now + 60_000 });
    const { server, bearers } = await carrier();
    await testClient(server.baseUrl, { access, tokens }).quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer old']);
  });

  it('takes a renewal over from a process that died', async () => {
    const tokens = memoryTokens();
    await tokens.swap('maple', 0, { version: 1, token: old, claimedUntil: Date.now() - 1 });
    const { server, bearers } = await carrier();
    await testClient(server.baseUrl, { access, tokens }).quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer new-1']);
  });

  it('is told of a refresh whose answer was lost before it is sent again', async () => {
    const clock = movable();
    const tokens = memoryTokens();
    await keepGrant(tokens, 'maple', { ...old, expiresAt: clock.now() + 60_000 });
    const { server, paths, bearers } = await carrier();
    let isLost = true;
    const { quantumView } = testClient(server.baseUrl, {
      access,
      tokens,
      clock,
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (isLost && String(url).endsWith('/refresh')) throw new TypeError('terminated');
        return answer;
      },
    });
    await quantumView.raw(byDate);
    await quantumView.raw(byDate);
    clock.advance(60_000);
    isLost = false;
    await expect(quantumView.raw(byDate)).rejects.toMatchObject({
      code: 'GRANT_IN_DOUBT',
      outcome: 'not-sent',
      hint: { fr: expect.stringContaining('autorise de nouveau') },
    });
    expect(paths()).toEqual(['refresh', 'events', 'events']);
    await quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer old', 'Bearer old', 'Bearer new-2']);
  });

  it('keeps the new pair although somebody noted meanwhile that the old token is refused', async () => {
    const tokens = memoryTokens();
    const now = Date.now();
    await keepGrant(tokens, 'maple', { ...old, expiresAt: now + 60_000 });
    const { server, paths, bearers } = await carrier((response, request) => {
      const isOld = request.headers.authorization === 'Bearer old';
      (isOld ? refusedToken : json({}))(response, request);
    });
    let other: Promise<unknown> = Promise.resolve();
    const seldom = testClient(server.baseUrl, { access, tokens, ...patient });
    const first = testClient(server.baseUrl, {
      access,
      tokens,
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (String(url).endsWith('/refresh')) {
          other = seldom.quantumView.raw(byDate);
          while (!((await tokens.get('maple'))?.token.expiresAt === 0)) await patient.sleep();
        }
        return answer;
      },
    });
    await first.quantumView.raw(byDate);
    await other;
    expect(paths().filter((path) => path === 'refresh').length).toBe(1);
    expect(bearers()).toEqual(['Bearer old', 'Bearer new-1', 'Bearer new-1']);
    expect(await tokens.get('maple')).toMatchObject({ token: { refreshToken: 'r-1' } });
  });

  it('does not wait for ever where the clock stands still', async () => {
    const tokens = memoryTokens();
    const clock = movable();
    await tokens.swap('maple', 0, { version: 1, token: old, claimedUntil: clock.now() + HOUR });
    const { server, bearers } = await carrier();
    const ups = testClient(server.baseUrl, { access, tokens, clock });
    await ups.quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer new-1']);
    expect(ups.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(60_000);
  });

  it('keeps the old grant, unclaimed, after a refresh that failed', async () => {
    const tokens = memoryTokens();
    await keepGrant(tokens, 'maple', old);
    const server = await startServer(refusal(400, '10400', 'Invalid Refresh Token'));
    servers.push(server);
    const call = testClient(server.baseUrl, { access, tokens }).quantumView.raw(byDate);
    await expect(call).rejects.toMatchObject({ code: '10400', outcome: 'not-sent' });
    expect(await tokens.get('maple')).toEqual({ version: 3, token: old });
  });

  it('keeps an own token that is still alive when a new one cannot be had just now', async () => {
    const clock = movable();
    const { server, bearers } = await carrier();
    let isBusy = false;
    const { quantumView } = testClient(server.baseUrl, {
      access: { kind: 'client' },
      clock,
      fetch: async (url, init) => {
        const isRefused = isBusy && String(url).endsWith('/token');
        return isRefused ? new Response('{}', { status: 503 }) : fetch(url, init);
      },
    });
    await quantumView.raw(byDate);
    clock.advance(HOUR - 60_000);
    isBusy = true;
    await quantumView.raw(byDate);
    expect(bearers()).toEqual(['Bearer own-1', 'Bearer own-1']);
  });
});
