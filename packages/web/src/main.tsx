import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import './design/layers.css'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { ProblemError } from './api/problem.ts'
import { sessionQuery } from './api/session.ts'
import { ready } from './i18n/i18n.ts'
import { createAppRouter } from './router.tsx'
import { applyTheme } from './shell/theme.ts'

const signInRequired = (error: unknown) => error instanceof ProblemError && error.problem.status === 401

const client = new QueryClient({
  queryCache: new QueryCache({
    // A session that ended: the next page asks to sign in and comes back here.
    onError: (error) => {
      if (!signInRequired(error)) return
      client.setQueryData(sessionQuery.queryKey, null)
      void router.invalidate()
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the server refused it will refuse again; only a broken connection is worth a second try.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ProblemError && error.problem.status < 500),
    },
  },
})
const router = createAppRouter(client)

function App() {
  const { i18n } = useTranslation()
  return (
    <I18nProvider locale={i18n.language}>
      <RouterProvider router={router} />
    </I18nProvider>
  )
}

applyTheme()
await ready
const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Suspense>
        <App />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
)
