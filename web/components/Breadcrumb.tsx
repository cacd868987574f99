/** The URL in words. The last entry is the page itself and no link. */
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'

export interface Crumb {
  readonly label: string
  readonly href?: string
}

export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const words = useWords(componentWords)
  return (
    <nav class="breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={`${index}${crumb.label}`}>
            {crumb.href !== undefined && index < crumbs.length - 1 ? (
              <a href={crumb.href}>{crumb.label}</a>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
