/** A comma-separated list in the URL (`?areas=a,b`), for selections that several charts and a table share. */
import { useCallback, useMemo } from 'preact/hooks'
import { useQueryState } from './useQueryState.ts'

export function useQueryList(name: string): readonly [readonly string[], (values: readonly string[]) => void] {
  const [text, setText] = useQueryState(name, '')
  const list = useMemo(() => (text === '' ? [] : text.split(',')), [text])
  const set = useCallback(
    (values: readonly string[]) => setText(values.length === 0 ? null : values.join(',')),
    [setText],
  )
  return [list, set]
}
