/** Facts and method choices of an unsaved layer, read back from the browser's store: whatever is not of the right shape is dropped. Pure. */
import type { AnchorSource, IndicatorFacts } from '../../../worker/contract/frameworks.ts'
import { isRecord } from '../../api/problem.ts'
import type { FactsEdit, MethodEdit } from './edits.ts'

export function readFacts(value: unknown): FactsEdit {
  if (!isRecord(value)) return {}
  const { floor, caution, breaks } = value
  const targetSource = readSource(value['targetSource'])
  const floorSource = readSource(value['floorSource'])
  const scale = readScale(value['scale'])
  return {
    ...(targetSource ? { targetSource } : {}),
    ...(typeof floor === 'number' || floor === null ? { floor } : {}),
    ...(floorSource ? { floorSource } : {}),
    ...(scale ? { scale } : {}),
    ...(typeof caution === 'string' ? { caution } : {}),
    ...(Array.isArray(breaks)
      ? {
          breaks: breaks.flatMap((one: unknown) =>
            isRecord(one) && typeof one['period'] === 'string' && typeof one['note'] === 'string'
              ? [{ period: one['period'], note: one['note'] }]
              : [],
          ),
        }
      : {}),
  }
}

export function readMethod(value: unknown): MethodEdit {
  if (!isRecord(value)) return {}
  const { equalityFamily: family, equalityWeighting: weighting, realizationCoverage: coverage } = value
  return {
    ...(family === 'cv' || family === 'gini' ? { equalityFamily: family } : {}),
    ...(weighting === 'population' || weighting === 'none' ? { equalityWeighting: weighting } : {}),
    ...(typeof coverage === 'number' ? { realizationCoverage: coverage } : {}),
  }
}

function readSource(value: unknown): AnchorSource | null {
  if (!isRecord(value)) return null
  const { kind, document, year } = value
  if (kind !== 'standard' && kind !== 'plan' && kind !== 'estimated') return null
  return {
    kind,
    document: typeof document === 'string' ? document : '',
    year: typeof year === 'number' ? year : null,
  }
}

function readScale(value: unknown): IndicatorFacts['scale'] | null {
  if (!isRecord(value)) return null
  const { kind, low, high } = value
  if (kind === 'ratio') return { kind }
  return kind === 'bounded' && typeof low === 'number' && typeof high === 'number' ? { kind, low, high } : null
}
