/** Paper: inside a report everything is laid out whole (all rows, no tools, charts in print colours), on screen as on A4. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export const Paper = createContext(false)

export function usePaper(): boolean {
  return useContext(Paper)
}
