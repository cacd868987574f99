/** An ApiError in words people can act on. The server's own sentence wins when it has one; the request number is shown for 5xx. */
import type { ApiError } from '../api/problem.ts'
import { componentWords } from '../words/components.ts'
import { fieldName } from '../i18n/fields.ts'
import { locale } from '../i18n/locale.ts'
import { labelled } from '../i18n/punctuation.ts'
import type { WordsOf } from '../i18n/area.ts'
import { useWords } from '../i18n/useWords.ts'
import { Button, LinkButton } from './Button.tsx'
import { Notice } from './Notice.tsx'

export interface ProblemNoticeProps {
  readonly error: ApiError
  readonly onRetry?: (() => void) | undefined
}

/** The sentence for an error, also usable in toasts. */
export function problemText(error: ApiError, words: WordsOf<typeof componentWords>): string {
  if (error.status === 0) return words.errNetwork
  if (error.status === 401) return words.errSignIn
  if (error.status === 429) return words.errLimited(error.retryAfterSeconds ?? 60)
  if (error.status >= 500) return words.errServer
  if (error.message !== '') return error.message
  if (error.status === 403) return words.errForbidden
  if (error.status === 404) return words.errNotFound
  if (error.status === 409 || error.status === 412) return words.errConflict
  return words.errServer
}

export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const words = useWords(componentWords)
  const retry = onRetry !== undefined && ![401, 403, 404].includes(error.status)
  return (
    <Notice
      tone={error.status === 404 ? 'info' : 'bad'}
      live
      title={problemText(error, words)}
      actions={
        error.status === 401 ? (
          <LinkButton kind="primary" href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
            {words.signIn}
          </LinkButton>
        ) : error.status === 404 && location.pathname !== '/' ? (
          <LinkButton href={parentOf(location.pathname)}>{words.goUp}</LinkButton>
        ) : retry ? (
          <Button onClick={onRetry}>{words.retry}</Button>
        ) : undefined
      }
    >
      {error.faults.length > 0 && (
        <ul>
          {error.faults.slice(0, 10).map((fault) => (
            <li key={fault.path + fault.message}>
              {fault.path !== '' && labelled(fieldName(fault.path, locale.value), '')}
              {fault.message}
            </li>
          ))}
        </ul>
      )}
      {error.status >= 500 && error.requestId !== null && <p class="small muted">{words.requestId(error.requestId)}</p>}
    </Notice>
  )
}

/** The list that a record stands in: its address without the last part. */
function parentOf(pathname: string): string {
  const up = pathname.replace(/\/[^/]+\/?$/, '')
  return up.endsWith('/data/imports') ? up.replace(/\/imports$/, '?tab=imports') : up === '' ? '/' : up
}
