import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  retainSearchParams,
} from '@tanstack/react-router';
import { readAuditFilter } from './audit/filter.ts';
import { readFilters } from './parcels/filters.ts';
import { readShellSearch } from './shell/looked-at.ts';
import { Shell } from './shell/page.tsx';
import { NotFound, ScreenFailure } from './shell/trouble.tsx';

const rootRoute = createRootRoute({
  validateSearch: readShellSearch,
  search: { middlewares: [retainSearchParams(['environment'])] },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ScreenFailure,
});

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home/page.tsx'), 'HomePage'),
});
const parcels = createRoute({
  getParentRoute: () => rootRoute,
  path: '/parcels',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./parcels/page.tsx'), 'ParcelsPage'),
});
const parcel = createRoute({
  getParentRoute: () => rootRoute,
  path: '/parcels/$parcelId',
  component: lazyRouteComponent(() => import('./parcels/detail.tsx'), 'ParcelPage'),
});
const integrations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integrations',
  component: lazyRouteComponent(() => import('./integrations/page.tsx'), 'IntegrationsPage'),
});
const createIntegration = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integrations/create/$step',
  component: lazyRouteComponent(() => import('./integrations/create.tsx'), 'CreateIntegrationPage'),
});
const integration = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integrations/$integrationId',
  component: lazyRouteComponent(() => import('./integrations/detail.tsx'), 'IntegrationPage'),
});
const authorizeIntegration = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integrations/$integrationId/authorize',
  component: lazyRouteComponent(() => import('./integrations/authorize.tsx'), 'AuthorizePage'),
});
const desk = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk',
  component: lazyRouteComponent(() => import('./desk/page.tsx'), 'DeskPage'),
});
const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/page.tsx'), 'AccountPage'),
});
const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: readAuditFilter,
  component: lazyRouteComponent(() => import('./audit/page.tsx'), 'AuditPage'),
});

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/page.tsx'), 'PeoplePage'),
});

const company = createRoute({
  getParentRoute: () => rootRoute,
  path: '/company',
  component: lazyRouteComponent(() => import('./company/page.tsx'), 'CompanyPage'),
});

const wayIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/way-in',
  component: lazyRouteComponent(() => import('./way-in/page.tsx'), 'WayInPage'),
});

const rates = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rates',
  component: lazyRouteComponent(() => import('./rates/page.tsx'), 'RatesPage'),
});

const routeTree = rootRoute.addChildren([
  home,
  parcels,
  parcel,
  integrations,
  createIntegration,
  integration,
  authorizeIntegration,
  desk,
  account,
  audit,
  people,
  company,
  rates,
  wayIn,
]);

export function createHubRouter(history?: RouterHistory) {
  return createRouter({ routeTree, scrollRestoration: true, ...(history ? { history } : {}) });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createHubRouter>;
  }
}
