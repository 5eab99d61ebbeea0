import { describe, expect, it } from 'vitest';
import { applicationTrouble, isApplicationReady, toOwnApplication } from './application-draft.ts';

const good = { clientId: 'maple-app', clientSecret: 's3cret', accountNumber: 'A1B2C3' };

describe('what is typed of an own application', () => {
  it('is sent without the spaces that pasting brings, and the account in capitals', () => {
    const typed = { clientId: ' maple-app\n', clientSecret: '\ts3cret ', accountNumber: ' a1b2c3 ' };
    expect(toOwnApplication(typed)).toEqual(good);
    expect(isApplicationReady(typed)).toBe(true);
  });

  it.each([
    ['no client id', { clientId: '' }, 'clientId'],
    ['a client id with a colon, which a Basic header cannot carry', { clientId: 'a:b' }, 'clientId'],
    ['a client id with a space', { clientId: 'a b' }, 'clientId'],
    ['no secret', { clientSecret: ' ' }, 'clientSecret'],
    ['an account of five characters', { accountNumber: 'A1B2C' }, 'accountNumber'],
    ['an account with a hyphen', { accountNumber: 'A1B-C3' }, 'accountNumber'],
  ])('is not sent with %s', (_name, change, member) => {
    expect(Object.keys(applicationTrouble({ ...good, ...change }))).toEqual([member]);
  });
});
