import { say } from '@lading/kit/text';
import { isPassword } from '../../carrier-users/passwords.ts';
import { carrierUsersStore } from '../../carrier-users/store.ts';
import type { HttpAnswer, HttpRequest } from '../../edge/http.ts';
import { cookieOf, localeOf } from '../../pages/layout.ts';
import { isRefusal, type Refusal } from '../../registry.ts';
import type { Frozen } from '../../world/store.ts';
import type { LivingWorld, World } from '../../world/world.ts';
import { checkAuthorizeRequest, landingPath, loginPath, returnAddress } from '../authorize-request.ts';
import { findApplication } from '../clients.ts';
import type { AuthorizeRequest, CodeIssued, LoginClosed, LoginNamed, LoginOpened } from '../facts.ts';
import type { GuessGuard } from '../guess-guard.ts';
import { hashOf, isSecret } from '../secrets.ts';
import { forgetCode, type Login, oauthStore } from '../store.ts';
import { loginTexts } from './text.ts';
import { type Dialogue, namePage, noticePage, passwordPage } from './views.ts';

/** A log-in that this browser may go on with. */
interface OpenLogin {
  readonly id: string;
  readonly login: Frozen<Login>;
  readonly dialogue: Dialogue;
}

const BROWSER_COOKIE = 'lading_browser';
const OPEN_FOR_MS = 30 * 60_000;

export type ServePage = (world: LivingWorld, request: HttpRequest) => Promise<HttpAnswer> | HttpAnswer;

/** The two pages between the authorize address and the application, by method and path. */
export function loginPages(guard: GuessGuard): ReadonlyMap<string, ServePage> {
  return new Map<string, ServePage>([
    [`GET ${loginPath}`, openLogin],
    [`GET ${loginPath}/name`, withLogin(showName)],
    [`POST ${loginPath}/name`, withLogin(takeName)],
    [`GET ${loginPath}/password`, withLogin(showPassword)],
    [`POST ${loginPath}/password`, withLogin((...given) => takePassword(guard, ...given))],
    [`GET ${landingPath}`, showLanding],
  ]);
}

function openLogin(world: World, request: HttpRequest): HttpAnswer {
  const checked = checkAuthorizeRequest(world, request.publicUrl, request.query);
  if (isRefusal(checked)) return refusedPage(request, checked);
  const known = cookieOf(request.headers, BROWSER_COOKIE);
  const browser = known && /^[\w-]{32}$/.test(known) ? known : world.ids.token(24);
  const loginId = world.ids.token(18);
  const fact: LoginOpened = {
    type: 'login-opened',
    loginId,
    browserHash: hashOf(browser),
    request: checked.request,
  };
  world.record(fact);
  const secure = request.publicUrl.startsWith('https:') ? '; Secure' : '';
  const cookie = `${BROWSER_COOKIE}=${browser}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  return goTo(303, `${request.publicUrl}${loginPath}/name?login=${loginId}`, cookie);
}

type Step = (
  world: World,
  request: HttpRequest,
  open: OpenLogin,
  form: URLSearchParams,
) => ReturnType<ServePage>;

/** Only the browser that opened a log-in goes on with it, and only while it is open. */
function withLogin(step: Step): ServePage {
  return (world, request) => {
    const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
    const id = (request.method === 'POST' ? form : request.query).get('login') ?? '';
    const login = world.state(oauthStore).logins.get(id);
    const browser = cookieOf(request.headers, BROWSER_COOKIE) ?? '';
    const application = login && findApplication(world, login.request.clientId);
    const isFromElsewhere = request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site';
    const isOpen =
      login && world.now() < login.openedAt + OPEN_FOR_MS && isSecret(browser, login.browserHash);
    if (!isOpen || !application || isFromElsewhere) return lostPage(request);
    const dialogue: Dialogue = {
      locale: localeOf(request),
      loginId: id,
      application,
      redirectUri: login.request.redirectUri,
      ...(login.userName === undefined ? {} : { userName: login.userName }),
      cookies: languageCookie(request),
    };
    if (form.get('action') === 'cancel') return cancel(world, id, login.request);
    return step(world, request, { id, login, dialogue }, form);
  };
}

function showName(_world: World, { publicUrl }: HttpRequest, { dialogue }: OpenLogin): HttpAnswer {
  return namePage(publicUrl, dialogue);
}

function takeName(
  world: World,
  { publicUrl }: HttpRequest,
  { id, dialogue }: OpenLogin,
  form: URLSearchParams,
): HttpAnswer {
  const userName = (form.get('userName') ?? '').trim().slice(0, 64);
  const refuseWith = (text: (typeof loginTexts)[keyof typeof loginTexts]): HttpAnswer => {
    const params = { application: dialogue.application.name };
    return namePage(publicUrl, { ...dialogue, userName, fault: { text, params, status: 400 } });
  };
  if (userName === '') return refuseWith(loginTexts.userNameMissing);
  if (form.get('agree') !== 'yes') return refuseWith(loginTexts.agreementMissing);
  const user = world.state(carrierUsersStore).users.get(userName);
  if (user?.kind === 'campus-ship') return refuseWith(loginTexts.campusShip);
  const fact: LoginNamed = { type: 'login-named', loginId: id, userName };
  world.record(fact);
  return goTo(303, `${publicUrl}${loginPath}/password?login=${id}`);
}

function showPassword(
  _world: World,
  { publicUrl }: HttpRequest,
  { id, login, dialogue }: OpenLogin,
): HttpAnswer {
  if (login.userName === undefined) return goTo(303, `${publicUrl}${loginPath}/name?login=${id}`);
  return passwordPage(publicUrl, dialogue);
}

async function takePassword(
  guard: GuessGuard,
  world: World,
  request: HttpRequest,
  { id, login, dialogue }: OpenLogin,
  form: URLSearchParams,
): Promise<HttpAnswer> {
  const { userName } = login;
  const { publicUrl } = request;
  if (userName === undefined) return goTo(303, `${publicUrl}${loginPath}/name?login=${id}`);
  const refuseWith = (fault: NonNullable<Dialogue['fault']>): HttpAnswer =>
    passwordPage(publicUrl, { ...dialogue, fault });
  const password = (form.get('password') ?? '').slice(0, 200);
  if (password === '') return refuseWith({ text: loginTexts.passwordMissing, status: 400 });
  const name = `${world.name}/${userName}`;
  const waitMs = guard.waitMs(name);
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1_000);
    return refuseWith({ text: loginTexts.waitBefore, params: { seconds }, status: 429 });
  }
  // Counted before the answer is known: attempts at the same moment must not slip through together.
  guard.failed(name);
  const kept = world.state(carrierUsersStore).users.get(userName)?.password;
  if (!(await isPassword(kept, password))) {
    return refuseWith({ text: loginTexts.wrongPassword, status: 401 });
  }
  guard.succeeded(name);
  return finish(world, request, id, userName);
}

/** The log-in may have ended while the password was looked at: it serves once. */
function finish(world: World, request: HttpRequest, loginId: string, userName: string): HttpAnswer {
  const login = world.state(oauthStore).logins.get(loginId);
  if (login?.userName !== userName) return lostPage(request);
  const code = world.ids.token(24);
  const { authorizationCodeSeconds } = world.state(oauthStore).lifetimes;
  const expiresAt = world.now() + authorizationCodeSeconds * 1_000;
  const issued: CodeIssued = {
    type: 'code-issued',
    codeHash: hashOf(code),
    userName,
    request: login.request,
    expiresAt,
  };
  const closed: LoginClosed = { type: 'login-closed', loginId };
  world.record(issued, closed);
  world.schedule(forgetCode(issued.codeHash, expiresAt));
  return goTo(302, returnAddress(issued.request, { code }));
}

function cancel(world: World, loginId: string, request: AuthorizeRequest): HttpAnswer {
  const closed: LoginClosed = { type: 'login-closed', loginId };
  world.record(closed);
  return goTo(302, returnAddress(request, { error: 'access_denied' }));
}

function showLanding(_world: World, request: HttpRequest): HttpAnswer {
  const code = request.query.get('code');
  const state = request.query.get('state');
  const values = [
    ...(code ? [{ label: loginTexts.code, value: code, hint: loginTexts.codeHint }] : []),
    ...(code && state ? [{ label: loginTexts.stateLabel, value: state }] : []),
  ];
  return noticePage({
    locale: localeOf(request),
    otherLanguage: sameInOtherLanguage(request),
    title: code ? loginTexts.doneTitle : loginTexts.deniedTitle,
    text: code ? loginTexts.done : loginTexts.denied,
    status: 200,
    isGood: Boolean(code),
    values,
  });
}

function lostPage(request: HttpRequest): HttpAnswer {
  return noticePage({
    locale: localeOf(request),
    otherLanguage: sameInOtherLanguage(request),
    title: loginTexts.lostTitle,
    text: loginTexts.lost,
    status: 400,
  });
}

function refusedPage(request: HttpRequest, { refused, params = {} }: Refusal): HttpAnswer {
  const message = say({ en: refused.text, fr: refused.text }, 'en', params);
  return noticePage({
    locale: localeOf(request),
    otherLanguage: sameInOtherLanguage(request),
    title: loginTexts.refusedTitle,
    text: loginTexts.refusedHint,
    params: { code: refused.code, message },
    status: refused.status,
  });
}

function sameInOtherLanguage(request: HttpRequest): string {
  const query = new URLSearchParams(request.query);
  query.set('lang', localeOf(request) === 'en' ? 'fr' : 'en');
  return `${request.publicUrl}${request.path}?${query}`;
}

/** The language chosen by the switch is kept, so that the next page speaks it too. */
function languageCookie({ query }: HttpRequest): readonly string[] {
  const asked = query.get('lang');
  return asked === 'en' || asked === 'fr' ? [`lading_lang=${asked}; Path=/; HttpOnly; SameSite=Lax`] : [];
}

function goTo(status: 302 | 303, location: string, cookie?: string): HttpAnswer {
  const kept = cookie === undefined ? {} : { 'set-cookie': cookie };
  return {
    status,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...kept },
    body: [],
  };
}
