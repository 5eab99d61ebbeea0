import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { facts as addressCity } from './address-city/facts.ts';
import { facts as addressStreet } from './address-street/facts.ts';
import { facts as dangerousGoods } from './dangerous-goods/facts.ts';
import { facts as kit } from './facts.ts';
import { facts as locator } from './locator/facts.ts';
import * as oauth from './oauth/facts.ts';
import { facts as paperless } from './paperless/facts.ts';
import { facts as pickup } from './pickup/facts.ts';
import { facts as preNotification } from './pre-notification/facts.ts';
import { facts as quantumView } from './quantum-view/facts.ts';
import { facts as rating } from './rating/facts.ts';
import { facts as shipping } from './shipping/facts.ts';
import { facts as signatureTracking } from './signature-tracking/facts.ts';
import { type Fact, sources, valueUnder } from './stated.ts';
import { testEnvironment } from './test-environment.ts';
import { facts as timeInTransit } from './time-in-transit/facts.ts';
import { facts as tracking } from './tracking/facts.ts';
import { facts as trade } from './trade/facts.ts';

const apis: Readonly<Record<string, Readonly<Record<string, Fact<unknown>>>>> = {
  kit,
  oauth: { ...oauth.facts, ...oauth.lifetimes },
  'quantum-view': quantumView,
  rating,
  shipping,
  'address-city': addressCity,
  'address-street': addressStreet,
  'dangerous-goods': dangerousGoods,
  locator,
  paperless,
  pickup,
  'pre-notification': preNotification,
  'signature-tracking': signatureTracking,
  'time-in-transit': timeInTransit,
  trade,
  tracking,
};

describe('the facts', () => {
  const all = Object.entries(apis).flatMap(([slug, facts]) =>
    Object.entries(facts).map(([name, fact]) => [`${slug} ${name}`, fact] as const),
  );

  it.each(all)('%s: stands on at least one side and says where it comes from', (_name, { guide, today }) => {
    const sides = [guide, today].filter((side) => side !== undefined);
    expect(sides).not.toHaveLength(0);
    for (const { source, evidence } of sides) {
      expect(source).not.toBe('');
      expect(['published', 'observed', 'invented']).toContain(evidence);
    }
  });

  it('of the test environment are a tenth of production’s for an uploaded file, in the same bytes', () => {
    const { value } = testEnvironment.paperless.mostFileBytes;
    expect(value * 10).toBe(valueUnder(paperless.fileBytes, 'today'));
  });

  it('give the value of the side that is set, or of the other where that one is silent', () => {
    const both = {
      guide: { value: 10, ...sources.ours('a test') },
      today: { value: 15, ...sources.ours('') },
    };
    expect(valueUnder(both, 'guide')).toBe(10);
    expect(valueUnder(both, 'today')).toBe(15);
    expect(valueUnder({ guide: both.guide }, 'today')).toBe(10);
    expect(valueUnder({ today: both.today }, 'guide')).toBe(15);
    expect(valueUnder({}, 'guide')).toBeUndefined();
  });
});

/** Which heading of the guide opens the part about an API. */
const headings: readonly (readonly [string, RegExp])[] = [
  ['address-city', /pour la validation d'adresses/],
  ['address-street', /pour la validation complète/],
  ['dangerous-goods', /pour les marchandises dangereuses/],
  ['locator', /pour la localisation/],
  ['pickup', /pour le traitement des ramassages/],
  ['pre-notification', /pour les préavis/],
  ['rating', /pour l'établissement des tarifs/],
  ['shipping', /pour le traitement des envois/],
  ['time-in-transit', /pour le calcul des délais/],
  ['quantum-view', /pour Quantum View/],
  ['tracking', /pour le suivi des envois/],
  ['signature-tracking', /pour UPS Signature Tracking/],
  ['paperless', /pour document électronique/],
  ['trade', /pour UPS TradeAbility/],
  ['kit', /^# /],
];

/** A place in the guide and what its numbers must be; `null` looks through the whole guide. */
type Row = readonly [slug: string | null, where: RegExp, ...expected: number[]];

const KILO = 1000;
const MEGA = 1_048_576;
const offered = (slug: string, { countries }: { readonly countries: Fact<number> }): Row => [
  slug,
  /Offerte dans (\d+) pays/,
  guided(countries),
];

const rows: readonly Row[] = [
  ...[offered('dangerous-goods', dangerousGoods), offered('locator', locator), offered('pickup', pickup)],
  ...[offered('pre-notification', preNotification), offered('time-in-transit', timeInTransit)],
  ...[offered('quantum-view', quantumView), offered('tracking', tracking), offered('trade', trade)],
  ...[offered('signature-tracking', signatureTracking), offered('paperless', paperless)],
  ...(['rating', 'shipping'] as const).map((slug): Row => {
    const { countries, ltlCountries, airCountries } = slug === 'rating' ? rating : shipping;
    const where = /Offerte dans (\d+) pays.*, dans (\d+) pays.* et dans (\d+) pays/;
    return [slug, where, guided(countries), guided(ltlCountries), guided(airCountries)];
  }),
  ['shipping', /^\((\d+) pays\)/, guided(shipping.countriesOnPage)],
  ['rating', /(Deux) demandes séparées/, guided(rating.ltlAccessRequests)],
  ['shipping', /(Deux) demandes séparées/, guided(shipping.ltlAccessRequests)],
  ['pickup', /(deux) demandes séparées/, guided(pickup.ltlAccessRequests)],
  ['shipping', /comprend (deux) étapes/, guided(shipping.phases)],
  ['address-city', /jusqu'à (dix) choix/, guided(addressCity.candidates)],
  ['address-street', /jusqu'à (dix) choix/, guided(addressStreet.candidates)],
  ['locator', /jusqu'à (dix) points/, guided(locator.sitesOnMap)],
  ['locator', /nos (\d+) points de dépôt/, guided(locator.canadianDropPoints)],
  [
    'quantum-view',
    /environ (\d+) Ko .* ou (\d+) Ko/,
    guided(quantumView.combinedBytes) / KILO,
    guided(quantumView.oneFileBytes) / KILO,
  ],
  ['quantum-view', /toutes les (\d+) minutes/, guided(quantumView.batchMinutes)],
  ['tracking', /Limite de (\d+) Ko/, guided(tracking.answerBytes) / KILO],
  [
    'tracking',
    /envois de (\d+) colis .* des (\d+) premiers/,
    guided(tracking.packagesOfLargeShipment),
    guided(tracking.packagesReturned),
  ],
  ['tracking', /poids .* durant (six) mois/, guided(tracking.scansKeptMonths)],
  ['tracking', /référence .* durant (quatre) mois/, guided(tracking.referencesKeptMonths)],
  ['tracking', /livraison .* durant (\d+) mois/, guided(tracking.deliveryKeptMonths)],
  ['signature-tracking', /signatures pendant (\d+) mois/, guided(signatureTracking.signaturesKeptMonths)],
  ['paperless', /compte à (\d+) chiffres/, guided(paperless.accountLength)],
  ['paperless', /comprend (trois) opérations/, guided(paperless.operations)],
  ['paperless', /Il existe (deux) options/, guided(paperless.ways)],
  [
    'paperless',
    /fichier est de (\d+) Mo .* de (\d+) Mo/,
    guided(paperless.fileBytes) / MEGA,
    guided(paperless.totalBytes) / MEGA,
  ],
  [
    'paperless',
    /(\d+) fichiers par demande avec (\d+) documents/,
    guided(paperless.filesPerRequest),
    guided(paperless.documentsPerShipment),
  ],
  ['paperless', /Il y a (deux) étapes/, guided(paperless.stepsPerDocument)],
  [
    'trade',
    /jusqu'à (\d+) produits.* afin d|débarquement.* (\d+) produits/i,
    guided(trade.landedCostProducts),
  ],
  [
    'trade',
    /pendant (\d+) jours.* (\d+) produits/,
    guided(trade.complianceKeptDays),
    guided(trade.complianceProducts),
  ],
  [null, /offrent (\d+) fonctionnalités/, guided(kit.apis)],
  [null, /nécessiter une (deuxième) demande/, guided(kit.requestsAtMost)],
  [null, /exiger une (deuxième) demande/, guided(kit.requestsAtMost)],
  [null, /vos (trois) plus récentes/, guided(kit.latestInvoices)],
  [
    null,
    /des (\d+) derniers jours .* des (\d+) derniers jours/,
    guided(kit.domesticInvoiceDays),
    guided(kit.internationalInvoiceDays),
  ],
  [null, /Il existe (quatre) façons/, guided(kit.supportWays)],
  [null, /plus de (\d+) questions/, guided(kit.frequentQuestions)],
  [null, /\((1 000) caractères/, guided(kit.messageMaximumLength)],
  [null, /moins de (quatre) heures ouvrables/, guided(kit.firstAnswerHours)],
  [null, /de (\d+) h à (\d+) h HE/, guided(kit.supportOpensHour), guided(kit.supportClosesHour)],
  [
    null,
    /de réponse de (quatre) .* matin à (\d+) h/,
    guided(kit.firstAnswerHours),
    guided(kit.supportOpensHour),
  ],
  [null, /moins de (\d+) heures pendant/, guided(kit.escalationAnswerHours)],
  [
    null,
    /prévu de (\d+) heures .* lundi à (\d+) h .* termine (\d+) heures/,
    guided(kit.escalationAnswerHours),
    guided(kit.supportClosesHour),
    guided(kit.escalationAnswerHours),
  ],
];

/** Numbers that state no rule, and why. */
const withoutRule: readonly (readonly [why: string, what: RegExp])[] = [
  ['table of contents', /\.{3,} \d+/g],
  ['page', /page \d+/g],
  ['date of the release', /January 2017/g],
  ['step', /(?:Step|Étape|étape|Option) \d/g],
  ['step', /four(?: numbered)? steps.*/g],
  ['item of a list', /^[\s#*-]*\d\. /g],
  ['the three steps to the resources', /Suivez les trois étapes/g],
  ['note', /\(\d\)/g],
  ['key of an example', /BD31[0-9A-F]{12}/g],
  ['account of an example', /Y8F472|30157x/g],
  ['address of an example', /1234, rue|H[0D]A 0A0|Code postal: \d+|Ligne d'adresse \d/g],
  ['telephone or name of an example', /\d{3}[- ]\d{3}-\d{4}|Test 1/g],
  ['title of the regulations', /titre 49|49CFR/g],
  ['badge or advertisement of the page', /(?:Alertes|Alerts) \(1\)|\d+%/g],
  ['the moment of an example, decided in ADR 8', /vendredi à 20 h 30/g],
];

const shared = process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const seeds = join(shared, 'seeds');
const guideFile = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('001_')) : undefined;
const lines = guideFile === undefined ? [] : partsOf(readFileSync(join(seeds, guideFile), 'utf8'));

describe.skipIf(guideFile === undefined)('the facts beside the guide of 2017', () => {
  it.each(rows.map((row) => ({ row })))('$row', ({ row: [slug, where, ...expected] }) => {
    const found = lines.filter((line) => slug === null || line.slug === slug).flatMap(matches(where));
    expect(found.length).toBeGreaterThan(0);
    for (const match of found) {
      expect(
        match
          .slice(1)
          .filter((text) => text !== undefined)
          .map(toNumber),
      ).toEqual(expected);
    }
  });

  it('leave no number of the guide out', () => {
    const left = lines.flatMap((line) => {
      const known = withoutRule.reduce((text, [, what]) => text.replace(what, blank), line.text);
      const rest = rows
        .filter(([slug]) => slug === null || slug === line.slug)
        .reduce(
          (text, [, where, ...numbers]) => text.replace(where, (found) => blankNumbers(found, numbers)),
          known,
        );
      return [...rest.matchAll(NUMBER)].map(([number]) => `${line.number}: ${number}`);
    });
    expect(lines.length).toBeGreaterThan(1000);
    expect(left).toEqual([]);
  });

  it('name the formats that the guide names', () => {
    const stated = lines.filter(({ text }) => text.startsWith('Version(s) disponible(s)'));
    const named = stated.map(({ slug, text }) => [slug, formatsIn(text)] as const);
    expect(named.map(([slug]) => slug).sort()).toEqual(Object.keys(overviewFormats).sort());
    expect(Object.fromEntries(named)).toEqual(overviewFormats);
  });

  it('count what the guide lists without a number', () => {
    const text = lines.map((line) => line.text).join('\n');
    const keys = [...text.matchAll(/BD31[0-9A-F]+/g)].map(([key]) => key.length);
    expect(new Set(keys)).toEqual(new Set([guided(kit.accessKeyLength)]));
    expect(/Compte UPS: (\w+)/.exec(text)?.[1]).toHaveLength(guided(kit.accountLength));
    const printed = /^\(108 pays\) (.*)\.$/m.exec(text)?.[1]?.split(', ') ?? [];
    expect(new Set(printed).size).toBe(guided(shipping.countriesPrinted));
    const list = /OUTIL POUR DÉVELOPPEUR([\s\S]*?)Remarques/.exec(text)?.[1] ?? '';
    expect([...list.matchAll(/Production/g)]).toHaveLength(guided(kit.toolsConfirmed));
  });
});

it.runIf(guideFile === undefined)('skipped: the guide is not here (LADING_SHARED or ../shared)', () => {
  expect(guideFile).toBeUndefined();
});

const overviewFormats = Object.fromEntries(
  Object.entries(apis)
    .filter(([, facts]) => facts['formats'] !== undefined)
    .map(([slug, facts]) => [slug, (facts['formatsInOverview'] ?? facts['formats'])?.guide?.value]),
);

interface Line {
  readonly number: number;
  readonly slug: string;
  readonly text: string;
}

const NUMBER = /(?<!\w)(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|deuxième|four)(?!\w)|\d+/gi;
const words: Readonly<Record<string, number>> = {
  deux: 2,
  deuxième: 2,
  trois: 3,
  quatre: 4,
  six: 6,
  dix: 10,
};

function guided(fact: Fact<number>): number {
  if (fact.guide === undefined) throw new TypeError('the guide says nothing of this');
  return fact.guide.value;
}

function partsOf(guide: string): Line[] {
  let slug = 'kit';
  return guide.split('\n').map((text, index) => {
    const opened = text.startsWith('#') ? headings.find(([, heading]) => heading.test(text)) : undefined;
    slug = opened?.[0] ?? slug;
    return { number: index + 1, slug, text };
  });
}

function formatsIn(text: string): string[] {
  const marks = { xml: /XML/, soap: /services? Web/i, json: /JSON/ };
  return Object.entries(marks).flatMap(([format, mark]) => (mark.test(text) ? [format] : []));
}

function matches(where: RegExp): (line: Line) => RegExpExecArray[] {
  return ({ text }) => {
    const match = where.exec(text);
    return match === null ? [] : [match];
  };
}

function toNumber(text: string): number {
  return words[text.toLowerCase()] ?? Number(text.replace(/\s/g, ''));
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** Takes the numbers that a row holds out of the line; one more than the row expects leaves them all to be seen. */
function blankNumbers(text: string, expected: readonly number[]): string {
  return [...text.matchAll(NUMBER)].length > digitGroups(expected) ? text : text.replace(NUMBER, blank);
}

/** The guide parts thousands by a space. */
function digitGroups(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + (number < 1000 ? 1 : 2), 0);
}
