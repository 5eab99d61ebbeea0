/**
 * A small merchant page: the customer says where, and sees what each way of delivery costs and when it arrives.
 * The shop's credentials stay on the server; the page needs no script.
 *
 *   npx tsx examples/checkout-rates/server.ts 8080
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isCarrierFault } from '@lading/sdk';
import { exampleAddress, exampleClient } from '../settings.ts';
import { type Destination, deliveryTo } from './delivery.ts';
import { type PageState, page } from './page.ts';
import { cart, type Language, type Words } from './shop.ts';

const ups = exampleClient();
const NOWHERE: Destination = { city: '', state: '', postalCode: '', isHome: false };
const LONGEST_FORM = 2_000;

const sorry: Words = {
  en: 'Delivery cannot be priced just now. Please try again.',
  fr: 'Le prix de la livraison ne peut être calculé pour le moment. Veuillez réessayer.',
};
const checkPlace: Words = {
  en: 'The carrier does not deliver there; please check city, state and ZIP code.',
  fr: 'Le transporteur n’y livre pas; veuillez vérifier la ville, l’État et le code ZIP.',
};

const server = createServer(async (request, response) => {
  const state = await answer(request);
  response.writeHead(state === null ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  });
  response.end(state === null ? '' : page(state));
});
server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`The shop is open at http://127.0.0.1:${port}`);
});

async function answer(request: IncomingMessage): Promise<PageState | null> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
  if (pathname !== '/') return null;
  const language: Language = searchParams.get('language') === 'fr' ? 'fr' : 'en';
  const empty = { language, to: NOWHERE, delivery: null, fault: null, askedOf: new URL(exampleAddress).host };
  if (request.method !== 'POST') return empty;
  const to = destinationOf(await formOf(request));
  try {
    return { ...empty, to, delivery: await deliveryTo(to, cart, ups) };
  } catch (error) {
    return { ...empty, to, fault: sentenceOf(error)[language] };
  }
}

/** What is longer than any destination is not read to its end. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let read = '';
  for await (const piece of request.setEncoding('utf8')) {
    read += piece;
    if (read.length > LONGEST_FORM) return new URLSearchParams();
  }
  return new URLSearchParams(read);
}

function destinationOf(form: URLSearchParams): Destination {
  const field = (name: string) => (form.get(name) ?? '').trim();
  return {
    city: field('city'),
    state: field('state').toUpperCase(),
    postalCode: field('postalCode'),
    isHome: field('isHome') === 'yes',
  };
}

/** The customer learns what to do; the shop's log learns the rest. */
function sentenceOf(error: unknown): Words {
  console.error(isCarrierFault(error) ? `${error.message} (${error.outcome})` : error);
  if (!isCarrierFault(error)) return sorry;
  return error.status !== undefined && error.status < 500 && error.status !== 429 ? checkPlace : sorry;
}
