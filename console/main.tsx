// Where the console begins: language, queries and routes around the pages, and what happens when a session ends.
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createDesk, DeskProvider } from './acts/sending/desk.ts';
import { ApiProblem } from './api.ts';
import { attendance } from './attendance.ts';
import { meQuery } from './queries.ts';
import { consoleRouter } from './routes.tsx';
import './style/base.css';
import './style/controls.css';
import './style/forced-colors.css';
import './style/print.css';
import { LanguageProvider } from './words/language.tsx';

/**
 * A session that ended leads to sign in, and from there back to the very page. Where another has signed in since, the
 * page learns whose it is now.
 */
function lookWhose(error: Error): void {
  if (!(error instanceof ApiProblem)) return;
  if (error.ofAnother) void queries.invalidateQueries(meQuery);
  if (!error.ofSession) return;
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  if (!queries.getQueryData(meQuery.queryKey)) return;
  queries.removeQueries();
  void router.navigate({ to: '/sign-in', search: { back: href, ended: 'true' } });
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: lookWhose }),
  mutationCache: new MutationCache({ onError: lookWhose }),
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (count, error) =>
        count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 503),
    },
  },
});
const router = consoleRouter(queries);
const desk = createDesk(sessionStorage);
attendance.watch(window);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The step of the browser's history that opened a dialog. */
    dialog?: boolean;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <DeskProvider value={desk}>
          <RouterProvider router={router} />
        </DeskProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
