import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace } from '../network/facilities.ts';
import { dayOf } from '../network/zones.ts';
import { seededRandom } from '../random.ts';
import { quote } from '../rating/rules.ts';
import { drawBusiness } from '../traffic/parties.ts';
import { createTraffic } from '../traffic/rules.ts';
import { afterWrong, attemptsLeft, isLocked, noAttempts } from './attempts.ts';
import { type InvoiceClaim, judgeInvoice } from './authentication.ts';
import { billedQuestion, chargesOf, currencyOfAccount } from './charges.ts';
import {
  billingWeek,
  drawControlNumber,
  type Invoice,
  invoiceCutAt,
  invoiceDay,
  invoiceNumber,
} from './invoices.ts';
import { pinOf } from './pins.ts';

const HOUR_MS = 3_600_000;
const SATURDAY = dayOf(2026, 11, 21);

function invoice(day: number, more: Partial<Invoice> = {}): Invoice {
  const number = invoiceNumber('A1B2C3', day, 0);
  const rest = { currency: 'USD', controlNumber: 'K7QX', isInternational: false };
  return { number, day, amountCents: 12_345, ...rest, ...more };
}

function claimOf({ number, day, amountCents, controlNumber }: Invoice): InvoiceClaim {
  return { country: 'US', number, day, amountCents, controlNumber };
}

describe('weeks', () => {
  it.each([
    ['a Saturday begins the next week', SATURDAY, SATURDAY + 7],
    ['a Friday ends its week', SATURDAY - 1, SATURDAY],
    ['a Wednesday', SATURDAY - 3, SATURDAY],
  ])('%s', (_what, pickupDay, dated) => {
    expect(invoiceDay(billingWeek(pickupDay))).toBe(dated);
  });

  it('are cut on Saturday at noon, UTC', () => {
    expect(new Date(invoiceCutAt(billingWeek(SATURDAY - 1))).toISOString()).toBe('2026-11-21T12:00:00.000Z');
  });

  it('give numbers that differ by account, week, year and place within the day', () => {
    expect(invoiceNumber('A1B2C3', SATURDAY, 0)).toBe('0000A1B2C3647');
    const numbers = [0, 7, 14, 371].flatMap((days) =>
      [0, 1].flatMap((ordinal) =>
        ['A1B2C3', 'D4E5F6'].map((account) => invoiceNumber(account, SATURDAY + days, ordinal)),
      ),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('never give two Saturdays of a decade the same number', () => {
    const numbers = Array.from({ length: 520 }, (_, week) => invoiceNumber('A1B2C3', SATURDAY + 7 * week, 0));
    expect(new Set(numbers).size).toBe(520);
  });
});

describe('authentication by invoice', () => {
  const today = SATURDAY + 90;
  const latest = [0, 7, 14].map((days) => invoice(SATURDAY + days));
  const account = { country: 'US', invoices: [invoice(SATURDAY - 7), ...latest] };
  const first = latest[0] ?? invoice(0);

  it.each(latest.map((one) => [one.day - SATURDAY, one] as const))(
    'takes each of the three latest, that of day %d',
    (_day, one) => {
      expect(judgeInvoice(claimOf(one), account, today)).toEqual({ is: 'right', invoice: one });
    },
  );

  it.each<[string, InvoiceClaim, number, string]>([
    ['the fourth', claimOf(invoice(SATURDAY - 7)), today, 'wrong'],
    ['another amount', { ...claimOf(first), amountCents: 12_344 }, today, 'wrong'],
    ['another date', { ...claimOf(first), day: SATURDAY + 1 }, today, 'wrong'],
    ['another number', { ...claimOf(first), number: '0001A1B2C3647' }, today, 'wrong'],
    ['another country', { ...claimOf(first), country: 'CA' }, today, 'wrong'],
    ['a control number in small letters', { ...claimOf(first), controlNumber: 'k7qx' }, today, 'wrong'],
    ['no control number', withoutControl(first), today, 'wrong'],
    ['deliveries of 91 days ago', claimOf(first), today + 1, 'too-old'],
    ['anything when all are old', { ...claimOf(first), day: 1 }, SATURDAY + 200, 'no-invoice'],
  ])('refuses %s', (_what, claim, day, is) => {
    expect(judgeInvoice(claim, account, day)).toEqual({ is });
  });

  it('takes an invoice of international shipments alone for 45 days', () => {
    const abroad = invoice(SATURDAY, { isInternational: true });
    const only = { country: 'US', invoices: [abroad] };
    expect(judgeInvoice(claimOf(abroad), only, SATURDAY + 45).is).toBe('right');
    expect(judgeInvoice(claimOf(abroad), only, SATURDAY + 46).is).toBe('too-old');
  });

  it('asks no control number where invoices show none', () => {
    const british = { country: 'GB', invoices: [first] };
    const claim = { ...withoutControl(first), country: 'GB' };
    expect(judgeInvoice(claim, british, today).is).toBe('right');
  });
});

function withoutControl(one: Invoice): InvoiceClaim {
  const { controlNumber: _, ...claim } = claimOf(one);
  return claim;
}

describe('wrong attempts', () => {
  it('lock for a day at the third within an hour', () => {
    const twice = afterWrong(afterWrong(noAttempts, 0), 1);
    expect([attemptsLeft(twice, 1), isLocked(twice, 1)]).toEqual([1, false]);
    const locked = afterWrong(twice, 2);
    expect(locked.lockedUntil).toBe(24 * HOUR_MS + 2);
    expect([attemptsLeft(locked, 3), isLocked(locked, 24 * HOUR_MS + 1)]).toEqual([0, true]);
    expect(isLocked(locked, 24 * HOUR_MS + 2)).toBe(false);
  });

  it('are forgiven an hour later', () => {
    const twice = afterWrong(afterWrong(noAttempts, 0), 1);
    expect(afterWrong(twice, HOUR_MS + 1).lockedUntil).toBeNull();
  });

  it('begin the day anew when one is made while it is locked', () => {
    const locked = [0, 1, 2].reduce(afterWrong, noAttempts);
    expect(afterWrong(locked, HOUR_MS).lockedUntil).toBe(25 * HOUR_MS);
  });
});

it('a PIN has six digits, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
      expect(pinOf(bytes)).toMatch(/^\d{6}$/);
    }),
  );
});

it('a control number has four characters that are not mistaken for others', () => {
  expect(drawControlNumber(seededRandom('control'))).toMatch(/^[2-9A-HJ-NP-Z]{4}$/);
});

describe('charges of traffic', () => {
  const columbus = findPlace('US', 'OH', 'COLUMBUS')?.index ?? 0;
  const party = { ...drawBusiness(seededRandom('us'), columbus), account: 'A1B2C3' };
  const accounts = (['outbound', 'inbound', 'third-party'] as const).map((role) => ({
    ...{ role, party, owner: 'me', weight: 10 },
  }));
  const [from, to] = [Date.UTC(2026, 10, 2), Date.UTC(2026, 10, 30)];
  const drafts = [...createTraffic({ seed: 'charges', shipments: 1200, from, to, accounts })];
  const day = SATURDAY;

  it('have a price for every shipment that the network carries', () => {
    const terms = { contract: null, currency: 'USD', tables: {} };
    for (const draft of drafts) {
      const charges = chargesOf(draft, day, terms);
      expect(charges).toHaveLength(draft.parcels.length);
      expect(charges?.every((cents) => Number.isInteger(cents) && cents > 0)).toBe(true);
    }
  });

  it('add up to the price of rating with its taxes', () => {
    for (const draft of drafts.slice(0, 300)) {
      const found = quote(billedQuestion(draft, day), draft.service);
      if (!('published' in found)) throw new Error(found.reason);
      const terms = { contract: null, currency: found.currency, tables: {} };
      const sum = chargesOf(draft, day, terms)?.reduce((all, cents) => all + cents, 0);
      const taxes = found.published.taxes.reduce((all, { cents }) => all + cents, 0);
      expect(sum).toBe(found.published.totalCents + taxes);
    }
  });

  it('follow the contract of the payer, and its currency', () => {
    const draft = drafts.find(({ service, shipper }) => service === '03' && shipper.country === 'US');
    if (draft === undefined) throw new Error('no ground shipment');
    const contract = { number: 'C', serviceDiscountBps: { '03': 5000 }, surchargeDiscountBps: {} };
    const sum = (terms: Parameters<typeof chargesOf>[2]) =>
      chargesOf(draft, day, terms)?.reduce((all, cents) => all + cents, 0) ?? Number.NaN;
    const published = sum({ contract: null, currency: 'USD', tables: {} });
    expect(sum({ contract, currency: 'USD', tables: {} })).toBeLessThan(published);
    expect(sum({ contract: null, currency: 'CAD', tables: {} })).toBe(Math.round(published * 1.35));
    expect([currencyOfAccount('CA'), currencyOfAccount('GB')]).toEqual(['CAD', 'USD']);
  });
});
