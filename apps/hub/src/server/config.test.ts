import { describe, expect, it } from 'vitest';
import { readHubConfig } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const good = {
  LADING_HUB_KEY: key,
  LADING_HUB_CARRIER_CLIENT_ID: 'sandbox-client',
  LADING_HUB_CARRIER_CLIENT_SECRET: 'sandbox-secret',
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
  ])('refuse %s in one sentence that names the setting', (_name, change, named) => {
    expect(() => readHubConfig({ ...good, ...change })).toThrow(named);
  });
});
