/** Targets as people write them: one number, a range joined by a dash, or nothing. */
import { parseTyped } from '../../format/parseTyped.ts'
import type { TargetValue } from './edits.ts'

/** undefined = cannot be read. A leading minus belongs to its number. */
export function parseTarget(text: string): TargetValue | undefined {
  const clean = text.normalize('NFKC').trim()
  if (clean === '') return null
  const range = /^([+-]?[\d.,]+)\s*(?:-|–|—|~|～|至|to)\s*([+-]?[\d.,]+)$/.exec(clean)
  if (range === null) return parseTyped(clean)
  const [low, high] = [parseTyped(range[1] ?? ''), parseTyped(range[2] ?? '')]
  return typeof low === 'number' && typeof high === 'number' && low <= high ? [low, high] : undefined
}

export function targetText(target: TargetValue | undefined): string {
  if (target === null || target === undefined) return ''
  return typeof target === 'number' ? String(target) : `${target[0]}–${target[1]}`
}
