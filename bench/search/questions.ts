import type { ParcelQuery } from '@lading/hub/api/parcels';
import { FIRST, LAST, TRADE } from '../ingestion/feed.ts';
import type { Known } from './model.ts';

/** A question as a person would ask it of the list; no two in a row are the same where it names a parcel. */
export interface Question {
  readonly name: string;
  /**
   * Not held to the floor: a company of 10,000 parcels has no others, so the first page fills at once; in a larger
   * one the search looks at as many of the newest parcels as one request may, and says that there is more.
   */
  readonly isHeld?: false;
  readonly finds: 'something' | 'nothing';
  readonly ask: (known: Known, at: number) => ParcelQuery;
}

const some = (name: string, ask: Question['ask']): Question => ({ name, finds: 'something', ask });
const none = (name: string, ask: Question['ask']): Question => ({ name, finds: 'nothing', ask });
const one = (list: readonly string[], at: number) => list[at % list.length] ?? '';

/** Words. One that a blank follows is finished; the last one without is the beginning of a word. */
const SEARCHES: readonly Question[] = [
  some('exact: tracking number', ({ trackingNumber: q }) => ({ q })),
  some('exact: purchase order', ({ purchaseOrder }) => ({ q: `${purchaseOrder} ` })),
  none('exact: nothing has it', (_, at) => ({ q: `1ZNOBODY${at} ` })),
  some('prefix: a hundred numbers', ({ trackingNumber }) => ({ q: trackingNumber.slice(0, -2) })),
  some('prefix: ten orders', ({ purchaseOrder }) => ({ q: purchaseOrder.slice(0, -1) })),
  some('prefix: a thousand orders', ({ purchaseOrder }) => ({ q: purchaseOrder.slice(0, -3) })),
  some('prefix: common names', (_, at) => ({ q: one(LAST, at).slice(0, 3) })),
  some('prefix: every parcel has it', () => ({ q: '1ZA1B' })),
  {
    ...some('prefix: ten thousand orders', ({ purchaseOrder }) => ({ q: purchaseOrder.slice(0, -4) })),
    isHeld: false,
  },
  none('prefix: nothing has it', (_, at) => ({ q: `QQ${at}` })),
  some('word: common', (_, at) => ({ q: `${one(TRADE, at)} ` })),
  some('words: two common ones', (_, at) => ({ q: `${one(FIRST, at)} ${one(TRADE, at)} ` })),
  some('words: the name as written', ({ consigneeName }) => ({ q: `${consigneeName} ` })),
  some('words: the last unfinished', (_, at) => ({ q: `${one(TRADE, at)} ${one(FIRST, at).slice(0, 3)}` })),
  some('word and status', (_, at) => ({ q: `${one(TRADE, at)} `, status: 'delivered' })),
  some('word and direction', (_, at) => ({ q: `${one(TRADE, at)} `, direction: 'inbound' })),
  some('word and day', ({ shippedOn: from }, at) => ({ q: `${one(TRADE, at)} `, from, to: from })),
];

const LISTS: readonly Question[] = [
  some('list: newest', () => ({})),
  some('list: delivered', () => ({ status: 'delivered' })),
  some('list: exception', () => ({ status: 'exception' })),
  some('list: open', () => ({ status: 'open' })),
  some('list: late', () => ({ status: 'late' })),
  some('list: inbound', () => ({ direction: 'inbound' })),
  some('list: third party', () => ({ direction: 'third-party' })),
  some('list: shipped on a day', ({ shippedOn }) => ({ from: shippedOn, to: shippedOn })),
  some('list: shipped until a day', ({ shippedOn }) => ({ to: shippedOn })),
  some('list: expected on a day', ({ expectedOn }) => ({ expected: expectedOn })),
  some('list: inbound, delivered', () => ({ direction: 'inbound', status: 'delivered' })),
  some('list: third party, delivered', () => ({ direction: 'third-party', status: 'delivered' })),
  some('list: inbound, late', () => ({ direction: 'inbound', status: 'late' })),
  some('list: inbound, of a day', ({ shippedOn: from }) => ({ direction: 'inbound', from, to: from })),
  some('list: delivered, of a day', ({ settledOn: from }) => ({ status: 'delivered', from, to: from })),
];

export const QUESTIONS: readonly Question[] = [...SEARCHES, ...LISTS];
