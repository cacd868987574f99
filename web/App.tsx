/** Router and frame. The frame stays while pages come and go. */
import { useLayoutEffect } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { CrashBoundary } from './features/shell/CrashBoundary.tsx'
import { Shell } from './features/shell/Shell.tsx'
import { stirred } from './router/ready.ts'
import { notFound, routes } from './router/routes.ts'

function Pages() {
  const { path, url } = useLocation()
  useLayoutEffect(stirred, [url])
  return (
    <CrashBoundary address={path}>
      <Router>
        {routes.map((entry) => (
          <Route key={entry.pattern} path={entry.pattern} component={entry.page} />
        ))}
        <Route default component={notFound} />
      </Router>
    </CrashBoundary>
  )
}

export function App() {
  return (
    <LocationProvider scope={/^(?!\/api\/)/}>
      <Shell>
        <Pages />
      </Shell>
    </LocationProvider>
  )
}
