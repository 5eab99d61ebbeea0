import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parcel, rateAsker, rateRequest } from '../rating/testing/ask.ts';
import { startWorld, type WorldForTests } from '../testing.ts';
import { claimOf, latestClaim, type ShownInvoice, shownAccount } from './testing/accounts.ts';

const USER = 'il_support';
const orlando = { country: 'US', state: 'FL', city: 'ORLANDO' };
const paris = { country: 'FR', city: 'PARIS' };
let world: WorldForTests;
beforeEach(async () => {
  // A Monday.
  world = await startWorld({ clock: '2026-11-02T12:00:00Z' });
});
afterEach(() => world.close());

const ship = async (input: object = {}) =>
  (await world.command('ship', { account: 'A1B2C3', to: orlando, ...input })) as {
    trackingNumbers: string[];
  };
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1],
  );
const invoicesOf = async (account: string) => (await shownAccount(world, account)).invoices;
const first = async (account = 'A1B2C3'): Promise<ShownInvoice> => {
  const [found] = await invoicesOf(account);
  if (found === undefined) throw new Error(`${account} has no invoice`);
  return found;
};

describe('invoices', () => {
  it('come on Saturday for what was picked up until Friday', async () => {
    await ship();
    await world.clock.set('2026-11-07T11:59:59Z');
    expect(await invoicesOf('A1B2C3')).toEqual([]);
    expect((await shownAccount(world, 'A1B2C3')).unbilled).toMatchObject([{ currency: 'USD', parcels: 1 }]);
    await world.clock.set('2026-11-07T12:00:00Z');
    expect(await first()).toMatchObject({ number: '0000A1B2C3645', date: '2026-11-07', kind: 'delivery' });
    expect((await shownAccount(world, 'A1B2C3')).unbilled).toEqual([]);
    expect(await world.control('GET', 'world')).toMatchObject({ counts: { invoices: 1 } });
  });

  it('bill what rating says, parcel for parcel', async () => {
    await world.command('agree-contract', {
      account: 'A1B2C3',
      number: 'C9',
      serviceDiscountBps: { '03': 2500 },
    });
    await ship({ parcels: [{ weightTenths: 123 }, { weightTenths: 40 }] });
    await ship({ to: { ...orlando, isHome: true }, parcels: [{ weightTenths: 700 }] });
    await world.clock.set('2026-11-07T12:00:00Z');
    const invoice = await first();
    await world.command('authenticate-by-invoice', claimOf(USER, 'A1B2C3', invoice));
    await world.clock.set('2026-11-07T13:00:00Z');
    const box = { Dimensions: { UnitOfMeasurement: { Code: 'IN' }, Length: '12', Width: '8', Height: '6' } };
    const ask = await rateAsker(world);
    const total = async (packages: object[], to: object) => {
      const Shipper = {
        ShipperNumber: 'A1B2C3',
        Address: { PostalCode: '43215', StateProvinceCode: 'OH', CountryCode: 'US' },
      };
      const options = { ShipmentRatingOptions: { NegotiatedRatesIndicator: '' } };
      const address = { PostalCode: '32801', StateProvinceCode: 'FL', CountryCode: 'US', ...to };
      const { body } = await ask(rateRequest({ to: address, packages, shipment: { Shipper, ...options } }));
      const [rated] = (body as RateAnswer).RateResponse.RatedShipment;
      return Number(rated?.NegotiatedRateCharges.TotalCharge.MonetaryValue);
    };
    const two = await total([parcel('12.3', box), parcel('4', box)], {});
    const home = await total([parcel('70', box)], { ResidentialAddressIndicator: '' });
    expect(Number(invoice.amountDue)).toBeCloseTo(two + home, 2);
  });

  it('go to who pays, in the currency of its country', async () => {
    await ship({ billTo: { option: '03', account: '7G8H9J' } });
    await ship({ to: 'D4E5F6', billTo: { option: '02', account: 'D4E5F6' } });
    await world.clock.set('2026-11-07T12:00:00Z');
    expect(await invoicesOf('A1B2C3')).toEqual([]);
    expect(await first('7G8H9J')).toMatchObject({ currency: 'USD', kind: 'delivery' });
    expect(await first('D4E5F6')).toMatchObject({ currency: 'CAD', kind: 'international' });
  });

  it('leave out what was taken back before pickup', async () => {
    const { trackingNumbers } = await ship({ parcels: [{}, {}] });
    const before = Number((await shownAccount(world, 'A1B2C3')).unbilled[0]?.amount);
    await world.command('void', { trackingNumber: trackingNumbers[0] });
    const [left] = (await shownAccount(world, 'A1B2C3')).unbilled;
    expect(left?.parcels).toBe(1);
    expect(Number(left?.amount)).toBeCloseTo(before / 2, 1);
    await world.command('void', { trackingNumber: trackingNumbers[1] });
    await world.clock.set('2026-11-07T12:00:00Z');
    expect(await invoicesOf('A1B2C3')).toEqual([]);
  });

  it('never bill a parcel that is not handed over', async () => {
    await world.command('ship-test-parcels');
    expect((await shownAccount(world, 'TE5T00')).unbilled).toMatchObject([{ parcels: 9 }]);
  });

  it('show the three latest and count the rest', async () => {
    for (let week = 0; week < 5; week += 1) {
      await ship();
      await world.clock.advance('P7D');
    }
    const { invoices, olderInvoices } = await shownAccount(world, 'A1B2C3');
    expect(invoices.map(({ date }) => date)).toEqual(['2026-12-05', '2026-11-28', '2026-11-21']);
    expect(olderInvoices).toBe(2);
  });

  it('are there at once for traffic of the past, for everybody who pays', async () => {
    await world.traffic({ shipments: 300, from: '2026-10-19T00:00:00Z', to: '2026-11-02T00:00:00Z' });
    for (const account of ['A1B2C3', 'D4E5F6', '7G8H9J']) {
      expect((await invoicesOf(account)).map(({ date }) => date)).toEqual(['2026-10-31', '2026-10-24']);
    }
    const again = { shipments: 50, from: '2026-10-19T00:00:00Z', to: '2026-10-23T00:00:00Z', seed: 'late' };
    await world.traffic(again);
    const numbers = (await invoicesOf('A1B2C3')).map(({ number }) => number);
    expect(numbers).toEqual(['0000A1B2C3644', '0001A1B2C3643', '0000A1B2C3643']);
  });
});

interface RateAnswer {
  readonly RateResponse: {
    readonly RatedShipment: readonly {
      readonly NegotiatedRateCharges: { readonly TotalCharge: { readonly MonetaryValue: string } };
    }[];
  };
}

describe('authentication by invoice', () => {
  beforeEach(async () => {
    await ship();
    await world.clock.set('2026-11-07T12:00:00Z');
  });
  const claim = () => latestClaim(world, 'north_support', 'A1B2C3');
  const authenticate = async (change: object = {}) =>
    code(world.command('authenticate-by-invoice', { ...(await claim()), ...change }));

  it('adds the account to the profile and opens its rates', async () => {
    expect(await world.command('authenticate-by-invoice', await claim())).toMatchObject({
      negotiatedRates: true,
    });
    const users = await world.command('associate-account', { userName: 'north_support', account: 'A1B2C3' });
    expect(users).toMatchObject({ accounts: ['N1R2T3', 'A1B2C3'] });
    expect((await shownAccount(world, 'A1B2C3')).authenticated).toMatchObject([
      { userName: 'north_support' },
    ]);
  });

  it.each([
    ['another number', { invoiceNumber: '0000A1B2C3644' }],
    ['another date', { invoiceDate: '2026-11-06' }],
    ['another amount', { amountDue: '0.01' }],
    ['another control number', { controlNumber: 'none' }],
    ['another country', { country: 'CA' }],
  ])('does not take %s', async (_what, change) => {
    expect(await authenticate(change)).toBe('INVOICE_NOT_CONFIRMED');
  });

  it('locks for 24 hours at the third wrong attempt, and anew at one meanwhile', async () => {
    const wrong = { amountDue: '0.01' };
    const codes = [await authenticate(wrong), await authenticate(wrong), await authenticate(wrong)];
    expect(codes).toEqual(['INVOICE_NOT_CONFIRMED', 'INVOICE_NOT_CONFIRMED', 'INVOICE_NOT_CONFIRMED']);
    await world.clock.advance('PT23H');
    expect(await authenticate()).toBe('ACCOUNT_LOCKED');
    await world.clock.advance('PT23H59M');
    expect(await authenticate()).toBe('ACCOUNT_LOCKED');
    await world.clock.advance('PT24H');
    expect(await authenticate()).toBe('done');
  });

  it('locks the one user and not the other', async () => {
    for (let time = 0; time < 3; time += 1) await authenticate({ amountDue: '0.01' });
    expect(await authenticate({ userName: USER })).toBe('done');
  });

  it('wants a delivery of the last 90 days', async () => {
    await world.clock.set('2027-02-05T23:59:59Z');
    expect(await authenticate()).toBe('done');
    await world.clock.set('2027-02-06T00:00:00Z');
    expect(await authenticate()).toBe('INVOICE_TOO_OLD');
    expect(await authenticate({ amountDue: '0.01' })).toBe('NO_RECENT_INVOICE');
  });

  it('wants an international shipment of the last 45 days', async () => {
    await ship({ to: paris, billTo: { option: '03', account: '7G8H9J' } });
    await world.clock.set('2026-11-14T12:00:00Z');
    expect(await first('7G8H9J')).toMatchObject({ kind: 'international' });
    const abroad = await latestClaim(world, USER, '7G8H9J');
    const tried = () => code(world.command('authenticate-by-invoice', abroad));
    await world.clock.set('2026-12-29T12:00:00Z');
    expect(await tried()).toBe('done');
    await world.clock.set('2026-12-30T00:00:00Z');
    expect(await tried()).toBe('INVOICE_TOO_OLD');
  });

  it('is lost with the account, and by the carrier’s word', async () => {
    const who = { userName: 'north_support', account: 'A1B2C3' };
    const isQualified = async () => (await shownAccount(world, 'A1B2C3')).authenticated.length;
    await authenticate();
    await world.command('remove-account', who);
    await world.command('associate-account', who);
    expect(await isQualified()).toBe(0);
    await authenticate();
    expect(await isQualified()).toBe(1);
    await world.command('revoke-authentication', who);
    expect([await isQualified(), await code(world.command('revoke-authentication', who))]).toEqual([
      0,
      'NOT_AUTHENTICATED',
    ]);
  });

  it.each<[string, object, string]>([
    ['an account that does not exist', { account: 'ZZZZZZ' }, 'UNKNOWN_ACCOUNT'],
    ['a user that does not exist', { userName: 'nobody' }, 'NO_SUCH_CARRIER_USER'],
    ['a day that does not exist', { invoiceDate: '2026-02-30' }, 'NOT_A_DATE'],
    ['an amount with a sign', { amountDue: '$1.00' }, 'INVALID_REQUEST'],
    ['a stray member', { amount: '1.00' }, 'INVALID_REQUEST'],
  ])('refuses %s', async (_what, change, expected) => {
    expect(await authenticate(change)).toBe(expected);
  });
});

describe('authentication by PIN', () => {
  const who = { userName: 'north_support', account: 'A1B2C3' };
  const request = async () => (await world.command('request-pin', who)) as { sentTo: string; until: string };
  const letters = async () =>
    ((await world.command('read-letters', { account: 'A1B2C3' })) as { letters: ReadLetter[] }).letters;
  const enter = (pin: string, more: object = {}) =>
    code(world.command('authenticate-by-pin', { ...who, pin, ...more }));
  const pinNow = async () => (await letters()).at(-1)?.pin ?? '';

  it('comes by letter to the contact and adds the account without its rates', async () => {
    const { sentTo, until } = await request();
    expect([sentTo, until]).toEqual(['shipping@maple-outfitters.example', '2026-11-03T12:00:00.000Z']);
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: sentTo, subject: { fr: 'Votre NIP pour le compte A1B2C3' } });
    expect(letter?.text.en).toContain(letter?.pin);
    const email = 'Shipping@Maple-Outfitters.example';
    const entered = await world.command('authenticate-by-pin', { ...who, pin: letter?.pin, email });
    expect(entered).toEqual({ ...who, negotiatedRates: false });
    expect(await enter(letter?.pin ?? '')).toBe('PIN_EXPIRED');
  });

  it('is the last that was sent, for 24 hours', async () => {
    await request();
    const old = await pinNow();
    await request();
    const fresh = await pinNow();
    expect(fresh).not.toBe(old);
    expect(await enter(old)).toBe('PIN_NOT_CONFIRMED');
    await world.clock.advance('PT24H');
    expect(await enter(fresh)).toBe('PIN_EXPIRED');
  });

  it('is worth nothing after three wrong attempts', async () => {
    await request();
    const pin = await pinNow();
    const email = 'somebody@else.example';
    expect([await enter(pin, { email }), await enter(pin, { email }), await enter(pin, { email })]).toEqual([
      ...['PIN_NOT_CONFIRMED', 'PIN_NOT_CONFIRMED', 'PIN_NOT_CONFIRMED'],
    ]);
    expect(await enter(pin)).toBe('ACCOUNT_LOCKED');
    expect(await code(world.command('request-pin', who))).toBe('ACCOUNT_LOCKED');
  });

  it('wants a contact on file', async () => {
    expect(await code(world.command('request-pin', { ...who, account: 'X9Y8Z7' }))).toBe(
      'NO_ACCOUNT_CONTACT',
    );
    await world.command('set-account-contact', { account: 'X9Y8Z7', email: 'new@maple-outfitters.example' });
    expect(await code(world.command('request-pin', { ...who, account: 'X9Y8Z7' }))).toBe('done');
  });
});

interface ReadLetter {
  readonly to: string;
  readonly pin: string;
  readonly subject: { readonly en: string; readonly fr: string };
  readonly text: { readonly en: string; readonly fr: string };
}

describe('the accounts of a world', () => {
  const order = { shipments: 200, from: '2026-10-19T00:00:00Z', to: '2026-11-13T00:00:00Z', seed: 'same' };
  const told = async (one: WorldForTests) => {
    const all = ['A1B2C3', 'D4E5F6', '7G8H9J', 'N1R2T3'].map((account) =>
      one.command('show-account', { account }),
    );
    return JSON.stringify(await Promise.all(all));
  };

  it('are the same for the same seed, clock and commands', async () => {
    const twin = await startWorld({ clock: '2026-11-02T12:00:00Z' });
    for (const one of [world, twin]) {
      await one.traffic(order);
      await one.clock.advance('P12D');
    }
    expect(await told(twin)).toBe(await told(world));
    await twin.close();
  });

  it('come back from a snapshot, charges that are not billed included', async () => {
    await world.traffic(order);
    await world.control('POST', 'snapshot', { name: 'before' });
    const before = await told(world);
    await world.clock.advance('P12D');
    const after = await told(world);
    expect(after).not.toBe(before);
    await world.control('POST', 'restore', { name: 'before' });
    expect(await told(world)).toBe(before);
    await world.clock.advance('P12D');
    expect(await told(world)).toBe(after);
  });

  it('survive a restart, with the invoices that fall due meanwhile', async () => {
    const data = await mkdtemp(join(tmpdir(), 'lading-accounts-'));
    const open = () => startWorld({ clock: '2026-11-02T12:00:00Z', data });
    const kept = await open();
    await kept.traffic(order);
    const before = await told(kept);
    await kept.close();
    const again = await open();
    expect(await told(again)).toBe(before);
    await again.clock.advance('P12D');
    await world.traffic(order);
    await world.clock.advance('P12D');
    expect(await told(again)).toBe(await told(world));
    await again.close();
    await rm(data, { recursive: true });
  });

  it('are listed', async () => {
    const { accounts } = (await world.command('list-accounts')) as { accounts: { account: string }[] };
    expect(accounts.map(({ account }) => account)).toEqual([
      '7G8H9J',
      'A1B2C3',
      'D4E5F6',
      'N1R2T3',
      'X9Y8Z7',
    ]);
  });
});
