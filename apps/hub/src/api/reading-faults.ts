import { defineTexts, type Text } from '@lading/kit/text';
import { refusalText } from './carrier-words.ts';

/** Faults of reading a subscription that the hub names itself, as people read them. Other codes are the carrier's. */
export const readingFaultTexts = defineTexts({
  NOT_CONNECTED: {
    en: 'The carrier cannot be reached.',
    fr: 'Le transporteur est injoignable.',
  },
  CERTIFICATE_REFUSED: {
    en: 'The certificate at the carrier’s address is not believed, so nothing was sent. Where the network opens encrypted connections, its authority belongs into LADING_HUB_CA_FILE.',
    fr: 'Le certificat à l’adresse du transporteur n’est pas reconnu; rien n’a été envoyé. Là où le réseau ouvre les connexions chiffrées, son autorité doit figurer dans LADING_HUB_CA_FILE.',
  },
  PROXY_UNREACHED: {
    en: 'The proxy on the way to the carrier cannot be reached. Nothing was sent.',
    fr: 'Le mandataire vers le transporteur est injoignable. Rien n’a été envoyé.',
  },
  PROXY_UNTRUSTED: {
    en: 'The certificate of the proxy on the way to the carrier is not believed. Nothing was sent.',
    fr: 'Le certificat du mandataire vers le transporteur n’est pas reconnu. Rien n’a été envoyé.',
  },
  PROXY_CREDENTIALS_REFUSED: {
    en: 'The proxy on the way to the carrier refuses the hub’s user name or password. Nothing was sent.',
    fr: 'Le mandataire vers le transporteur refuse le nom d’utilisateur ou le mot de passe du centre. Rien n’a été envoyé.',
  },
  PROXY_REFUSED: {
    en: 'The proxy on the way does not let the hub through to the carrier. Nothing was sent.',
    fr: 'Le mandataire ne laisse pas passer le centre vers le transporteur. Rien n’a été envoyé.',
  },
  CONNECTION_LOST: {
    en: 'The connection broke before the answer was complete. What it held is read again by date.',
    fr: 'La connexion s’est rompue avant la fin de la réponse. Son contenu est relu par date.',
  },
  TIMEOUT: {
    en: 'The carrier did not answer in time. What the answer held is read again by date.',
    fr: 'Le transporteur n’a pas répondu à temps. Le contenu de la réponse est relu par date.',
  },
  ABORTED: {
    en: 'The call was ended before its answer came. It is read again by date.',
    fr: 'L’appel a pris fin avant sa réponse. Il est relu par date.',
  },
  ANSWER_TOO_LARGE: {
    en: 'The carrier sent an answer larger than any answer may be. It was not taken.',
    fr: 'Le transporteur a envoyé une réponse trop volumineuse. Elle n’a pas été prise.',
  },
  ANSWER_UNREADABLE: {
    en: 'The carrier sent something that is no Quantum View answer. It is kept, and its time is read again by date.',
    fr: 'Le transporteur a envoyé autre chose qu’une réponse Quantum View. Elle est conservée et sa période est relue par date.',
  },
  BOOKMARK_LOOP: {
    en: 'The carrier’s bookmarks lead in a circle. Reading stopped and begins again later.',
    fr: 'Les signets du transporteur tournent en rond. La lecture s’est arrêtée et reprendra plus tard.',
  },
  BOOKMARK_UNREADABLE: {
    en: 'The carrier said that there is more, but not how to ask for it.',
    fr: 'Le transporteur annonce une suite sans dire comment la demander.',
  },
  SUBSCRIPTION_INACTIVE: {
    en: 'The subscription is not active with the carrier. Activate it on the carrier’s site.',
    fr: 'L’abonnement n’est pas actif chez le transporteur. Activez-le sur le site du transporteur.',
  },
  REAUTHORIZATION_REQUIRED: {
    en: 'The carrier no longer accepts the authorization. An administrator must authorize again.',
    fr: 'Le transporteur n’accepte plus l’autorisation. Un administrateur doit autoriser de nouveau.',
  },
  NOT_AUTHORIZED: {
    en: 'The integration is not authorized with the carrier.',
    fr: 'L’intégration n’est pas autorisée auprès du transporteur.',
  },
  OTHER_ENVIRONMENT: {
    en: 'The integration was authorized with another environment than this hub is set up for.',
    fr: 'L’intégration a été autorisée dans un autre environnement que celui de ce centre.',
  },
  REREAD_FAILED: {
    en: 'What may have been lost cannot be read again by date, although it was tried more than once. New files are read meanwhile.',
    fr: 'Ce qui a pu se perdre n’a pas pu être relu par date, malgré plusieurs essais. Les nouveaux fichiers sont lus entre-temps.',
  },
  ANSWER_SET_ASIDE: {
    en: 'A stored answer could not be taken in, although it was tried more than once. It is kept whole, and reading goes on.',
    fr: 'Une réponse conservée n’a pas pu être traitée, malgré plusieurs essais. Elle est gardée entière et la lecture continue.',
  },
  RECORDS_UNREADABLE: {
    en: 'Some records of a file could not be read; everything else of it was.',
    fr: 'Certains enregistrements d’un fichier sont illisibles; le reste a été lu.',
  },
  FEED_GAP: {
    en: 'The subscription was not read for more than 7 days. The carrier no longer keeps older files.',
    fr: 'L’abonnement n’a pas été lu pendant plus de 7 jours. Le transporteur ne conserve plus les fichiers antérieurs.',
  },
  REFRESH_BUSY: {
    en: 'Another renewal of the authorization is still under way. It is tried again in a few minutes.',
    fr: 'Un autre renouvellement de l’autorisation est en cours. Un nouvel essai suivra dans quelques minutes.',
  },
  HUB_FAULT: {
    en: 'The hub could not handle the carrier’s answer. Its log says why.',
    fr: 'Le centre n’a pas pu traiter la réponse du transporteur. Son journal en donne la raison.',
  },
});

export type ReadingFaultCode = keyof typeof readingFaultTexts;

/** A fault in both languages, with its details as they are; what the carrier wrote is quoted as the carrier's. */
export function faultText(fault: { readonly code: string; readonly message: string }): Text {
  const { code, message } = fault;
  const known: Readonly<Record<string, Text>> = readingFaultTexts;
  const text = Object.hasOwn(known, code) ? known[code] : undefined;
  if (!text) return refusalText(fault);
  const details = message.startsWith(text.en) ? message.slice(text.en.length) : '';
  return { en: `${text.en}${details}`, fr: `${text.fr}${details}` };
}

/** The same where nothing was to be read: an authorization, or its test, is not made up for later by date. */
const callFaultTexts = defineTexts({
  CONNECTION_LOST: {
    en: 'The connection broke before the answer was complete.',
    fr: 'La connexion s’est rompue avant la fin de la réponse.',
  },
  TIMEOUT: {
    en: 'The carrier did not answer in time.',
    fr: 'Le transporteur n’a pas répondu à temps.',
  },
  ABORTED: {
    en: 'The call was ended before its answer came.',
    fr: 'L’appel a pris fin avant sa réponse.',
  },
  ANSWER_UNREADABLE: {
    en: 'The carrier sent something that is no answer to what was asked.',
    fr: 'Le transporteur a envoyé autre chose qu’une réponse à la demande.',
  },
  REFRESH_BUSY: {
    en: 'Another renewal of the authorization is still under way. Try again in a minute.',
    fr: 'Un autre renouvellement de l’autorisation est en cours. Réessayez dans une minute.',
  },
});

/** A fault of an authorization or of its test in both languages; what the carrier wrote is quoted as the carrier's. */
export function callFaultText(fault: { readonly code: string; readonly message: string }): Text {
  const known: Readonly<Record<string, Text>> = callFaultTexts;
  return (Object.hasOwn(known, fault.code) ? known[fault.code] : undefined) ?? faultText(fault);
}
