/** Every address of the product and the page behind it. A page is fetched when its address is first visited. */
import { lazyPage, type LazyPage, type PageModule } from './lazyPage.tsx'

export interface RouteEntry extends LazyPage {
  readonly pattern: string
}

function route(pattern: string, load: () => Promise<PageModule>): RouteEntry {
  return { pattern, ...lazyPage(load) }
}

export const routes: readonly RouteEntry[] = [
  route('/', () => import('../pages/public/Home.tsx')),
  route('/results', () => import('../pages/public/Results.tsx')),
  route('/results/:id', () => import('../pages/public/Result.tsx')),
  route('/results/:id/report', () => import('../pages/public/ResultReport.tsx')),
  route('/compare', () => import('../pages/public/Compare.tsx')),
  route('/verify', () => import('../pages/public/Verify.tsx')),
  route('/pilots', () => import('../pages/public/Pilots.tsx')),
  route('/catalogue', () => import('../pages/public/Catalogue.tsx')),
  route('/methods', () => import('../pages/public/Methods.tsx')),
  route('/api', () => import('../pages/public/ApiReference.tsx')),
  route('/sign-in', () => import('../pages/account/SignIn.tsx')),
  route('/c/:city', () => import('../pages/city/Dashboard.tsx')),
  route('/c/:city/data', () => import('../pages/city/Data.tsx')),
  route('/c/:city/data/import', () => import('../pages/city/Import.tsx')),
  route('/c/:city/data/imports/:id', () => import('../pages/city/ImportDetail.tsx')),
  route('/c/:city/frameworks', () => import('../pages/city/Frameworks.tsx')),
  route('/c/:city/frameworks/:id', () => import('../pages/city/Framework.tsx')),
  route('/c/:city/evaluations', () => import('../pages/city/Evaluations.tsx')),
  route('/c/:city/evaluations/new', () => import('../pages/city/EvaluationNew.tsx')),
  route('/c/:city/evaluations/:id', () => import('../pages/city/Evaluation.tsx')),
  route('/c/:city/evaluations/:id/report', () => import('../pages/city/EvaluationReport.tsx')),
  route('/c/:city/compare', () => import('../pages/city/CityCompare.tsx')),
  route('/c/:city/settings', () => import('../pages/city/Settings.tsx')),
  route('/g/:group', () => import('../pages/group/GroupHome.tsx')),
  route('/a', () => import('../pages/assessor/AssessorHome.tsx')),
  route('/o', () => import('../pages/operator/OperatorHome.tsx')),
]

export const notFound: LazyPage['page'] = lazyPage(() => import('../pages/public/NotFound.tsx')).page
