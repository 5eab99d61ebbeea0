import '@lading/ui/styles/tokens.css';
import '@lading/ui/styles/parts.css';
import './hub.css';
import './home/home.css';
import './parcels/parcels.css';
import './integrations/integrations.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiFailure } from './api.ts';
import { createHubRouter } from './router.tsx';
import { sessionQuery } from './session.ts';
import { applyTheme, readTheme } from './theme.ts';

const client = new QueryClient({
  defaultOptions: {
    // The hub may stand in the reader's own network: whether it can be reached shows in the answer.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (failures, error) => isPassing(error) && failures < 2,
    },
  },
});

/** A session that ended elsewhere shows the sign-in page at once. */
client.getQueryCache().subscribe(({ query }) => {
  const { error } = query.state;
  if (error instanceof ApiFailure && error.status === 401) client.setQueryData(sessionQuery.queryKey, null);
});

function isPassing(error: unknown): boolean {
  return !(error instanceof ApiFailure) || error.status === 0 || error.status >= 500;
}

applyTheme(readTheme());
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={createHubRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
