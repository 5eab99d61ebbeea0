import { type Locale, say, type Text } from '@lading/kit/text';
import type { HttpAnswer, HttpRequest } from '../edge/http.ts';
import { type RequestFilter, readFilter, type ShownRequest } from '../edge/inspector.ts';
import { decoded } from '../edge/routes.ts';
import type { HostedWorld } from '../worlds.ts';
import { type Html, html } from './html.ts';
import { requestDetail } from './inspector-detail.ts';
import { statusMark, type Words } from './inspector-mark.ts';
import { inspectorTexts as texts } from './inspector-text.ts';
import { localeOf, pageAnswer } from './layout.ts';

const PATH = '/_sandbox/inspector';
const MOST_ROWS = 200;

const CLASSES: readonly (readonly [string, Text])[] = [
  ['2xx', texts.success],
  ['3xx', texts.redirect],
  ['4xx', texts.refused],
  ['5xx', texts.failed],
];

export function isInspectorPath(path: string): boolean {
  return path === PATH || path.startsWith(`${PATH}/`);
}

/** `/_sandbox/inspector`: the last requests; `/_sandbox/inspector/<id>`: one of them. */
export function inspectorPage(
  { world, inspector }: HostedWorld,
  request: HttpRequest,
  apis: readonly string[],
): HttpAnswer {
  const locale = localeOf(request);
  const words: Words = (text, params) => say(text, locale, params);
  const base = `${request.publicUrl}${PATH}`;
  const id = decoded(request.path.slice(PATH.length + 1));
  const filter = readFilter(request.query);
  if (id !== '') return detailPage(inspector.find(id), { id, base, locale, words });
  const rows = inspector.list(MOST_ROWS, filter);
  return pageAnswer({
    locale,
    title: words(texts.title),
    otherLanguage: `${base}?${queryOf(filter, otherOf(locale))}`,
    isWide: true,
    content: html`<section class="card"><h1>${words(texts.title)}</h1>
<p class="soft">${words(texts.what)} ${world.name !== '' && words(texts.world, { name: world.name })}</p>
${filterForm(base, filter, apis, { locale, words })}
${rows.length === 0 ? emptyState(base, filter, { locale, words }) : listOf(rows, base, { locale, words })}
</section>`,
  });
}

interface Speech {
  readonly locale: Locale;
  readonly words: Words;
}

function detailPage(
  found: ShownRequest | undefined,
  { id, base, locale, words }: Speech & { readonly id: string; readonly base: string },
): HttpAnswer {
  const back = html`<p><a href="${base}?lang=${locale}">${words(texts.back)}</a></p>`;
  const content = found
    ? requestDetail(found, locale)
    : html`<p class="fault">${words(texts.gone, { id })}</p>`;
  return pageAnswer({
    locale,
    status: found ? 200 : 404,
    title: words(texts.one, { id }),
    otherLanguage: `${base}/${encodeURIComponent(id)}?lang=${otherOf(locale)}`,
    isWide: true,
    content: html`${back}<section class="card"><h1>${words(texts.one, { id })}</h1>${content}</section>`,
  });
}

/** A form that asks for the same page: the filter stands in the address. */
function filterForm(base: string, filter: RequestFilter, apis: readonly string[], speech: Speech): Html {
  const { words, locale } = speech;
  const apiOptions = apis.map((api) => option(api, api, filter.api));
  const statusOptions = CLASSES.map(([value, text]) =>
    option(value, `${value} ${words(text)}`, filter.status),
  );
  return html`<form class="filter" method="get" action="${base}">
<input type="hidden" name="lang" value="${locale}">
<label>${words(texts.api)} <select name="api">${option('', words(texts.allApis), filter.api)}${apiOptions}</select></label>
<label>${words(texts.status)} <select name="status">${option('', words(texts.allStatuses), filter.status)}${statusOptions}${exact(filter)}</select></label>
<button>${words(texts.show)}</button>
<a href="${base.replace(/inspector$/, 'requests')}?${queryOf(filter)}">${words(texts.asJson)}</a>
</form>`;
}

function option(value: string, shown: string, chosen: string | undefined): Html {
  const isChosen = (chosen ?? '') === value;
  return html`<option value="${value}"${isChosen ? html` selected` : ''}>${shown}</option>`;
}

/** A single status that an address asks for is kept, though the form offers classes only. */
function exact({ status }: RequestFilter): Html | undefined {
  const isOffered = status === undefined || CLASSES.some(([value]) => value === status);
  return isOffered ? undefined : option(status, status, status);
}

function emptyState(base: string, filter: RequestFilter, { locale, words }: Speech): Html {
  const isNarrowed = filter.api !== undefined || filter.status !== undefined;
  if (!isNarrowed) return html`<p>${words(texts.none)}</p>`;
  return html`<p>${words(texts.noneFits)} <a href="${base}?lang=${locale}">${words(texts.clear)}</a></p>`;
}

function listOf(rows: readonly ShownRequest[], base: string, { locale, words }: Speech): Html {
  return html`<table class="list"><thead><tr><th scope="col">${words(texts.time)}</th>
<th scope="col">${words(texts.request)}</th><th scope="col">${words(texts.status)}</th>
<th scope="col">${words(texts.took)}</th></tr></thead>
<tbody>${rows.map((row) => rowOf(row, `${base}/${row.id}?lang=${locale}`, words))}</tbody></table>`;
}

function rowOf(
  { at, method, path, operation, status, durationMs, fault }: ShownRequest,
  href: string,
  words: Words,
): Html {
  return html`<tr><td><time datetime="${at}">${at.slice(0, 19).replace('T', ' ')}</time></td>
<td><a href="${href}">${method} ${path}</a> <span class="soft">${operation}</span></td>
<td>${statusMark(status, words)} ${fault && html`<span class="mark bad">${words(texts.faulty)}</span>`}</td>
<td>${durationMs ?? ''} ms</td></tr>`;
}

function queryOf({ api, status }: RequestFilter, lang?: Locale): string {
  const given = Object.entries({ api, status, lang }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given as [string, string][]).toString();
}

function otherOf(locale: Locale): Locale {
  return locale === 'en' ? 'fr' : 'en';
}
