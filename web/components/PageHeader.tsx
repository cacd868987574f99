/** The head of every page: breadcrumb, title, state, one next action. Sets the document title too. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Breadcrumb, type Crumb } from './Breadcrumb.tsx'
import { PRODUCT } from '../i18n/languages.ts'

export interface PageHeaderProps {
  readonly title: string
  /** A sentence under the title. */
  readonly lead?: ComponentChildren
  /** Badge or Status beside the title. */
  readonly state?: ComponentChildren
  /** The one next action; secondary ones belong into the page. */
  readonly action?: ComponentChildren
  readonly crumbs?: readonly Crumb[]
}

export function PageHeader({ title, lead, state, action, crumbs }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`
  }, [title])
  return (
    <header class="page-header">
      {crumbs !== undefined && crumbs.length > 1 && <Breadcrumb crumbs={crumbs} />}
      <div class="page-title">
        <div class="page-title-text">
          <h1>{title}</h1>
          {state}
        </div>
        {action !== undefined && <div class="page-action">{action}</div>}
      </div>
      {lead !== undefined && <div class="page-lead">{lead}</div>}
    </header>
  )
}
