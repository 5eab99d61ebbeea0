import { type Locale, say, type TextParams } from '@lading/kit/text';
import { callFaultText } from '../../api/reading-faults.ts';
import type { Recipient } from '../outbox/store.ts';
import { bodies, signature, subjects } from './text.ts';

/** Which subscription a letter is about. */
interface Place {
  readonly integrationId: string;
  readonly subscription: string;
}

/** What each kind of letter has to know, beside whom it goes to. */
export interface LetterFacts {
  'reauthorization-required': {
    readonly integrationId: string;
    readonly name: string;
    readonly fault: { readonly code: string; readonly message: string };
  };
  /** The same for an application of the company's own. */
  'application-refused': LetterFacts['reauthorization-required'];
  /** Nothing was read to its end for so many hours; `since` is the last complete walk. */
  'feed-silent': Place & { readonly hours: number; readonly since: string };
  /** Answers set aside and parts with records that could not be read; both wait for a replay. */
  'held-back': Place & { readonly answers: number; readonly parts: number };
  'competing-reader': Place & { readonly seen: string; readonly files: number };
  invitation: { readonly inviter: string; readonly token: string; readonly until: string };
  'password-reset': { readonly token: string; readonly until: string };
  'hand-over': { readonly administrator: string; readonly userName: string; readonly email: string };
}

export type LetterKind = keyof LetterFacts;

export interface LetterPlace {
  /** Where people reach the hub, without a slash at the end. */
  readonly hubUrl: string;
  readonly companyName: string;
  readonly zone: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

type Fill = { readonly [Kind in LetterKind]: (facts: LetterFacts[Kind], words: Words) => TextParams };

interface Words extends LetterPlace {
  readonly to: Recipient;
  readonly locale: Locale;
}

const mend: Fill['reauthorization-required'] = ({ integrationId, name, fault }, { hubUrl, locale }) => ({
  ...{ name, fault: callFaultText(fault)[locale] },
  link: `${hubUrl}/integrations/${integrationId}/authorize`,
});

const fill: Fill = {
  'reauthorization-required': mend,
  'application-refused': mend,
  'feed-silent': ({ integrationId, subscription, hours, since }, words) => ({
    ...{ subscription, hours, link: `${words.hubUrl}/integrations/${integrationId}` },
    since: formatUntil(since, words.locale, words.zone),
  }),
  'held-back': ({ integrationId, subscription, answers, parts }, { hubUrl }) => ({
    ...{ subscription, answers, parts, link: `${hubUrl}/integrations/${integrationId}` },
  }),
  'competing-reader': ({ integrationId, subscription, seen, files }, words) => ({
    ...{ subscription, files, link: `${words.hubUrl}/integrations/${integrationId}` },
    seen: formatUntil(seen, words.locale, words.zone),
  }),
  invitation: ({ inviter, token, until }, words) => ({
    ...{ inviter, link: `${words.hubUrl}/join?token=${token}` },
    until: formatUntil(until, words.locale, words.zone),
  }),
  'hand-over': ({ administrator, userName, email }, { hubUrl }) => ({
    ...{ administrator, userName, email },
    link: `${hubUrl}/desk`,
  }),
  'password-reset': ({ token, until }, words) => ({
    ...{ email: words.to.email, link: `${words.hubUrl}/reset?token=${token}` },
    until: formatUntil(until, words.locale, words.zone),
  }),
};

/** `March 9, 2026 at 8:00 a.m.`: in the company’s zone, because a letter does not know its reader’s. */
function formatUntil(iso: string, locale: Locale, zone: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: zone } as const;
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-CA' : 'en-CA', format).format(new Date(iso));
}

/** A letter in its reader's language; pure. */
export function compose<Kind extends LetterKind>(
  kind: Kind,
  facts: LetterFacts[Kind],
  to: Recipient,
  place: LetterPlace,
): Letter {
  const { locale } = to;
  const params = { company: place.companyName, ...fill[kind](facts, { ...place, to, locale }) };
  const closing = say(signature.sent, locale, { hub: place.hubUrl });
  return {
    subject: say(subjects[kind], locale, params),
    text: `${say(bodies[kind], locale, params)}\n\n-- \n${closing}\n`,
  };
}
