import { chooseLocale, type Locale, say } from '@lading/kit/text';
import type { HttpAnswer, HttpRequest } from '../edge/http.ts';
import { type Html, html } from './html.ts';
import { style, styleSource } from './style.ts';
import { pageTexts } from './text.ts';

export interface Page {
  readonly title: string;
  readonly locale: Locale;
  /** Where the same page stands in the other language. */
  readonly otherLanguage: string;
  readonly content: Html;
  readonly isWide?: boolean;
  readonly status?: number;
  /** Where a form of the page may lead, beside the sandbox itself; browsers check redirects against it. */
  readonly formLeadsTo?: string;
  readonly cookies?: readonly string[];
}

/** A whole page, without any script, that loads nothing. */
export function pageAnswer(page: Page): HttpAnswer {
  const { locale, status = 200, cookies = [] } = page;
  const other = locale === 'en' ? 'fr' : 'en';
  const document = html`<!doctype html>
<html lang="${locale === 'fr' ? 'fr-CA' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} · ${say(pageTexts.sandbox, locale)}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<header class="bar"><div><strong>${say(pageTexts.sandbox, locale)}</strong>
<span>${say(pageTexts.notTheCarrier, locale)}</span></div>
<a href="${page.otherLanguage}" lang="${other}" hreflang="${other}">${say(pageTexts.otherLanguage, locale)}</a></header>
<main${page.isWide ? html` class="wide"` : ''}>
${page.content}
</main>
</body>
</html>
`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      ...(cookies.length > 0 ? { 'set-cookie': cookies.join(', ') } : {}),
    },
    body: [Buffer.from(document.markup)],
    policy: policyFor(page.formLeadsTo),
  };
}

function policyFor(formLeadsTo = ''): string {
  return [
    "default-src 'none'",
    `style-src ${styleSource}`,
    `form-action 'self'${formLeadsTo === '' ? '' : ` ${formLeadsTo}`}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** The language asked for in the address, chosen before, or preferred by the browser. */
export function localeOf({ query, headers }: HttpRequest): Locale {
  const asked = query.get('lang') ?? cookieOf(headers, 'lading_lang');
  return asked === 'en' || asked === 'fr' ? asked : chooseLocale(headers['accept-language']);
}

export function cookieOf(headers: HttpRequest['headers'], name: string): string | undefined {
  const pairs = (headers['cookie'] ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}
