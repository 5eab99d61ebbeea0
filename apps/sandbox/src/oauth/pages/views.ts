import { type Locale, say, type Text, type TextParams } from '@lading/kit/text';
import type { HttpAnswer } from '../../edge/http.ts';
import { html } from '../../pages/html.ts';
import { pageAnswer } from '../../pages/layout.ts';
import type { KnownApplication } from '../clients.ts';
import { and, loginTexts, productTexts, someData } from './text.ts';

/** What both pages of the dialogue need to be shown. */
export interface Dialogue {
  readonly locale: Locale;
  readonly loginId: string;
  readonly application: KnownApplication;
  /** Where the browser goes at the end; the page's policy must allow its form to lead there. */
  readonly redirectUri: string;
  readonly userName?: string;
  /** Why the page comes again. */
  readonly fault?: { readonly text: Text; readonly params?: TextParams; readonly status: number };
  readonly cookies: readonly string[];
}

const shownPaths = { name: 'login/name', password: 'login/password' } as const;

/** Page 1: user name and agreement. */
export function namePage(base: string, dialogue: Dialogue): HttpAnswer {
  const { locale, application, userName = '' } = dialogue;
  const t = (text: Text, params?: TextParams): string => say(text, locale, params);
  const data = dataOf(application, locale);
  return dialoguePage(
    base,
    dialogue,
    'name',
    html`
<label class="field" for="userName">${t(loginTexts.userName)}</label>
<input id="userName" name="userName" type="text" value="${userName}" autocomplete="username"
 autocapitalize="none" spellcheck="false" maxlength="64"${userName === '' ? html` autofocus` : ''}>
<div class="agree"><p id="terms">${t(loginTexts.agreement, { application: application.name, data })}</p>
<label><input type="checkbox" name="agree" value="yes" aria-describedby="terms">${t(loginTexts.agree)}</label></div>
<div class="buttons"><button name="action" value="continue">${t(loginTexts.continue)}</button>
<button class="plain" name="action" value="cancel">${t(loginTexts.cancel)}</button></div>`,
  );
}

/** Page 2: password. */
export function passwordPage(base: string, dialogue: Dialogue): HttpAnswer {
  const { locale, loginId, userName = '' } = dialogue;
  const t = (text: Text): string => say(text, locale);
  return dialoguePage(
    base,
    dialogue,
    'password',
    html`
<p class="who"><span>${t(loginTexts.passwordFor)} <b>${userName}</b></span>
<a href="${base}/${shownPaths.name}?login=${loginId}">${t(loginTexts.anotherUser)}</a></p>
<input type="hidden" name="userName" value="${userName}" autocomplete="username">
<label class="field" for="password">${t(loginTexts.password)}</label>
<input id="password" name="password" type="password" autocomplete="off" maxlength="200" autofocus>
<div class="buttons"><button name="action" value="logon">${t(loginTexts.logon)}</button>
<button class="plain" name="action" value="cancel">${t(loginTexts.cancel)}</button></div>`,
  );
}

function dialoguePage(
  base: string,
  { locale, loginId, application, redirectUri, fault, cookies }: Dialogue,
  page: keyof typeof shownPaths,
  fields: ReturnType<typeof html>,
): HttpAnswer {
  const t = (text: Text, params?: TextParams): string => say(text, locale, params);
  const address = `${base}/${shownPaths[page]}`;
  const other = locale === 'en' ? 'fr' : 'en';
  return pageAnswer({
    locale,
    cookies,
    title: t(loginTexts.title),
    otherLanguage: `${address}?login=${loginId}&lang=${other}`,
    status: fault?.status ?? 200,
    formLeadsTo: sourceOf(redirectUri),
    content: html`<form class="card" method="post" action="${address}">
<p class="step">${t(loginTexts.step, { step: page === 'name' ? 1 : 2 })}</p>
<h1>${t(loginTexts.asks, { application: application.name })}</h1>
${fault ? html`<p class="fault" role="alert">${t(fault.text, fault.params)}</p>` : ''}
<input type="hidden" name="login" value="${loginId}">
${fields}
</form>
<footer>${t(loginTexts.warning)}</footer>`,
  });
}

/**
 * Browsers hold every redirect after a form against the page's policy, and an application's address may lead on to
 * yet another: any web address must do, and the scheme of a program that has an address of its own kind.
 */
function sourceOf(redirectUri: string): string {
  const { protocol } = new URL(redirectUri);
  return protocol === 'http:' || protocol === 'https:' ? 'http: https:' : `http: https: ${protocol}`;
}

function dataOf({ products }: KnownApplication, locale: Locale): string {
  const known = products.flatMap((slug) => productTexts[slug] ?? []).map((text) => say(text, locale));
  return known.length === 0 ? say(someData, locale) : known.join(say(and, locale));
}

/** A page that only says something. */
export interface Notice {
  readonly locale: Locale;
  readonly otherLanguage: string;
  readonly title: Text;
  readonly text: Text;
  readonly params?: TextParams;
  readonly status: number;
  readonly isGood?: boolean;
  readonly values?: readonly { readonly label: Text; readonly value: string; readonly hint?: Text }[];
}

export function noticePage(notice: Notice): HttpAnswer {
  const { locale, values = [] } = notice;
  const t = (text: Text): string => say(text, locale, notice.params);
  const fields = values.map(
    ({ label, value, hint }, index) => html`
<label class="field" for="value-${index}">${t(label)}</label>
<input id="value-${index}" type="text" readonly value="${value}">
${hint ? html`<p class="soft">${t(hint)}</p>` : ''}`,
  );
  return pageAnswer({
    locale,
    title: t(notice.title),
    otherLanguage: notice.otherLanguage,
    status: notice.status,
    content: html`<section class="card">
<h1${notice.isGood ? html` class="done"` : ''}>${t(notice.title)}</h1>
<p>${t(notice.text)}</p>${fields}</section>`,
  });
}
