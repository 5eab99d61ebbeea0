import { DEMO_COMPANIES, DEMO_PASSWORD, DEMO_PEOPLE } from '@lading/hub/server/demo';
import { type Locale, say, type Text } from '@lading/kit/text';
import { seeds } from '@lading/sandbox/seed';
import { ready } from './texts.ts';

export interface WelcomeFacts {
  readonly hubUrl: string;
  readonly sandboxUrl: string;
  readonly folder: string;
  readonly logFile: string;
  readonly locale: Locale;
}

/** What a person reads when the demonstration is up: addresses, log-ins, and the one thing to do next. */
export function welcome(facts: WelcomeFacts): string {
  const words = (text: Text, params?: Readonly<Record<string, string>>) => say(text, facts.locale, params);
  const { hubUrl, sandboxUrl, folder, logFile } = facts;
  return [
    '',
    words(ready.upTitle),
    ...columns([
      ['  hub', hubUrl],
      ['  sandbox', sandboxUrl],
    ]),
    '',
    words(ready.signIn, { password: DEMO_PASSWORD }),
    ...columns(DEMO_PEOPLE.map((person) => [`  ${person.email}`, words(roleOf(person)), companyOf(person)])),
    '',
    words(ready.carrierLogin, { password: carrierUser.password }),
    ...columns(carrierRows(words)),
    '',
    words(ready.next),
    ...wrap(words(ready.nextStep, { ...nextNames(), url: hubUrl }), 96).map((line) => `  ${line}`),
    '',
    words(ready.stopHint, { folder, log: logFile }),
    '',
  ].join('\n');
}

type Person = (typeof DEMO_PEOPLE)[number];
type Words = (text: Text, params?: Readonly<Record<string, string>>) => string;

const carrierUser = (() => {
  const found = seeds.carrierUsers.find(({ kind, accounts }) => kind === 'standard' && accounts.length > 1);
  if (!found) throw new Error('The seeds of the sandbox hold no carrier user with several accounts.');
  return found;
})();

function roleOf({ isDesk, membership }: Person): Text {
  if (isDesk) return ready.desk;
  return membership?.role === 'administrator' ? ready.administrator : ready.user;
}

function companyOf({ membership }: Person): string {
  return DEMO_COMPANIES.find(({ tenantId }) => tenantId === membership?.tenantId)?.name ?? '';
}

/** The names that work for a carrier user: active, and of an account that is associated. */
function subscriptionsOf(userName: string, accounts: readonly string[]): string {
  return seeds.subscriptions
    .filter((one) => one.userName === userName && one.status === 'A' && accounts.includes(one.account))
    .map(({ name }) => name)
    .join(', ');
}

function carrierRows(words: Words): string[][] {
  return seeds.carrierUsers
    .filter(({ kind }) => kind === 'standard')
    .map(({ userName, accounts }) => [
      `  ${userName}`,
      words(ready.subscriptionsOf, { names: subscriptionsOf(userName, accounts) }),
    ]);
}

function nextNames(): Readonly<Record<string, string>> {
  const administrator = DEMO_PEOPLE.find(({ membership }) => membership?.role === 'administrator');
  return {
    email: administrator?.email ?? '',
    names: subscriptionsOf(carrierUser.userName, carrierUser.accounts),
    carrierUser: carrierUser.userName,
    carrierPassword: carrierUser.password,
  };
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function wrap(sentence: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
