import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { allOperations } from '@lading/contract/catalogue';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const house = fileURLToPath(new URL('../../..', import.meta.url));

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
  await world.traffic({
    shipments: 60,
    from: '2026-11-16T12:00:00Z',
    to: '2026-11-20T12:00:00Z',
    seed: 'sdk',
  });
});
afterAll(async () => {
  await world.close();
});

/** Runs an example as a person would, against the sandbox and at its time. */
function runExample(path: string, ...words: readonly string[]) {
  const env = {
    ...process.env,
    LADING_EXAMPLE_URL: world.baseUrl,
    LADING_EXAMPLE_NOW: new Date(world.clock.now()).toISOString(),
  };
  return run(process.execPath, ['--import', 'tsx', `examples/${path}`, ...words], { cwd: house, env });
}

describe('examples/quantum-view.ts', () => {
  it('prints a day of files, their deliveries and what the carrier warns of', async () => {
    const { stdout, stderr } = await runExample('quantum-view.ts', 'Outbound', 'Dormant');
    expect(stdout).toMatch(/^Outbound \([0-9A-F]{16}\), status A$/m);
    expect(stdout).toMatch(/^ {2}\d{6}_\d{9}: \d+ manifests, \d+ origins/m);
    expect(stdout).toMatch(/^ {4}1Z[0-9A-Z]{16} delivered \d{8}, /m);
    expect(stderr).toContain('336000');
  });

  it('says what to do when it is refused', async () => {
    await expect(runExample('quantum-view.ts', 'Nobody')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('330010'),
    });
  });
});

describe('examples/settings.ts', () => {
  const example = (env: Readonly<Record<string, string>>) =>
    run(process.execPath, ['--import', 'tsx', 'examples/rating.ts'], {
      cwd: house,
      env: { ...process.env, ...env },
    });

  it('asks no host of the carrier that is not named once more', async () => {
    const carrier = { LADING_EXAMPLE_URL: 'https://onlinetools.ups.com' };
    const refused = 'LADING_EXAMPLE_HOST=onlinetools.ups.com';
    await expect(example(carrier)).rejects.toMatchObject({ stderr: expect.stringContaining(refused) });
    const other = { ...carrier, LADING_EXAMPLE_HOST: 'wwwcie.ups.com' };
    await expect(example(other)).rejects.toMatchObject({ stderr: expect.stringContaining(refused) });
  });
});

describe('examples/oauth.ts', () => {
  it('prints how long the token lives, and never the token', async () => {
    const { stdout } = await runExample('oauth.ts', 'http://127.0.0.1:3000/integrations/callback');
    expect(stdout).toMatch(/^A token, approved, for 59 minutes\.$/m);
    const address = new URL(/^http\S+$/m.exec(stdout)?.[0] ?? '');
    expect(address.pathname).toBe('/security/v1/oauth/authorize');
    expect(address.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  });
});

describe('examples/address-city.ts', () => {
  it('finds a city by its ZIP code', async () => {
    const { stdout } = await runExample('address-city.ts', 'Atlanta', 'GA', '30328');
    expect(stdout).toMatch(/^ {2}ATLANTA, GA 30328$/im);
  });
});

describe('examples/address-street.ts', () => {
  it('knows the recorded address and what it is', async () => {
    const { stdout } = await runExample('address-street.ts');
    expect(stdout).toContain('The carrier knows it.');
    expect(stdout).toMatch(/^ {2}55 GLENLAKE .*: Commercial$/im);
  });
});

describe('examples/rating.ts', () => {
  it('prints the services of a lane, cheapest first', async () => {
    const { stdout } = await runExample('rating.ts', '30328', '10001');
    const rows = [...stdout.matchAll(/^service (\d\d): (\d+\.\d\d) USD$/gm)];
    const amounts = rows.map(([, , amount]) => Number(amount));
    expect(rows.map(([, service]) => service)).toContain('03');
    expect(amounts.length).toBeGreaterThan(3);
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
  });
});

describe('examples/checkout-rates', () => {
  const asked = { city: 'New York', state: 'NY', postalCode: '10001', isHome: 'yes' };
  const amountsOf = (html: string) =>
    [...html.matchAll(/<b>\D*(\d+\.\d\d)<\/b>/g)].map(([, amount]) => Number(amount));

  it('prices ways of delivery with their days, and offers places for one that does not exist', async () => {
    const shop = await openShop();
    const ask = (form: object, language = 'en') =>
      fetch(`${shop.url}/?language=${language}`, {
        method: 'POST',
        body: new URLSearchParams({ ...form }),
      }).then((answer) => answer.text());
    try {
      const home = await ask(asked);
      const dearer = amountsOf(home);
      expect(dearer.length).toBeGreaterThanOrEqual(4);
      expect(dearer).toEqual(dearer.toSorted((a, b) => a - b));
      expect(home).toMatch(/Ground<\/span> <small>\w+, November \d+, by \d\d:\d\d/);
      const { isHome: _home, ...office } = asked;
      expect(amountsOf(await ask(office))[0]).toBeLessThan(dearer[0] ?? 0);
      expect(await ask(asked, 'fr')).toMatch(/Terrestre<\/span> <small>\w+ \d+ novembre, avant/);

      const misspelt = await ask({ ...asked, city: 'New Yrok' });
      expect(misspelt).toContain('Did you mean');
      expect(misspelt).toMatch(/NEW YORK, NY 10001/i);
      const strange = await ask({ ...asked, city: '<b>"&' });
      expect(strange).not.toContain('value="<b>');

      await world.control('POST', 'faults', { match: { api: 'rating' }, times: 9, status: 503 });
      expect(await ask(asked)).toContain('cannot be priced just now');
      await world.control('DELETE', 'faults');
    } finally {
      await shop.close();
    }
  });
});

/** The merchant's server, as a process of its own. */
async function openShop() {
  const env = { ...process.env, LADING_EXAMPLE_URL: world.baseUrl };
  const program = spawn(process.execPath, ['--import', 'tsx', 'examples/checkout-rates/server.ts', '0'], {
    cwd: house,
    env,
  });
  const gone = once(program, 'exit');
  const [said] = await Promise.race([once(program.stdout, 'data'), gone]);
  const url = /http:\S+/.exec(String(said))?.[0];
  if (!url) throw new Error(`the shop did not open: ${said}`);
  return {
    url,
    close: async () => {
      program.kill();
      await gone;
    },
  };
}

describe('the examples', () => {
  it('are one for each API that the sandbox implements, and each says something by itself', async () => {
    const slugs = [...new Set(allOperations.map(({ slug }) => slug))];
    const implemented = slugs.filter((slug) => existsSync(`${house}/apps/sandbox/src/${slug}/operations.ts`));
    expect(implemented).toEqual(expect.arrayContaining(['oauth', 'quantum-view', 'rating']));
    for (const slug of implemented) {
      const { stdout } = await runExample(`${slug}.ts`);
      expect({ slug, words: stdout.length > 10 }).toEqual({ slug, words: true });
      const page = await readFile(`${house}/docs/apis/${slug}.md`, 'utf8');
      expect({ slug, names: page.includes(`examples/${slug}.ts`) }).toEqual({ slug, names: true });
    }
  });
});
