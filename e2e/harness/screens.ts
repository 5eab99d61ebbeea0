import { texts as integrationTexts } from '@lading/hub/web/integrations/text';
import { loginTexts } from '@lading/sandbox/oauth/pages/text';
import type { Page } from 'playwright-core';
import { CARRIER_USERS, giveUserName } from './carrier.ts';
import { listed, openParcels, untilRead } from './parcels.ts';
import { type Person, signIn } from './people.ts';
import type { Visit } from './visit.ts';
import { authorizeButton, connect, createIntegration, enterApplication, openPopup } from './wizard.ts';

/** One screen as somebody meets it. */
export interface Screen {
  readonly name: string;
  /** Null: nobody is signed in. */
  readonly person: Person | null;
  /** Leads to the screen and gives the window that shows it; the page is at the hub's address. */
  readonly reach: (visit: Visit, connected: Connected) => Promise<Page | undefined>;
}

/** What stands in the hub when the screens are looked at. */
export interface Connected {
  /** Authorized; one of its subscriptions is misspelt. */
  readonly integration: string;
  readonly pending: string;
  readonly parcel: string;
  readonly exception: string;
}

const at =
  (path: string | ((connected: Connected) => string), shows = 'main h1') =>
  async ({ page, pair }: Visit, connected: Connected): Promise<undefined> => {
    await page.goto(pair.hubUrl + (typeof path === 'string' ? path : path(connected)));
    await page.locator(shows).first().waitFor();
  };

export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', person: null, reach: at('/') },
  { name: 'home', person: 'alice', reach: at('/', '.short-row') },
  { name: 'home-not-connected', person: 'nora', reach: at('/', '.notice') },
  { name: 'parcels', person: 'alice', reach: at('/parcels', 'table.parcels') },
  { name: 'parcels-none', person: 'alice', reach: at('/parcels?q=nothing+like+it', '.empty') },
  { name: 'parcel', person: 'alice', reach: at(({ parcel }) => parcel, '.timeline') },
  { name: 'parcel-exception', person: 'alice', reach: at(({ exception }) => exception, '.timeline') },
  { name: 'parcel-evidence', person: 'alice', reach: showEvidence },
  { name: 'integrations', person: 'alice', reach: at('/integrations', 'table') },
  { name: 'integrations-user', person: 'umar', reach: at('/integrations', '.notice') },
  { name: 'integration', person: 'alice', reach: at(({ integration }) => integration, 'form') },
  { name: 'create-name', person: 'alice', reach: at('/integrations/create/name', 'form') },
  { name: 'create-subscriptions', person: 'alice', reach: reachSubscriptions },
  { name: 'create-review', person: 'alice', reach: reachReview },
  { name: 'authorize', person: 'alice', reach: at(({ pending }) => `${pending}/authorize`, '.card') },
  { name: 'authorize-waiting', person: 'alice', reach: reachWaiting },
  { name: 'own-application', person: 'nora', reach: reachOwn },
  { name: 'own-application-refused', person: 'nora', reach: reachOwnRefused },
  { name: 'carrier-name', person: 'alice', reach: reachPopup },
  { name: 'carrier-password', person: 'alice', reach: reachPassword },
  { name: 'carrier-refused', person: 'alice', reach: reachRefused },
  { name: 'audit', person: 'alice', reach: at('/audit', 'table') },
  { name: 'rates', person: 'alice', reach: at('/rates', 'form') },
  { name: 'people', person: 'alice', reach: at('/people', 'table') },
  { name: 'company', person: 'alice', reach: at('/company', 'table') },
  { name: 'account', person: 'alice', reach: at('/account', 'main select') },
  { name: 'desk', person: 'cleo', reach: at('/desk', '.card') },
  { name: 'desk-form', person: 'cleo', reach: showDeskForm },
  { name: 'way-in', person: 'alice', reach: at('/way-in', 'main form, main ol section') },
  { name: 'take-over-question', person: 'alice', reach: askToTakeOver },
  { name: 'forgotten', person: null, reach: at('/reset', 'form') },
  { name: 'join-too-late', person: null, reach: joinTooLate },
  { name: 'not-found', person: 'alice', reach: at('/no/such/page') },
  { name: 'sandbox', person: null, reach: inSandbox('/', 'main') },
  { name: 'sandbox-inspector', person: null, reach: inSandbox('/_sandbox/inspector', 'table, main') },
  { name: 'sandbox-request', person: null, reach: inspectRequest },
];

/** Connects Maple, leaves a second integration pending, and finds parcels worth looking at. */
export async function furnish(visit: Visit): Promise<Connected> {
  const { page, pair, t } = visit;
  await signIn(visit, 'alice');
  await connect(visit, { name: 'Maple IL Integration', subscriptions: ['Outbound', 'Inbound', 'Outbond'] });
  const integration = await addressOf(page, 'Maple IL Integration');
  await page.goto(`${pair.hubUrl}/integrations/create/name`);
  await reachReview(visit);
  await page.getByRole('button', { name: t(integrationTexts.create), exact: true }).click();
  await page.getByRole('button', { name: t(integrationTexts.step4), exact: true }).click();
  await authorizeButton(visit).waitFor();
  const pending = new URL(page.url()).pathname.replace(/\/authorize$/, '');
  await untilRead(visit);
  await openParcels(visit);
  const parcel = (await listed(visit).first().getAttribute('href')) ?? '';
  await page.goto(`${pair.hubUrl}/parcels?status=exception`);
  const exception = (await listed(visit).first().getAttribute('href')) ?? '';
  return { integration, pending, parcel, exception };
}

async function addressOf(page: Page, name: string): Promise<string> {
  return (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
}

async function showEvidence(visit: Visit, connected: Connected): Promise<undefined> {
  await at(connected.exception, '.timeline')(visit, connected);
  for (const summary of await visit.page.locator('.timeline summary').all()) await summary.click();
}

async function showDeskForm(visit: Visit, connected: Connected): Promise<undefined> {
  await at('/desk', '.card')(visit, connected);
  for (const summary of await visit.page.locator('.card summary').all()) await summary.click();
}

async function askToTakeOver(visit: Visit, connected: Connected): Promise<undefined> {
  await at(connected.integration, 'form')(visit, connected);
  await visit.page.getByRole('button', { name: visit.t(integrationTexts.takeOver), exact: true }).click();
  await visit.page.locator('dialog[open]').waitFor();
}

async function joinTooLate(visit: Visit): Promise<undefined> {
  visit.announce(410, /^\/api\/v1\/invitations\/look$/);
  await visit.page.goto(`${visit.pair.hubUrl}/join?token=${'x'.repeat(43)}`);
  await visit.page.getByRole('alert').waitFor();
}

function inSandbox(path: string, shows: string) {
  return async ({ page, pair }: Visit): Promise<undefined> => {
    await page.goto(pair.sandboxUrl + path);
    await page.locator(shows).first().waitFor();
  };
}

/** What the hub asked last. */
async function inspectRequest(visit: Visit): Promise<undefined> {
  const { page, pair } = visit;
  const answer = await page.request.get(`${pair.sandboxUrl}/_sandbox/requests?limit=1`);
  const { requests }: { requests: { id: string }[] } = await answer.json();
  await inSandbox(`/_sandbox/inspector/${requests[0]?.id}`, 'main')(visit);
}

async function reachSubscriptions({ page, pair, t }: Visit): Promise<undefined> {
  await page.goto(`${pair.hubUrl}/integrations/create/name`);
  await page.getByLabel(t(integrationTexts.name), { exact: true }).fill('Maple returns');
  const type = page.getByLabel(t(integrationTexts.type), { exact: true });
  await type.selectOption({ label: t(integrationTexts.typeName) });
  await page.getByRole('button', { name: t(integrationTexts.step2), exact: true }).click();
  await page.getByLabel(t(integrationTexts.subscriptionNumbered, { number: 1 })).fill('ThirdParty');
}

async function reachReview(visit: Visit): Promise<undefined> {
  const { page, t } = visit;
  await reachSubscriptions(visit);
  await page.getByRole('button', { name: t(integrationTexts.step3), exact: true }).click();
  await page.getByText(t(integrationTexts.reviewLead)).waitFor();
}

/** Nora's company stays unconnected: what she enters is never taken. */
async function reachOwn(visit: Visit, _connected?: Connected, name = 'Northline'): Promise<undefined> {
  await visit.page.goto(visit.pair.hubUrl);
  const wish = { name, subscriptions: ['Northline'], type: integrationTexts.typeNameOwn };
  await createIntegration(visit, wish);
}

async function reachOwnRefused(visit: Visit, connected: Connected): Promise<undefined> {
  await reachOwn(visit, connected, 'Northline returns');
  visit.announce(422, /\/application$/);
  await enterApplication(visit, { clientId: 'north', clientSecret: 'wrong', accountNumber: 'N1R2T3' });
  await visit.page.getByText('10401').waitFor();
}

async function reachPopup(visit: Visit, connected: Connected): Promise<Page> {
  await at(`${connected.pending}/authorize`, '.card')(visit, connected);
  return openPopup(visit);
}

async function reachWaiting(visit: Visit, connected: Connected): Promise<undefined> {
  await reachPopup(visit, connected);
  await visit.page.getByText(visit.t(integrationTexts.waiting)).waitFor();
}

async function reachPassword(visit: Visit, connected: Connected): Promise<Page> {
  const popup = await reachPopup(visit, connected);
  await giveUserName(visit, popup, CARRIER_USERS.maple);
  await popup.getByLabel(visit.t(loginTexts.password)).waitFor();
  return popup;
}

async function reachRefused(visit: Visit, connected: Connected): Promise<Page> {
  const popup = await reachPopup(visit, connected);
  await popup.getByRole('button', { name: visit.t(loginTexts.cancel), exact: true }).click();
  await popup.locator('main[data-outcome="refused"]').waitFor();
  return popup;
}
