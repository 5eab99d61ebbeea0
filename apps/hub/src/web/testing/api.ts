import type { Text } from '@lading/kit/text';
import type { CompanyChange } from '../../api/company.ts';
import type {
  AuthorizationState,
  Integration,
  IntegrationChange,
  NewIntegration,
  OwnApplication,
} from '../../api/integrations.ts';
import type { ParcelQuery } from '../../api/parcels.ts';
import type { NewInvitation } from '../../api/people.ts';
import type { AccountChange, SignIn } from '../../api/session.ts';
import {
  auditEntries,
  authorized,
  companyFor,
  homeOf,
  makeIntegration,
  makeSubscription,
  PASSWORD,
  PEOPLE,
  selfTestOf,
} from './company.ts';
import { companyOf, storageOf } from './keeping.ts';
import type { MockState } from './mock-hub.ts';
import { matches, NOW, rowOf } from './parcels.ts';
import { invitedFor, peopleOf, recoveryCodes, secondFactorStart } from './people.ts';
import { placesOf, ratesOf } from './rates.ts';
import { WAY_IN_ROUTES } from './way-in-api.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly type?: string;
}

interface Call {
  readonly state: MockState;
  readonly url: URL;
  readonly body: unknown;
  /** What the path's places hold, in order. */
  readonly places: readonly string[];
}

type Handler = (call: Call) => Answer;

const problem = (
  status: number,
  code: string,
  text: Text,
  details: Record<string, unknown> = {},
): Answer => ({
  status,
  body: { code, text, details, requestId: 'mock-request' },
});

const NOT_FOUND = problem(404, 'NOT_FOUND', {
  en: 'This does not exist, or no longer.',
  fr: 'Cet élément n’existe pas ou n’existe plus.',
});
const SIGN_IN = problem(401, 'SIGN_IN_REQUIRED', {
  en: 'Sign in to continue.',
  fr: 'Ouvrez une session pour continuer.',
});
const WRONG = problem(401, 'WRONG_CREDENTIALS', {
  en: 'E-mail and password do not match.',
  fr: 'Le courriel et le mot de passe ne correspondent pas.',
});
const ADMINISTRATORS = ['Alice Martin', 'Nora Tremblay'];
const ADMINISTRATORS_ONLY = problem(
  403,
  'ADMINISTRATORS_ONLY',
  {
    en: 'Only an administrator of your company can do this. Ask: Alice Martin, Nora Tremblay.',
    fr: 'Seul un administrateur de votre entreprise peut le faire. Demandez à : Alice Martin, Nora Tremblay.',
  },
  { administrators: ADMINISTRATORS },
);

const REFUSED_APPLICATION = problem(422, 'APPLICATION_REFUSED', {
  en: 'The carrier refuses this application: Invalid Client Credentials (10401). Compare the client id, the client secret and the account number with the carrier’s developer portal. Nothing was changed.',
  fr: 'Le transporteur refuse cette application : Invalid Client Credentials (10401). Comparez l’identifiant client, le secret client et le numéro de compte avec le portail des développeurs du transporteur. Rien n’a été modifié.',
});

const ok = (body: unknown): Answer => ({ status: 200, body });

function one(state: MockState, integrationId: string | undefined): Integration | undefined {
  return state.integrations.find((each) => each.integrationId === integrationId);
}

function put(state: MockState, changed: Integration): Answer {
  state.integrations = state.integrations.map((each) =>
    each.integrationId === changed.integrationId ? changed : each,
  );
  return ok(changed);
}

const switchTo =
  (mode: Integration['mode']): Handler =>
  ({ state, places }) => {
    const integration = one(state, places[0]);
    return integration ? put(state, { ...integration, mode, modeSince: integration.createdAt }) : NOT_FOUND;
  };

const ROUTES: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['GET', /^\/session$/, ({ state }) => ok(state.session)],
  ['DELETE', /^\/session$/, signOut],
  ['POST', /^\/session\/company$/, chooseCompany],
  ['PATCH', /^\/account$/, changeAccount],
  ['GET', /^\/home$/, ({ state }) => ok(homeOf(state.parcels, state.integrations))],
  ['GET', /^\/parcels$/, listParcels],
  ['GET', /^\/parcels\.csv$/, csv],
  ['GET', /^\/parcels\/([^/]+)$/, getParcel],
  ['GET', /^\/audit$/, listAudit],
  ['POST', /^\/rates$/, () => ok(ratesOf())],
  ['POST', /^\/rates\/places$/, () => ok(placesOf())],
  ['GET', /^\/people$/, () => ok(peopleOf())],
  ['GET', /^\/company$/, () => ok(companyOf())],
  ['PATCH', /^\/company$/, ({ body }) => ok(companyOf(body as CompanyChange))],
  ['GET', /^\/company\/storage$/, () => ok(storageOf())],
  ['POST', /^\/people\/invitations$/, inviteSomebody],
  ['GET', /^\/account\/security$/, () => ok({ hasSecondFactor: false, recoveryCodesLeft: 0 })],
  ['POST', /^\/account\/second-factor$/, () => ok(secondFactorStart())],
  ['POST', /^\/account\/second-factor\/confirm$/, () => ok({ codes: recoveryCodes() })],
  [
    'GET',
    /^\/integrations$/,
    ({ state }) => ok({ integrations: state.integrations, environments: state.environments }),
  ],
  ['POST', /^\/integrations$/, create],
  ['GET', /^\/integrations\/([^/]+)$/, ({ state, places }) => found(one(state, places[0]))],
  ['PATCH', /^\/integrations\/([^/]+)$/, change],
  ['DELETE', /^\/integrations\/([^/]+)$/, remove],
  ['POST', /^\/integrations\/([^/]+)\/self-test$/, selfTest],
  ['POST', /^\/integrations\/([^/]+)\/read$/, () => ({ status: 202, body: null })],
  ['POST', /^\/integrations\/([^/]+)\/take-over$/, switchTo('unread')],
  ['POST', /^\/integrations\/([^/]+)\/hand-back$/, switchTo('shadow')],
  ['PUT', /^\/integrations\/([^/]+)\/application$/, useApplication],
  ['POST', /^\/integrations\/([^/]+)\/authorizations$/, startAuthorization],
  ['GET', /^\/integrations\/([^/]+)\/authorizations\/([^/]+)$/, authorizationState],
  ...WAY_IN_ROUTES,
];

const ADMINISTRATORS_PATHS = /^\/(integrations|audit|people|way-in(?!\/standing))/;

const BEFORE_SESSION: Readonly<Record<string, Answer>> = {
  '/invitations/look': ok({
    companyName: 'Maple Outfitters',
    email: 'bob@maple.example',
    role: 'user',
    hasAccount: false,
    locale: 'en',
  }),
  '/invitations/accept': { status: 204 },
  '/password-resets': { status: 202 },
  '/password-resets/complete': { status: 204 },
};

/** One call of `/api/v1` against the state in memory. */
export function answerApi(state: MockState, method: string, path: string, url: URL, body: unknown): Answer {
  if (method === 'POST' && path === '/session') return signIn(state, body as SignIn);
  const open = method === 'POST' ? BEFORE_SESSION[path] : undefined;
  if (open) return open;
  if (state.session === null) return SIGN_IN;
  if (ADMINISTRATORS_PATHS.test(path) && state.session.company?.role !== 'administrator')
    return ADMINISTRATORS_ONLY;
  for (const [verb, pattern, handler] of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) return handler({ state, url, body, places: match.slice(1) });
  }
  return NOT_FOUND;
}

function found(thing: unknown): Answer {
  return thing === undefined ? NOT_FOUND : ok(thing);
}

function signIn(state: MockState, { email, password }: SignIn): Answer {
  const person = PEOPLE.find((each) => each.user.email === email);
  if (!person || password !== PASSWORD) return WRONG;
  state.session = structuredClone(person);
  return ok(state.session);
}

function signOut({ state }: Call): Answer {
  state.session = null;
  return { status: 204 };
}

function chooseCompany({ state, body }: Call): Answer {
  const { companyId } = body as { companyId: string };
  const membership = state.session?.companies.find((each) => each.companyId === companyId);
  if (!state.session || !membership) return NOT_FOUND;
  state.session = { ...state.session, company: companyFor(companyId, membership.role) };
  return ok(state.session);
}

function changeAccount({ state, body }: Call): Answer {
  if (!state.session) return SIGN_IN;
  state.session = { ...state.session, user: { ...state.session.user, ...(body as AccountChange) } };
  return ok(state.session);
}

const PAGE = 50;

function listParcels({ state, url }: Call): Answer {
  const query: ParcelQuery = Object.fromEntries(url.searchParams);
  const all = state.parcels.filter((parcel) => matches(parcel, query));
  const start = Number(query.cursor ?? 0);
  const next = start + PAGE < all.length ? String(start + PAGE) : null;
  return ok({ parcels: all.slice(start, start + PAGE).map(rowOf), next });
}

function csv({ state, url }: Call): Answer {
  const query: ParcelQuery = Object.fromEntries(url.searchParams);
  const lines = state.parcels
    .filter((parcel) => matches(parcel, query))
    .map((parcel) => parcel.trackingNumber);
  return { status: 200, type: 'text/csv; charset=utf-8', body: ['tracking number', ...lines].join('\r\n') };
}

function getParcel({ state, places }: Call): Answer {
  return found(state.parcels.find((parcel) => parcel.parcelId === places[0]));
}

function listAudit({ url }: Call): Answer {
  const all = auditEntries();
  const start = Number(url.searchParams.get('cursor') ?? 0);
  return ok({
    entries: all.slice(start, start + 25),
    next: start + 25 < all.length ? String(start + 25) : null,
  });
}

function inviteSomebody({ body }: Call): Answer {
  return { status: 201, body: invitedFor(body as NewInvitation) };
}

function create({ state, body }: Call): Answer {
  const { name, type, environment = 'sandbox', subscriptions } = body as NewIntegration;
  const plain = makeIntegration(state.integrations.length + 1, name, subscriptions);
  const made = { ...plain, type, environment, createdAt: NOW };
  state.integrations = [...state.integrations, made];
  return { status: 201, body: made };
}

/** The secret `wrong` is refused as the carrier refuses it. */
function useApplication({ state, places, body }: Call): Answer {
  const integration = one(state, places[0]);
  const { clientId, clientSecret, accountNumber } = body as OwnApplication;
  if (!integration) return NOT_FOUND;
  if (clientSecret === 'wrong') return REFUSED_APPLICATION;
  const application = { clientId, accountNumber, storedAt: NOW, storedBy: 'Alice Martin' };
  return put(state, { ...authorized(integration), application });
}

function change({ state, places, body }: Call): Answer {
  const before = one(state, places[0]);
  if (!before) return NOT_FOUND;
  const { name, subscriptions, directions } = body as IntegrationChange;
  const kept = (subscriptions ?? before.subscriptions.map((each) => each.name)).map(
    (each, index) =>
      before.subscriptions.find((old) => old.name === each) ??
      makeSubscription(state.integrations.indexOf(before) + 1, 50 + index, each),
  );
  return put(state, {
    ...before,
    name: name ?? before.name,
    subscriptions: kept.map((each) => ({
      ...each,
      direction: directions?.[each.subscriptionId] ?? each.direction,
    })),
  });
}

function remove({ state, places }: Call): Answer {
  if (!one(state, places[0])) return NOT_FOUND;
  state.integrations = state.integrations.filter((each) => each.integrationId !== places[0]);
  return { status: 204 };
}

function selfTest({ state, places }: Call): Answer {
  const before = one(state, places[0]);
  if (!before) return NOT_FOUND;
  return put(state, { ...before, selfTest: selfTestOf(before.subscriptions.map((each) => each.name)) });
}

function startAuthorization({ state, places }: Call): Answer {
  const integrationId = places[0] ?? '';
  if (!one(state, integrationId)) return NOT_FOUND;
  const authorizationId = `authorization-${state.authorizations.size + 1}`;
  state.authorizations.set(authorizationId, { outcome: 'waiting', integrationId });
  const expiresAt = new Date(Date.parse(NOW) + 600_000).toISOString();
  return { status: 201, body: { authorizationId, popupUrl: `/carrier?id=${authorizationId}`, expiresAt } };
}

const FAULTS: Partial<Record<AuthorizationState['outcome'], string>> = {
  refused: 'The carrier sent no code.',
  failed: 'Invalid authorization code',
};

function authorizationState({ state, places }: Call): Answer {
  const open = state.authorizations.get(places[1] ?? '');
  const integration = one(state, places[0]);
  if (!open || !integration) return NOT_FOUND;
  const { outcome } = open;
  const after = outcome === 'authorized' ? authorized(integration) : integration;
  if (outcome === 'authorized') put(state, after);
  const message = FAULTS[outcome];
  const fault = message
    ? { code: outcome === 'refused' ? 'access_denied' : '10400', message, at: NOW }
    : null;
  return ok({ outcome, fault, integration: after });
}
