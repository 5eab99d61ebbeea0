import { defineTexts, say, type Text } from '@lading/kit/text';
import type { HttpAnswer, HttpRequest } from '../edge/http.ts';
import type { RegisteredOperation } from '../registry.ts';
import type { Seeds } from '../seed.ts';
import type { LivingWorld } from '../world/world.ts';
import { type Html, html } from './html.ts';
import { localeOf, pageAnswer } from './layout.ts';

const texts = defineTexts({
  title: { en: 'A carrier to practise with', fr: 'Un transporteur pour s’exercer' },
  what: {
    en: 'This program answers like the UPS Developer Kit, offline, over a small world of its own. It is not affiliated with UPS: nothing here ships, and nothing leaves this machine.',
    fr: 'Ce programme répond comme la trousse de développement d’UPS, hors ligne, sur un petit monde à lui. Il n’est pas affilié à UPS : rien n’y est expédié et rien ne quitte cette machine.',
  },
  now: { en: 'The world’s clock:', fr: 'L’horloge du monde :' },
  frozen: { en: '(stands still)', fr: '(arrêtée)' },
  addresses: { en: 'Addresses', fr: 'Adresses' },
  credentials: { en: 'Seeded credentials', fr: 'Identifiants fournis' },
  application: { en: 'Application', fr: 'Application' },
  user: { en: 'Carrier user', fr: 'Utilisateur du transporteur' },
  accounts: { en: 'Accounts', fr: 'Comptes' },
  campus: { en: 'CampusShip, may not authorize', fr: 'CampusShip, ne peut pas autoriser' },
  negotiated: {
    en: 'Negotiated rates open with an invoice: show-account, then authenticate-by-invoice, among the commands below.',
    fr: 'Une facture ouvre les tarifs négociés : show-account, puis authenticate-by-invoice, parmi les commandes ci-dessous.',
  },
  look: { en: 'Look inside', fr: 'Regarder à l’intérieur' },
  health: { en: 'Health', fr: 'État' },
  world: { en: 'What the world holds', fr: 'Ce que contient le monde' },
  requests: { en: 'The last requests', fr: 'Les dernières demandes' },
  commands: { en: 'Commands to change it', fr: 'Commandes pour le changer' },
});

export interface IndexParts {
  readonly operations: readonly RegisteredOperation[];
  readonly seeds: Seeds;
}

/** The front page: what this is, where to call, with which credentials. */
export function indexPage(
  { operations, seeds }: IndexParts,
  world: LivingWorld,
  request: HttpRequest,
): HttpAnswer {
  const locale = localeOf(request);
  const { publicUrl } = request;
  const t = (text: Text): string => say(text, locale);
  const rows = operations.map(
    ({ wire }) => html`<tr><td>${wire.method}</td><td><code>${wire.path}</code></td></tr>`,
  );
  const links: readonly (readonly [string, Text])[] = [
    ['health', texts.health],
    ['world', texts.world],
    ['inspector', texts.requests],
    ['commands', texts.commands],
  ];
  return pageAnswer({
    locale,
    title: t(texts.title),
    otherLanguage: `${publicUrl}/?lang=${locale === 'en' ? 'fr' : 'en'}`,
    isWide: true,
    content: html`<section class="card"><h1>${t(texts.title)}</h1>
<p>${t(texts.what)}</p>
<p class="soft">${t(texts.now)} <code>${new Date(world.now()).toISOString()}</code> ${world.clock.isFrozen && t(texts.frozen)}</p>
<h2>${t(texts.addresses)}</h2><p><code>${publicUrl}</code></p>
<table><tbody>${rows}</tbody></table>
<h2>${t(texts.credentials)}</h2><dl>${credentials(seeds, t)}</dl>
<p class="soft">${t(texts.negotiated)}</p>
<h2>${t(texts.look)}</h2>
<ul>${links.map(([name, text]) => html`<li><a href="${publicUrl}/_sandbox/${name}">${t(text)}</a></li>`)}</ul>
</section>`,
  });
}

function credentials({ clients, carrierUsers }: Seeds, t: (text: Text) => string): readonly Html[] {
  return [
    ...clients.map(
      ({ clientId, clientSecret }) =>
        html`<dt>${t(texts.application)}</dt><dd><code>${clientId}</code> / <code>${clientSecret}</code></dd>`,
    ),
    ...carrierUsers.map(({ userName, password, kind, accounts }) => {
      const note = kind === 'campus-ship' ? t(texts.campus) : `${t(texts.accounts)} ${accounts.join(', ')}`;
      return html`<dt>${t(texts.user)}</dt>
<dd><code>${userName}</code> / <code>${password}</code> <span class="soft">${note}</span></dd>`;
    }),
  ];
}
