import { describe, expect, it } from 'vitest';
import { type ConnectionOptions, connect } from './connection.ts';

const usual: ConnectionOptions = { environment: 'test', clientId: 'client-1', clientSecret: 'secret-1' };

/** As a program without types, or with an empty setting, would make a client. */
const made = (changes: object) => () => connect({ ...usual, ...changes });

describe('a client is not made', () => {
  it.each([
    ['for a side that the carrier does not have', { environment: 'prod' }, /production, test or .* not prod/],
    ['for a side named like a built-in', { environment: 'toString' }, /not toString/],
    ['for an address that is none', { environment: { baseUrl: 'nowhere' } }, TypeError],
    ['for an address of another kind', { environment: { baseUrl: 'ftp://127.0.0.1' } }, /http or https/],
    ['without a client id', { clientId: '' }, /clientId is missing/],
    ['without a client secret', { clientSecret: undefined }, /clientSecret is missing/],
  ])('%s', (_name, changes, expected) => {
    expect(made(changes)).toThrow(expected);
  });

  it('is where nothing is wrong', () => {
    expect(made({})).not.toThrow();
    expect(made({ environment: 'production' })).not.toThrow();
  });
});
