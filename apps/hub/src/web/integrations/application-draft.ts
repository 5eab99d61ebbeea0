import type { Text } from '@lading/kit/text';
import type { OwnApplication } from '../../api/integrations.ts';
import { texts } from './text.ts';

/** What is typed of an own application; kept nowhere but on the screen, because it holds a secret. */
export interface ApplicationDraft {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accountNumber: string;
}

/** Pasted text often brings spaces and a line's end; the carrier gives out neither. Accounts are written in capitals. */
export function toOwnApplication({
  clientId,
  clientSecret,
  accountNumber,
}: ApplicationDraft): OwnApplication {
  return {
    clientId: clientId.trim(),
    clientSecret: clientSecret.trim(),
    accountNumber: accountNumber.trim().toUpperCase(),
  };
}

/** What stands in the way of asking the carrier, member by member. */
export function applicationTrouble(draft: ApplicationDraft): { [Member in keyof ApplicationDraft]?: Text } {
  const { clientId, clientSecret, accountNumber } = toOwnApplication(draft);
  return {
    ...(/^[!-9;-~]{1,100}$/.test(clientId) ? {} : { clientId: texts.clientIdTrouble }),
    ...(/^[!-~]{1,200}$/.test(clientSecret) ? {} : { clientSecret: texts.clientSecretTrouble }),
    ...(/^[0-9A-Z]{6}$/.test(accountNumber) ? {} : { accountNumber: texts.accountNumberTrouble }),
  };
}

export function isApplicationReady(draft: ApplicationDraft): boolean {
  return Object.keys(applicationTrouble(draft)).length === 0;
}
