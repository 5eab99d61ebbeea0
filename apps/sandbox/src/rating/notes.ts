import type { ChargeLine } from '@lading/carrier/rating/lines';
import type { Quote } from '@lading/carrier/rating/rules';
import type { Evidence } from '@lading/contract/operation';
import { charges } from '@lading/contract/rating/charges/codes';
import { defineTexts, type Text } from '@lading/kit/text';
import type { Context } from '../registry.ts';
import { amount } from './amounts.ts';

const words = defineTexts({
  base: { en: 'base rate', fr: 'tarif de base' },
  published: { en: 'published', fr: 'publié' },
  negotiated: { en: 'negotiated', fr: 'négocié' },
  unnamed: { en: 'charge', fr: 'frais' },
  zone: { en: 'at zone', fr: 'dans la zone' },
  billed: { en: 'billed', fr: 'facturé' },
});

export const notes = defineTexts({
  model: {
    en: 'rating: a model tariff of the sandbox, never the carrier’s price',
    fr: 'rating : un tarif modèle du bac à sable, jamais le prix du transporteur',
  },
  publishedOnly: {
    en: 'rating: the user did not pass the authentication of the account, so published rates are given',
    fr: 'rating : l’utilisateur n’a pas réussi l’authentification du compte; les tarifs publiés sont donnés',
  },
});

type Language = 'en' | 'fr';

/** Tells the inspector zone, weight and every line with its rule. */
export function explain({ note }: Context, quote: Quote): void {
  note(() => headOf(quote), 'invented');
  for (const line of quote.published.lines)
    note(() => lineOf(quote, line, words.published), evidenceOf(line));
  for (const line of quote.negotiated?.lines ?? [])
    note(() => lineOf(quote, line, words.negotiated), evidenceOf(line));
}

function headOf({ service, zone, billed, billings }: Quote): Text {
  const weight = `${billed.tenths / 10} ${billed.unit}`;
  const reasons = billings
    .map(({ reason, divisor }) => (divisor === null ? reason : `${reason}/${divisor}`))
    .join(' ');
  const told = (language: Language) =>
    `rating ${service}: ${words.zone[language]} ${zone}, ${words.billed[language]} ${weight} (${reasons})`;
  return { en: told('en'), fr: told('fr') };
}

function lineOf({ service, currency }: Quote, line: ChargeLine, kind: Text): Text {
  const sum = `${amount(line.cents)} ${currency}`;
  const name = nameOf(line.code);
  const rule = [
    line.rule.name,
    ...Object.entries(line.rule.from).map(([key, value]) => `${key}=${value}`),
  ].join(' ');
  const where = line.parcel === null ? '' : ` #${line.parcel + 1}`;
  const told = (language: Language) =>
    `rating ${service}${where}: ${kind[language]} ${line.code} ${name[language]} ${sum} (${rule})`;
  return { en: told('en'), fr: told('fr') };
}

function nameOf(code: string): Text {
  if (code === '') return words.base;
  const named: Readonly<Record<string, Text>> = charges;
  return named[code] ?? words.unnamed;
}

/** What a user loaded is published; the rest is a model. */
function evidenceOf({ rule }: ChargeLine): Evidence {
  return rule.from.source === 'loaded' ? 'published' : 'invented';
}
