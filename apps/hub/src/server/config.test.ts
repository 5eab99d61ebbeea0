import { describe, expect, it } from 'vitest';
import { isCarrierHost } from './carrier-settings.ts';
import { carriersOf, readHubConfig } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const good = {
  LADING_HUB_KEY: key,
  LADING_HUB_CARRIER_CLIENT_ID: 'sandbox-client',
  LADING_HUB_CARRIER_CLIENT_SECRET: 'sandbox-secret',
};

const several = {
  LADING_HUB_CARRIER_CLIENT_ID_SANDBOX: 's',
  LADING_HUB_CARRIER_CLIENT_SECRET_SANDBOX: 's-secret',
  LADING_HUB_CARRIER_CLIENT_ID_TEST: 't',
  LADING_HUB_CARRIER_CLIENT_SECRET_TEST: 't-secret',
  LADING_HUB_CARRIER_CLIENT_ID_PRODUCTION: 'p',
  LADING_HUB_CARRIER_CLIENT_SECRET_PRODUCTION: 'p-secret',
};

describe('the hub’s settings', () => {
  it('have a default for everything that can have one', () => {
    expect(readHubConfig(good)).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      clock: 'system',
      isDemo: false,
      database: { kind: 'directory' },
      carrier: { environment: 'sandbox', baseUrl: 'http://127.0.0.1:3100' },
    });
  });

  it('keep secrets out of anything that is printed', () => {
    const printed = JSON.stringify(readHubConfig(good));
    expect(printed).not.toContain(key);
    expect(printed).not.toContain('sandbox-secret');
  });

  it('let the demo make its own key', () => {
    expect(readHubConfig({ ...good, LADING_HUB_KEY: undefined, LADING_HUB_DEMO: '1' }).key).toBeNull();
  });

  it.each([
    ['Claude Roy <claude@example.test>', { name: 'Claude Roy', email: 'claude@example.test' }],
    ['success@example.test', { name: 'success@example.test', email: 'success@example.test' }],
  ])('take %j as the contact of companies without their own', (given, contact) => {
    const read = readHubConfig({ ...good, LADING_HUB_CONTACT: given, LADING_HUB_CUT_OVER: '2026-08-08' });
    expect(read.wayIn).toEqual({ contact, cutOver: '2026-08-08' });
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['a missing key', { LADING_HUB_KEY: undefined }, 'LADING_HUB_KEY'],
    ['a short key', { LADING_HUB_KEY: 'abc' }, 'LADING_HUB_KEY'],
    ['a port that is none', { LADING_HUB_PORT: '70000' }, 'LADING_HUB_PORT'],
    ['an unknown carrier', { LADING_HUB_CARRIER: 'prod' }, 'LADING_HUB_CARRIER'],
    ['a missing client', { LADING_HUB_CARRIER_CLIENT_ID: undefined }, 'LADING_HUB_CARRIER_CLIENT_ID'],
    ['a database of another kind', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    ['a public address that is none', { LADING_HUB_PUBLIC_URL: 'hub.example' }, 'LADING_HUB_PUBLIC_URL'],
    ['a contact without an address', { LADING_HUB_CONTACT: 'Claude Roy' }, 'LADING_HUB_CONTACT'],
    ['a contact that never closes', { LADING_HUB_CONTACT: 'Claude <c@example.test' }, 'LADING_HUB_CONTACT'],
    ['a cut-over day that does not exist', { LADING_HUB_CUT_OVER: '2026-02-30' }, 'LADING_HUB_CUT_OVER'],
    ['a cut-over day without its year', { LADING_HUB_CUT_OVER: '08-08' }, 'LADING_HUB_CUT_OVER'],
    [
      'the sandbox clock against the real carrier',
      { LADING_HUB_CARRIER: 'production', LADING_HUB_CLOCK: 'sandbox' },
      'LADING_HUB_CLOCK=sandbox',
    ],
    [
      'the demo against the real carrier',
      { LADING_HUB_CARRIER: 'test', LADING_HUB_DEMO: '1' },
      'LADING_HUB_DEMO',
    ],
    [
      'a sandbox address for the real carrier',
      { LADING_HUB_CARRIER: 'production', LADING_HUB_CARRIER_URL: 'http://127.0.0.1:3100' },
      'LADING_HUB_CARRIER_URL',
    ],
    [
      'the demo against the real carrier as one of several',
      { ...several, LADING_HUB_CARRIER: 'sandbox,production', LADING_HUB_DEMO: '1' },
      'LADING_HUB_DEMO',
    ],
    [
      'the demo against a host of the carrier called a sandbox',
      { LADING_HUB_CARRIER_URL: 'https://onlinetools.ups.com', LADING_HUB_DEMO: '1' },
      'LADING_HUB_CARRIER_URL',
    ],
    [
      'a host of the carrier called a sandbox',
      { LADING_HUB_CARRIER_URL: 'https://wwwcie.ups.com./x' },
      'LADING_HUB_CARRIER_URL',
    ],
    [
      'the sandbox clock where the real carrier is one of several',
      { ...several, LADING_HUB_CARRIER: 'sandbox,test', LADING_HUB_CLOCK: 'sandbox' },
      'LADING_HUB_CLOCK=sandbox',
    ],
    ['an environment twice', { LADING_HUB_CARRIER: 'test,test' }, 'LADING_HUB_CARRIER'],
    ['an environment without a name', { LADING_HUB_CARRIER: 'test,' }, 'LADING_HUB_CARRIER'],
    [
      'one application for several environments',
      { LADING_HUB_CARRIER: 'production,test' },
      'LADING_HUB_CARRIER_CLIENT_ID_PRODUCTION',
    ],
  ])('refuse %s in one sentence that names the setting', (_name, change, named) => {
    expect(() => readHubConfig({ ...good, ...change })).toThrow(named);
  });

  it('take several environments in their order, each with its own application', () => {
    const config = readHubConfig({ ...good, ...several, LADING_HUB_CARRIER: 'production, test,sandbox' });
    const read = carriersOf(config).map(({ environment, baseUrl, clientId, clientSecret }) => [
      ...[environment, baseUrl, clientId, clientSecret.reveal()],
    ]);
    expect(read).toEqual([
      ['production', null, 'p', 'p-secret'],
      ['test', null, 't', 't-secret'],
      ['sandbox', 'http://127.0.0.1:3100', 's', 's-secret'],
    ]);
    expect(config.carrier.environment).toBe('production');
  });

  it('take the settings with the name of the environment where it is the only one', () => {
    const { carrier } = readHubConfig({ ...good, ...several, LADING_HUB_CARRIER: 'test' });
    expect([carrier.clientId, carrier.clientSecret.reveal()]).toEqual(['t', 't-secret']);
  });
});

describe('a host of the carrier', () => {
  it.each([
    ['onlinetools.ups.com', true],
    ['WWWCIE.UPS.COM', true],
    ['ups.com', true],
    ['onlinetools.ups.com.', true],
    ['notups.com', false],
    ['ups.com.example', false],
    ['127.0.0.1', false],
  ])('%s: %s', (host, expected) => {
    expect(isCarrierHost(host)).toBe(expected);
  });
});
