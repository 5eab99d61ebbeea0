import { createServer, type Server } from '@lading/kit/http/server';
import { accountRoutes } from '../account/routes.ts';
import { securityRoutes } from '../account/security-routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { companyRoutes } from '../company/routes.ts';
import { administratorNames } from '../company/store.ts';
import { carriersOf } from '../config.ts';
import { deskRoutes } from '../desk/routes.ts';
import { homeRoutes } from '../home/routes.ts';
import type { Hub } from '../hub.ts';
import { callbackRoute } from '../integrations/callback.ts';
import { integrationRoutes } from '../integrations/routes.ts';
import { parcelRoutes } from '../parcels/routes.ts';
import { peopleRoutes } from '../people/routes.ts';
import { rateRoutes } from '../rates/routes.ts';
import { signInLimits } from '../sign-in/limits.ts';
import { sessionToken, signInRoutes } from '../sign-in/routes.ts';
import { Sessions } from '../sign-in/service.ts';
import { SessionStore } from '../sign-in/store.ts';
import { wayInRoutes } from '../way-in/routes.ts';
import type { WebFiles } from '../web-files.ts';
import { keepOutOfCaches } from './caching.ts';
import { healthRoutes } from './freshness.ts';
import { guardRoutes } from './guard.ts';
import { metricsRoute } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { answerWeb } from './web.ts';

/** The hub over HTTP: guard first, then every place's routes, then the screens for all other addresses. */
export async function createApp(hub: Hub, web: WebFiles | null): Promise<Server> {
  const { log, ids, door, clock, config } = hub;
  const onUnknownRoute = answerWeb(
    web,
    carriersOf(config).map(({ environment }) => environment),
  );
  const app = await createServer({ log, ids, trustProxy: config.trustProxy, onUnknownRoute });
  const store = new SessionStore(door);
  const sessions = new Sessions({ store, clock, ids, life: config.sessionLife });
  guardRoutes(app, {
    publicOrigin: () => new URL(hub.publicUrl()).origin,
    readSeat: (request) => sessions.read(sessionToken(request)),
    administratorNames: (tenantId) => door.asTenant(tenantId, (tx) => administratorNames(tx, tenantId)),
  });
  keepOutOfCaches(app);
  // Every body is JSON: plain text is the one type that a foreign page's form could send unasked.
  app.removeContentTypeParser('text/plain');
  await describeApi(app);
  healthRoutes(app, hub);
  metricsRoute(app, hub);
  // Attackers wait in real time, whatever clock the hub runs on.
  const limits = signInLimits(hub.wallClock);
  signInRoutes(app, { hub, sessions, store, limits });
  securityRoutes(app, hub, limits);
  peopleRoutes(app, hub, limits);
  homeRoutes(app, hub);
  parcelRoutes(app, hub);
  rateRoutes(app, hub);
  integrationRoutes(app, hub);
  callbackRoute(app, hub, store);
  companyRoutes(app, hub);
  accountRoutes(app, hub, store);
  auditRoutes(app, hub);
  deskRoutes(app, hub);
  wayInRoutes(app, hub);
  return app;
}
