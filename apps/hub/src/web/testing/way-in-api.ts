import type { DeskCompanyChange } from '../../api/desk.ts';
import type { Answer } from './api.ts';
import type { MockState } from './mock-hub.ts';
import { ACCOUNTS, changeCompany, deskOf, standingOf, takeStep, validate, wayInOf } from './way-in.ts';

interface Call {
  readonly state: MockState;
  readonly body: unknown;
  readonly places: readonly string[];
}

type Route = readonly [method: string, path: RegExp, handler: (call: Call) => Answer];

const ok = (body: unknown): Answer => ({ status: 200, body });

function taking(state: MockState, step: string, body: unknown): Answer {
  takeStep(state.way, step, body);
  return ok(wayInOf(state.way, state.integrations));
}

function importing({ state, body }: Call): Answer {
  const { csv } = body as { csv: string };
  if (!csv.startsWith('account')) return NOT_IMPORTED;
  state.way.accounts = ACCOUNTS;
  return ok({ added: ACCOUNTS.length, changed: 0, removed: 0, unchanged: 0 });
}

const NOT_IMPORTED: Answer = {
  status: 422,
  body: {
    code: 'ACCOUNTS_NOT_IMPORTED',
    text: {
      en: 'Nothing was imported. Correct these lines and import the file again.',
      fr: 'Rien n’a été importé. Corrigez ces lignes et importez le fichier de nouveau.',
    },
    details: {
      count: 2,
      en: ['line 3: “A1B2C” is not an account number: six letters or digits', 'line 9: the name is missing'],
      fr: [
        'ligne 3 : « A1B2C » n’est pas un numéro de compte : six lettres ou chiffres',
        'ligne 9 : il manque le nom',
      ],
    },
    requestId: 'mock-request',
  },
};

/** The way in and the desk, as the hub answers them. */
export const WAY_IN_ROUTES: readonly Route[] = [
  ['GET', /^\/way-in\/standing$/, ({ state }) => ok(standingOf(state.way, state.integrations))],
  ['GET', /^\/way-in$/, ({ state }) => ok(wayInOf(state.way, state.integrations))],
  ['GET', /^\/way-in\/accounts$/, ({ state }) => ok({ accounts: state.way.accounts })],
  ['POST', /^\/way-in\/accounts$/, importing],
  ['POST', /^\/way-in\/([^/]+)$/, ({ state, places, body }) => taking(state, places[0] ?? '', body)],
  ['DELETE', /^\/way-in\/steps\/([^/]+)$/, ({ state, places }) => taking(state, places[0] ?? '', null)],
  ['GET', /^\/desk\/companies$/, ({ state }) => ok(deskOf(state.way, state.integrations))],
  [
    'PATCH',
    /^\/desk\/companies\/[^/]+$/,
    ({ state, body }) => ok(changeCompany(state.way, state.integrations, body as DeskCompanyChange)),
  ],
  [
    'POST',
    /^\/desk\/companies\/[^/]+\/integrations\/([^/]+)\/validation$/,
    ({ state, places }) => ok(validate(state.way, state.integrations, places[0] ?? '')),
  ],
];
