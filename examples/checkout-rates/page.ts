import type { Delivery, DeliveryOption, Destination } from './delivery.ts';
import { cart, type Language, offered, type Words } from './shop.ts';

/** What the page shows: the form as it was filled in, and what came of it. */
export interface PageState {
  readonly language: Language;
  readonly to: Destination;
  readonly delivery: Delivery | null;
  /** A sentence for the customer. */
  readonly fault: string | null;
  /** Who computed the prices, for example `127.0.0.1:3100`. */
  readonly askedOf: string;
}

const words = {
  title: { en: 'Checkout', fr: 'Commande' },
  cart: { en: 'In the cart', fr: 'Dans le panier' },
  where: { en: 'Where to?', fr: 'Livrer où?' },
  city: { en: 'City', fr: 'Ville' },
  state: { en: 'State', fr: 'État' },
  postalCode: { en: 'ZIP code', fr: 'Code ZIP' },
  home: { en: 'It is a home', fr: 'C’est un domicile' },
  ask: { en: 'Show delivery options', fr: 'Voir les modes de livraison' },
  options: { en: 'Delivery', fr: 'Livraison' },
  by: { en: '{day}, by {time}', fr: '{day}, avant {time}' },
  noDay: { en: 'no date stated', fr: 'aucune date indiquée' },
  none: { en: 'Nothing that we offer goes there.', fr: 'Rien de ce que nous offrons ne s’y rend.' },
  meant: { en: 'Did you mean one of these?', fr: 'Vouliez-vous dire l’un de ces endroits?' },
  unknown: { en: 'We find no such place.', fr: 'Cet endroit est introuvable.' },
  origin: { en: 'Prices and dates by {askedOf}.', fr: 'Prix et dates fournis par {askedOf}.' },
  other: { en: 'Français', fr: 'English' },
} as const satisfies Readonly<Record<string, Words>>;

/** The whole page; it needs no script. */
export function page(state: PageState): string {
  const { language, askedOf } = state;
  const say = (key: keyof typeof words) => html(words[key][language]);
  const other = language === 'en' ? 'fr' : 'en';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say('title')}</title><style>${STYLE}</style></head><body><main>
<a href="/?language=${other}" lang="${other}">${say('other')}</a>
<h1>${say('title')}</h1>
<h2>${say('cart')}</h2><p>${html(cart.name[language])}, ${money(cart.price, 'USD', language)}</p>
<h2>${say('where')}</h2>${form(state, say)}
<div role="status">${result(state, say)}</div>
<footer>${say('origin').replace('{askedOf}', html(askedOf))}</footer>
</main></body></html>`;
}

type Say = (key: keyof typeof words) => string;

function form({ language, to }: PageState, say: Say): string {
  const field = (name: 'city' | 'state' | 'postalCode', size: number) =>
    `<label>${say(name)} <input name="${name}" size="${size}" maxlength="60" required value="${html(to[name])}"></label>`;
  return `<form method="post" action="/?language=${language}">
${field('city', 20)} ${field('state', 3)} ${field('postalCode', 10)}
<label><input type="checkbox" name="isHome" value="yes"${to.isHome ? ' checked' : ''}> ${say('home')}</label>
<button>${say('ask')}</button></form>`;
}

function result({ fault, delivery, language }: PageState, say: Say): string {
  if (fault !== null) return `<p class="fault">${html(fault)}</p>`;
  if (delivery === null) return '';
  if (delivery.kind === 'places') return places(delivery.places, language, say);
  if (delivery.options.length === 0) return `<p class="fault">${say('none')}</p>`;
  const rows = delivery.options.map((option, at) => row(option, at, language, say));
  return `<fieldset><legend>${say('options')}</legend>${rows.join('\n')}</fieldset>`;
}

function row(
  { service, amount, currency, day, time }: DeliveryOption,
  at: number,
  language: Language,
  say: Say,
) {
  const when = day === null ? say('noDay') : say('by').replace('{day}', dayName(day, language));
  return `<label><input type="radio" name="service" value="${service}"${at === 0 ? ' checked' : ''}>
<span>${html(offered[service][language])}</span> <small>${when.replace('{time}', html(time ?? ''))}</small>
<b>${money(amount, currency, language)}</b></label>`;
}

/** One button per place, which asks again with it. */
function places(found: readonly Destination[], language: Language, say: Say): string {
  if (found.length === 0) return `<p class="fault">${say('unknown')}</p>`;
  const buttons = found.map(
    ({ city, state, postalCode, isHome }) => `<form method="post" action="/?language=${language}">
<input type="hidden" name="city" value="${html(city)}"><input type="hidden" name="state" value="${html(state)}">
<input type="hidden" name="postalCode" value="${html(postalCode)}">
${isHome ? '<input type="hidden" name="isHome" value="yes">' : ''}
<button>${html(`${city}, ${state} ${postalCode}`)}</button></form>`,
  );
  return `<p>${say('meant')}</p>${buttons.join('\n')}`;
}

function money(amount: string, currency: string, language: Language): string {
  const shown = new Intl.NumberFormat(`${language}-CA`, { style: 'currency', currency });
  return html(shown.format(Number(amount)));
}

function dayName(day: string, language: Language): string {
  const shown = new Intl.DateTimeFormat(`${language}-CA`, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return html(shown.format(new Date(`${day}T00:00:00Z`)));
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui;margin:0}
main{max-width:40rem;margin:auto;padding:1rem}main>a{float:right}h1{margin:0}h2{font-size:1rem;margin:1.5rem 0 .25rem}
label{display:inline-block;margin:.25rem .5rem .25rem 0}input,button{font:inherit}button{padding:.25rem .75rem}
fieldset{margin:1rem 0;padding:.5rem 1rem}fieldset label{display:flex;gap:.5rem;align-items:baseline;margin:.5rem 0}
fieldset small{flex:1}b{font-variant-numeric:tabular-nums}.fault{border-left:4px solid;padding-left:.5rem}
footer{margin-top:2rem;font-size:.875rem}`;
