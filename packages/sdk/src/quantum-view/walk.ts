import { CarrierFault, faultCodes } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Answer } from '../refusal.ts';
import { pageOf, type QuantumViewItem, type QuantumViewPage } from './answer.ts';

/** Far more answers than seven days of files can fill. */
const MAX_ANSWERS = 10_000;

/**
 * Every item of every answer, from the first to the one without a bookmark. Subscriptions and warnings that
 * later answers repeat come only once.
 *
 * @param ask Fetches the answer to a bookmark; without one, the first.
 * @param read The answer's document.
 * @throws CarrierFault `BOOKMARK_LOOP` when an answer comes back that was there before.
 */
export async function* walk(
  ask: (bookmark: string | undefined) => Promise<Answer>,
  read: (answer: Answer) => JsonObject,
): AsyncGenerator<QuantumViewItem, void, undefined> {
  const announced = new Set<string>();
  const answered = new Set<string>();
  let page: QuantumViewPage | undefined;
  do {
    const answer = await ask(page?.bookmark);
    page = pageOf(read(answer), answer);
    await refuseLoop(page, answer, answered);
    for (const item of page.items) {
      if (isNews(item, announced)) yield item;
    }
  } while (page.bookmark !== undefined);
}

function isNews(item: QuantumViewItem, announced: Set<string>): boolean {
  if (item.kind === 'file') return true;
  const words = JSON.stringify(item);
  if (announced.has(words)) return false;
  announced.add(words);
  return true;
}

/**
 * The bookmark alone tells nothing, since that of an unread read only names the subscriber: a loop is a whole
 * answer, bookmark included, that was there before.
 */
async function refuseLoop(page: QuantumViewPage, answer: Answer, answered: Set<string>): Promise<void> {
  if (page.bookmark === undefined) return;
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(answer.body));
  const print = new Uint8Array(digest).join();
  if (answered.has(print) || answered.size >= MAX_ANSWERS) throw loop();
  answered.add(print);
}

function loop(): CarrierFault {
  return new CarrierFault({
    code: faultCodes.bookmarkLoop,
    text: 'Bookmarks run in a circle.',
    outcome: 'unknown',
  });
}
