import type {
  PreNotificationRequest,
  PreNotificationResponse,
} from '@lading/contract/pre-notification/schema';
import { notify } from '@lading/contract/pre-notification/wire';
import type { CallOptions, Carrier } from '../carrier.ts';

/** Dangerous goods told of before they are handed over. */
export interface PreNotificationClient {
  /**
   * Tells the carrier of fully regulated dangerous goods before pick-up. Never repeated by itself.
   *
   * @throws CarrierFault with outcome `unknown` when the carrier may have been told.
   */
  notify(
    request: PreNotificationRequest,
    options?: CallOptions<(typeof notify.versions)[number]>,
  ): Promise<PreNotificationResponse>;
}

const howToLook = {
  en: 'The carrier may have been told, and no call says whether. Ask the carrier with the transaction id before you hand the goods over.',
  fr: 'Le transporteur a peut-être été prévenu, et aucun appel ne le dit. Demandez-le-lui avec le numéro de transaction avant de remettre les marchandises.',
} as const;

/** The pre-notification member of a client. */
export function createPreNotificationClient(carrier: Carrier): PreNotificationClient {
  return { notify: (document, options) => carrier.call(notify, { document }, options, { howToLook }) };
}
