import { bearerErrors, oauthErrors } from '@lading/contract/oauth/codes';
import { quantumViewErrors } from '@lading/contract/quantum-view/codes';
import { defineTexts, say, type Text, type TextParams } from '@lading/kit/text';

/** A refusal as it was kept: the carrier's code and sentence. */
interface Refusal {
  readonly code: string;
  readonly message: string;
}

const frames = defineTexts({
  unknown: { en: 'The carrier refused this.', fr: 'Le transporteur a refusé cette demande.' },
  codeAlone: {
    en: 'The carrier refused this with the code {code} and said no more.',
    fr: 'Le transporteur a refusé cette demande avec le code {code}, sans autre explication.',
  },
  statusAlone: {
    en: 'The carrier answered with the HTTP status {status} and said no more.',
    fr: 'Le transporteur a répondu par l’état HTTP {status}, sans autre explication.',
  },
  quoted: {
    en: '{meaning} The carrier’s own words: “{words}” ({code}).',
    fr: '{meaning} Le transporteur écrit : « {words} » ({code}).',
  },
});

const known = [oauthErrors, bearerErrors, quantumViewErrors].flatMap((table) => Object.values(table));

/**
 * What the carrier refused, in both languages: our sentence for what it means, and the carrier's own as a quotation
 * with its code. A sentence that the carrier uses for several things has no meaning of ours.
 */
export function refusalText({ code, message }: Refusal): Text {
  const status = /^HTTP_(\d{3})$/.exec(code)?.[1];
  const words = message.trim();
  if (status !== undefined && (words === '' || words === saidByTheSdk(status)))
    return filled(frames.statusAlone, { status });
  if (words === '') return filled(frames.codeAlone, { code });
  const meanings = known.filter((one) => one.code === code && one.text === words);
  const [meaning] = meanings.length === 1 ? meanings.map(sentence) : [];
  return quote(meaning ?? frames.unknown, words, code);
}

/** The SDK's sentence for a refusal without one of the carrier's. */
function saidByTheSdk(status: string): string {
  return `The carrier answered ${status}.`;
}

/** The carrier's tables name what a code means without a stop. */
function sentence({ en, fr }: Text): Text {
  const stopped = (words: string): string => `${words}.`;
  return { en: stopped(en), fr: stopped(fr) };
}

function quote(meaning: Text, words: string, code: string): Text {
  return {
    en: say(frames.quoted, 'en', { meaning: meaning.en, words, code }),
    fr: say(frames.quoted, 'fr', { meaning: meaning.fr, words, code }),
  };
}

function filled(text: Text, params: TextParams): Text {
  return { en: say(text, 'en', params), fr: say(text, 'fr', params) };
}
