import { describe, expect, it } from 'vitest';
import * as addressCity from './address-city/codes.ts';
import * as addressStreet from './address-street/codes.ts';
import * as dangerousGoods from './dangerous-goods/codes.ts';
import * as locator from './locator/codes.ts';
import * as oauth from './oauth/codes.ts';
import { errorHints as oauthHints } from './oauth/wire.ts';
import * as uses from './overview.ts';
import * as paperless from './paperless/codes.ts';
import * as pickup from './pickup/codes.ts';
import * as preNotification from './pre-notification/codes.ts';
import * as quantumView from './quantum-view/codes.ts';
import { errorHints as quantumViewHints } from './quantum-view/wire.ts';
import * as ratingCharges from './rating/charges/codes.ts';
import * as rating from './rating/codes.ts';
import * as ratingErrors from './rating/errors.ts';
import * as response from './response/codes.ts';
import { errorHints as generalHints } from './response/wire.ts';
import * as shipping from './shipping/codes.ts';
import * as shippingErrors from './shipping/errors.ts';
import * as shippingForms from './shipping/forms/codes.ts';
import * as shippingGoods from './shipping/goods/codes.ts';
import * as signatureTracking from './signature-tracking/codes.ts';
import { type CarrierError, type CodeName, nameCodes, sources } from './stated.ts';
import * as timeInTransit from './time-in-transit/codes.ts';
import * as tracking from './tracking/codes.ts';
import { exceptionFamilies } from './tracking/exceptions/codes.ts';
import * as trackingStatuses from './tracking/statuses/codes.ts';
import * as trade from './trade/codes.ts';

const modules = {
  response,
  uses,
  oauth,
  'quantum-view': quantumView,
  rating: { ...rating, ...ratingCharges, ...ratingErrors },
  'address-city': addressCity,
  'address-street': addressStreet,
  'dangerous-goods': dangerousGoods,
  locator,
  paperless,
  pickup,
  'pre-notification': preNotification,
  'signature-tracking': signatureTracking,
  'time-in-transit': timeInTransit,
  tracking: { ...tracking, ...trackingStatuses, ...exceptionFamilies },
  trade,
  shipping: { ...shipping, ...shippingErrors, ...shippingForms, ...shippingGoods },
};

type Table = Readonly<Record<string, CodeName>>;

const tables: readonly (readonly [string, Table])[] = Object.entries(modules).flatMap(([slug, module]) =>
  Object.entries(module)
    .filter((entry): entry is [string, Table] => isTable(entry[1]))
    .map(([name, table]) => [`${slug} ${name}`, table] as const),
);
const errors = tables.flatMap(([, table]) => Object.values(table)).filter(isError);
/** The carrier has several numbers for one sentence. */
const namesThatRepeat: ReadonlySet<Table> = new Set([trackingStatuses.statusCodes]);
/** APIs whose business errors arrive inside a 200. */
const insideSuccess: ReadonlySet<CarrierError> = new Set<CarrierError>([
  ...Object.values(quantumView.quantumViewErrors),
  ...Object.values(locator.locatorErrors),
]);
const hints = { ...oauthHints, ...quantumViewHints, ...generalHints };

describe('the code tables', () => {
  it('are there', () => {
    expect(tables.length).toBeGreaterThan(80);
    for (const [, table] of tables) expect(Object.keys(table)).not.toHaveLength(0);
  });

  it.each(tables)('%s: names in both languages, no two codes with the same ones', (_name, table) => {
    const names = Object.values(table);
    for (const { en, fr } of names) expect([en.trim(), fr.trim()]).toEqual([en || '?', fr || '?']);
    if (namesThatRepeat.has(table)) return;
    for (const language of ['en', 'fr'] as const) {
      expect(new Set(names.map((name) => name[language])).size).toBe(names.length);
    }
  });

  it.each(tables)('%s: the French is not the English, unless it is marked so', (_name, table) => {
    for (const { en, fr, isSameInBoth } of Object.values(table)) {
      expect({ en, same: en === fr }).toEqual({ en, same: isSameInBoth === true });
    }
  });

  it.each(tables)('%s: Canadian French spacing and apostrophes', (_name, table) => {
    for (const { fr } of Object.values(table)) {
      expect(fr).not.toMatch(/\s[;?!]/);
      expect(fr).not.toContain("'");
    }
  });

  it.each(tables)('%s: says where it comes from', (_name, table) => {
    for (const { source, evidence } of Object.values(table)) {
      expect(source).not.toBe('');
      expect(['published', 'observed', 'invented']).toContain(evidence);
    }
  });
});

describe('the errors', () => {
  it('refuse with a status from 400 on, or stand inside a success', () => {
    expect(errors.length).toBeGreaterThan(80);
    for (const error of errors) {
      const isInside = error.severity === 'Warning' || insideSuccess.has(error);
      const fits = isInside ? error.status === 200 : error.status >= 400;
      expect({ code: error.code, fits }).toEqual({ code: error.code, fits: true });
    }
  });

  it('carry the carrier’s text and a code that legacy envelopes can hold', () => {
    for (const { code, text } of errors) {
      expect(text.trim()).not.toBe('');
      expect(code).toMatch(/^[0-9A-Z.-]{1,10}$/);
    }
  });

  it('have one text per code and key within an API', () => {
    for (const [name, table] of tables) {
      const seen = Object.values(table).filter(isError);
      const texts = seen.map(({ code, text, en }) => `${code} ${text} ${en}`);
      expect({ name, size: new Set(texts).size }).toEqual({ name, size: texts.length });
    }
  });
});

describe('the hints', () => {
  const unexplained = [
    ...['250002', '250003', '10400', '10401', '10429', '120100', '182279', 'TW0001', 'TV1002'],
  ];

  it.each(unexplained)('tell what %s means and what to do', (code) => {
    expect(hints[code]?.en).toMatch(/\.$/);
    expect(hints[code]?.fr).toMatch(/\.$/);
  });

  it('belong to codes that the tables hold', () => {
    const codes = new Set(errors.map(({ code }) => code));
    for (const code of Object.keys(hints)) expect(codes).toContain(code);
  });
});

describe('Quantum View', () => {
  it('names the activity types that carry a new date and keeps the carrier’s words short enough', () => {
    const { activityTypesWithNewDate, subscriptionStatusWords, fileStatusWords } = quantumView;
    for (const code of activityTypesWithNewDate) expect(quantumView.activityTypes).toHaveProperty(code);
    for (const word of Object.values(subscriptionStatusWords)) expect(word.length).toBeLessThanOrEqual(9);
    for (const word of Object.values(fileStatusWords)) expect(word.length).toBeLessThanOrEqual(6);
  });
});

describe('a table', () => {
  it('marks a word that stands for both languages', () => {
    const table = nameCodes(sources.ours('a test'), { A: ['Tube'], B: ['Letter', 'Lettre'] });
    expect(table.A).toMatchObject({ en: 'Tube', fr: 'Tube', isSameInBoth: true });
    expect(table.B).not.toHaveProperty('isSameInBoth');
  });
});

function isTable(value: unknown): value is Table {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((row: unknown) => typeof row === 'object' && row !== null && 'en' in row);
}

function isError(name: CodeName): name is CarrierError {
  return 'code' in name && 'status' in name;
}
