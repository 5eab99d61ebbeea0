import { describe, expect, it } from 'vitest';
import { personalSign } from './mailbox.ts';

const members = ['alice@maple.example', 'Umar@Maple.example'];

describe('an address', () => {
  it.each([
    ['il_support@maple.example', null],
    ['ups-data@maple.example', null],
    ['expedition.montreal@maple.example', null],
    ['shipping2@maple.example', null],
    ['maple@maple.example', null],
    ['john.doe@maple.example', 'name'],
    ['j-tremblay@maple.example', 'name'],
    ['Élise_Côté@maple.example', 'name'],
    ['john.doe+ups@maple.example', 'name'],
    [' alice@maple.example ', 'member'],
    ['umar@maple.example', 'member'],
    ['maplesupport@gmail.com', 'free-mail'],
    ['john.doe', null],
    ['', null],
  ])('%j gives the sign %j', (email, sign) => {
    expect(personalSign(email, members)).toBe(sign);
  });
});
