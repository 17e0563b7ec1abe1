import '@fontsource-variable/golos-text/index.css';
import './shared/mantine.css';
import './shared/console.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSpeaking } from './i18n/i18n.js';
import { router } from './router.js';
import { Session } from './session/session.js';
import { comesBack, endSignIn } from './session/oidc.js';
import { triesAgain } from './shared/ask.js';
import { theme } from './shared/theme.js';
import type { ConsoleConfigDto } from './shared/types.js';
import { ErrorBoundary } from './shell/error-page.js';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: triesAgain, staleTime: 10_000, refetchOnWindowFocus: true } },
});

/** The policy of the page lets in only styles that bear it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// for libraries that add styles by themselves and look for it here
Object.assign(globalThis, { __webpack_nonce__: nonce });

const colours = localStorageColorSchemeManager({ key: 'shanyraq-colours' });

const takeToken = async (): Promise<void> => {
  if (!comesBack()) return;
  const response = await fetch('/api/v1/console/config');
  // the contract of the route
  await endSignIn((await response.json()) as ConsoleConfigDto);
};

const start = async (): Promise<void> => {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('the page has no place for the console');
  await Promise.all([startSpeaking(), takeToken()]);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours} getStyleNonce={() => nonce}>
        <QueryClientProvider client={queries}>
          <ErrorBoundary>
            <Session>
              <RouterProvider router={router} />
            </Session>
          </ErrorBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
};

await start();
