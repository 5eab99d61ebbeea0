import type { Text, TextParams } from '@lading/kit/text';
import { type Html, html } from './html.ts';
import { inspectorTexts as texts } from './inspector-text.ts';

/** Says a text in the reader's language. */
export type Words = (text: Text, params?: TextParams) => string;

/** A status, told apart by colour; undefined where the caller was gone. */
export function statusMark(status: number | undefined, words: Words): Html {
  const isGood = status !== undefined && status < 400;
  return html`<span class="mark ${isGood ? 'good' : 'bad'}">${status ?? words(texts.unanswered)}</span>`;
}
