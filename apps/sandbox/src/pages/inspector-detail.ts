import { type Locale, say, type Text } from '@lading/kit/text';
import type { AppliedRule, ShownMessage, ShownRequest } from '../edge/inspector.ts';
import { type Html, html } from './html.ts';
import { statusMark, type Words } from './inspector-mark.ts';
import { gradeTexts, inspectorTexts as texts } from './inspector-text.ts';

/** Everything that is remembered of one request. */
export function requestDetail(shown: ShownRequest, locale: Locale): Html {
  const words: Words = (text, params) => say(text, locale, params);
  const { method, path, query, operation, at, status, durationMs, clientId, userName, accounts } = shown;
  const facts: readonly (readonly [Text, Html | string])[] = [
    [texts.request, html`<code>${method} ${path}${query !== undefined && `?${query}`}</code>`],
    [texts.status, statusMark(status, words)],
    [texts.operation, operation],
    [texts.time, at],
    [texts.took, `${durationMs ?? 0} ms`],
    ...(clientId === undefined ? [] : [[texts.caller, `${clientId} · ${userName ?? ''}`] as const]),
    ...(accounts === undefined ? [] : [[texts.accounts, accounts.join(', ')] as const]),
    ...(shown.fault === undefined
      ? []
      : [[texts.fault, html`<code>${JSON.stringify(shown.fault)}</code>`] as const]),
  ];
  return html`<dl>${facts.map(([name, value]) => html`<dt>${words(name)}</dt><dd>${value}</dd>`)}</dl>
<h2>${words(texts.rules)}</h2>${rulesOf(shown.rules, locale)}
<h2>${words(texts.request)}</h2>${messageOf(shown.request, words)}
<h2>${words(texts.answer)}</h2>${shown.answer ? messageOf(shown.answer, words) : html`<p>${words(texts.unanswered)}</p>`}`;
}

function rulesOf(rules: readonly AppliedRule[], locale: Locale): Html {
  if (rules.length === 0) return html`<p class="soft">${say(texts.noRules, locale)}</p>`;
  const items = rules.map(({ rule, fr, evidence }) => {
    const grade = say(gradeTexts[evidence], locale);
    return html`<li><span class="mark ${evidence}">${grade}</span> ${locale === 'fr' ? fr : rule}</li>`;
  });
  return html`<ul class="plain">${items}</ul>`;
}

function messageOf({ headers, body }: ShownMessage, words: Words): Html {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value ?? ''}`);
  return html`<details><summary>${words(texts.headers)}</summary><pre>${lines.join('\n')}</pre></details>
${body === '' ? html`<p class="soft">${words(texts.noBody)}</p>` : html`<pre tabindex="0" aria-label="${words(texts.body)}">${indented(body)}</pre>`}`;
}

/** JSON on several lines; as it came where it was cut or is none. */
function indented(body: string): string {
  if (!/^\s*[{[]/.test(body)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
