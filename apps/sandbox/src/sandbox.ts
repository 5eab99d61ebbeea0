import type { Clock } from '@lading/kit/clock';
import { Problem } from '@lading/kit/errors';
import type { Log } from '@lading/kit/log';
import { type Control, createControl } from './control/routes.ts';
import { createEdge } from './edge/edge.ts';
import { errorEnvelope } from './edge/encode.ts';
import { type HttpAnswer, type HttpRequest, jsonAnswer } from './edge/http.ts';
import type { Serve } from './edge/listener.ts';
import { createRoutes } from './edge/routes.ts';
import { type FindMissing, findMissing } from './missing.ts';
import type { SandboxModule } from './module.ts';
import { createGuessGuard } from './oauth/guess-guard.ts';
import { loginPages, type ServePage } from './oauth/pages/login.ts';
import { indexPage } from './pages/index-page.ts';
import { inspectorPage, isInspectorPath } from './pages/inspector.ts';
import type { Seeds } from './seed.ts';
import { addressOf, type HostedWorld, type Worlds } from './worlds.ts';

export interface SandboxParts {
  readonly modules: readonly SandboxModule[];
  readonly worlds: Worlds;
  readonly seeds: Seeds;
  readonly strict: boolean;
  readonly version: string;
  readonly isAddressFixed: boolean;
  readonly log: Log;
  readonly real: Clock;
}

/** Everything between the listener and the worlds. */
export function createSandbox(parts: SandboxParts): Serve {
  const operations = parts.modules.flatMap(({ operations: own = [] }) => own);
  const find = createRoutes(operations);
  const edge = createEdge(parts);
  const slugs = [...new Set(operations.map(({ wire }) => wire.slug))];
  const missing = findMissing(operations);
  const ours = { control: createControl(parts), pages: pagesOf(parts, operations), slugs, missing };
  return async (whole) => {
    const { world: name, request } = addressOf(whole);
    const hosted = await parts.worlds.get(name);
    const match = find(request.method, request.path, request.query);
    if (match) return edge(hosted, match, request);
    return serveOurs(hosted, request, ours);
  };
}

interface Ours {
  readonly control: Control;
  readonly pages: ReadonlyMap<string, ServePage>;
  /** The APIs that this sandbox offers. */
  readonly slugs: readonly string[];
  readonly missing: FindMissing;
}

async function serveOurs(
  hosted: HostedWorld,
  request: HttpRequest,
  { control, pages, slugs, missing }: Ours,
): Promise<HttpAnswer> {
  const { method, path } = request;
  if (method === 'GET' && isInspectorPath(path)) return inspectorPage(hosted, request, slugs);
  if (path === '/_sandbox' || path.startsWith('/_sandbox/')) return control.serve(hosted, request);
  const page = pages.get(`${method === 'HEAD' ? 'GET' : method} ${path}`);
  if (!page) return nothingHere(missing(method, path, request.query));
  await hosted.world.settle();
  const answer = await page(hosted.world, request);
  await hosted.world.durable();
  return answer;
}

function nothingHere(missing: string | undefined): HttpAnswer {
  const what = missing === undefined ? '' : `: this sandbox does not have ${missing} yet`;
  return jsonAnswer(404, errorEnvelope({ code: '10404', text: `Resource not found${what}` }));
}

function pagesOf(
  { seeds, real, version }: SandboxParts,
  operations: Parameters<typeof indexPage>[0]['operations'],
): ReadonlyMap<string, ServePage> {
  const passwordGuard = createGuessGuard({ clock: real, freeAttempts: 5 });
  return new Map<string, ServePage>([
    ...loginPages(passwordGuard),
    ['GET /', (world, request) => indexPage({ operations, seeds }, world, request)],
    [
      'GET /health',
      (world) => jsonAnswer(200, { status: 'ok', version, now: new Date(world.now()).toISOString() }),
    ],
    ['GET /favicon.ico', () => ({ status: 204, headers: {}, body: [] })],
  ]);
}

/** Predictable secrets must not be reachable from other machines. */
export function refuseOpenSeed(host: string, isSeeded: boolean): void {
  const isLoopback = host === 'localhost' || host === '::1' || /^127\./.test(host);
  if (!isSeeded || isLoopback) return;
  throw new Problem({
    code: 'SEED_NEEDS_LOOPBACK',
    status: 400,
    text: {
      en: 'With a seed every secret can be foretold, so the sandbox then listens on the loopback only, not on {host}. Leave the seed away or use 127.0.0.1.',
      fr: 'Avec un germe, tout secret est prévisible : le bac à sable n’écoute alors que sur la boucle locale, pas sur {host}. Retirez le germe ou utilisez 127.0.0.1.',
    },
    params: { host },
  });
}
