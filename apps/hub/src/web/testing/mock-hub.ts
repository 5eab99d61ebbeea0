import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { AuthorizationState, Integration } from '../../api/integrations.ts';
import type { ParcelDetail } from '../../api/parcels.ts';
import type { Session } from '../../api/session.ts';
import { type Answer, answerApi } from './api.ts';
import { PEOPLE, usualIntegrations } from './company.ts';
import { makeParcels } from './parcels.ts';
import { usualWayIn, type WayInState } from './way-in.ts';

/** How a call goes wrong: an answer of 500, a dropped connection, no answer for a long while, an ended session. */
export type Trouble = 'server-error' | 'offline' | 'slow' | 'signed-out';

/** What the mock hub knows; tests change it between steps. */
export interface MockState {
  session: Session | null;
  parcels: readonly ParcelDetail[];
  integrations: Integration[];
  /** What a new integration may belong to. */
  environments: Integration['environment'][];
  way: WayInState;
  /** The open authorization by its id. */
  authorizations: Map<string, { outcome: AuthorizationState['outcome']; integrationId: string }>;
  /** By the beginning of the path below `/api/v1`. */
  troubles: Map<string, Trouble>;
}

export interface MockHub {
  readonly url: string;
  readonly state: MockState;
  /** Back to the usual company, nobody signed in. */
  reset(): void;
  close(): Promise<void>;
}

function usual(): MockState {
  return {
    session: null,
    parcels: makeParcels(130),
    integrations: usualIntegrations(),
    environments: ['sandbox'],
    way: usualWayIn(),
    authorizations: new Map(),
    troubles: new Map(),
  };
}

/** Signs a person in without the form. */
export function signInAs(state: MockState, email: string): Session {
  const found = PEOPLE.find((person) => person.user.email === email);
  if (!found) throw new Error(`There is no ${email} here.`);
  state.session = structuredClone(found);
  return state.session;
}

/** An in-memory hub: the built screens under the hub's own policy, and `/api/v1` with believable data. */
export async function startMockHub(webRoot: string): Promise<MockHub> {
  const state = usual();
  const server = createServer((request, reply) => {
    answer(request, reply, state, webRoot).catch((error: unknown) => {
      reply.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mock hub has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    state,
    reset: () => void Object.assign(state, usual()),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function answer(
  request: IncomingMessage,
  reply: ServerResponse,
  state: MockState,
  webRoot: string,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mock');
  if (url.pathname.startsWith('/api/v1')) return api(request, reply, state, url);
  if (url.pathname === '/carrier') return carrierPage(reply, state, url);
  return sendPage(reply, webRoot, url.pathname);
}

async function api(
  request: IncomingMessage,
  reply: ServerResponse,
  state: MockState,
  url: URL,
): Promise<void> {
  const path = url.pathname.slice('/api/v1'.length);
  const trouble = [...state.troubles].find(([prefix]) => path.startsWith(prefix))?.[1];
  if (trouble === 'offline') return void request.socket.destroy();
  // Held open until the browser gives up or the server closes: the screen keeps its loading state.
  if (trouble === 'slow') return;
  const body = await bodyOf(request);
  const said = trouble ? failureOf(trouble) : answerApi(state, request.method ?? 'GET', path, url, body);
  const type = said.type ?? 'application/json; charset=utf-8';
  reply.writeHead(said.status, { 'content-type': type, 'cache-control': 'no-store' });
  reply.end(
    typeof said.body === 'string' ? said.body : said.status === 204 ? '' : JSON.stringify(said.body ?? null),
  );
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}

function failureOf(trouble: Trouble): Answer {
  if (trouble === 'signed-out') {
    const text = { en: 'Sign in to continue.', fr: 'Ouvrez une session pour continuer.' };
    return { status: 401, body: { code: 'SIGN_IN_REQUIRED', text, details: {}, requestId: 'mock' } };
  }
  const text = {
    en: 'Something went wrong on our side. Try again in a moment.',
    fr: 'Un problème est survenu de notre côté. Réessayez dans un instant.',
  };
  return { status: 500, body: { code: 'UNEXPECTED', text, details: {}, requestId: 'mock' } };
}

/** Stands for the carrier's pages in the popup: each button ends the authorization one way. */
function carrierPage(reply: ServerResponse, state: MockState, url: URL): void {
  const open = state.authorizations.get(url.searchParams.get('id') ?? '');
  const outcome = (['authorized', 'refused', 'failed', 'expired'] as const).find(
    (each) => each === url.searchParams.get('outcome'),
  );
  if (open && outcome) open.outcome = outcome;
  const links = ['authorized', 'refused', 'failed', 'expired'].map(
    (each) => `<p><a href="/carrier?id=${url.searchParams.get('id')}&outcome=${each}">${each}</a></p>`,
  );
  reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  reply.end(`<!doctype html><html lang="en"><title>Carrier</title><h1>Carrier</h1>${links.join('')}</html>`);
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function sendPage(reply: ServerResponse, webRoot: string, path: string): Promise<void> {
  const type = TYPES[extname(path)];
  if (!type) return sendIndex(reply, webRoot);
  const file = await readFile(join(webRoot, normalize(path))).catch(() => null);
  if (file === null) return void reply.writeHead(404).end();
  reply.writeHead(200, { 'content-type': type }).end(file);
}

/** The page under the policy that the hub sends, so that what it would block is seen here first. */
async function sendIndex(reply: ServerResponse, webRoot: string): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const page = await readFile(join(webRoot, 'index.html'), 'utf8');
  reply.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'content-security-policy': [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
    ].join('; '),
  });
  reply.end(page.replaceAll('__CSP_NONCE__', nonce).replaceAll('__LADING_ENVIRONMENTS__', 'sandbox'));
}
