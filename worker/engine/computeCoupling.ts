/**
 * Coupling coordination of several systems over areas: the stateless `/compute/coupling`.
 *
 * Idea: one column of scores (0–1) per system; C, T, D and the named class for each area. Formulas, source: see
 * coupling/couplingCoordination.ts and coupling/couplingGrades.ts. Weights by system code, equal when none are given; systems
 * are taken in code order, so key order changes no digit.
 * Edge policy: an area whose C, T or D has no value carries null and its reason; a D above 1 (scores that are not on
 * 0–1) has no class and a warning `score-above-one`. Fewer than two systems, columns of unequal length, weights that
 * name no system or leave one out throw EngineInputError with paths. Complexity: O(areas · systems).
 *
 * @example computeCoupling({ systems: { edu: [0.4], care: [0.9] } }).grade // ['中级协调']
 */
import { couplingCoordination, couplingShares } from './coupling/couplingCoordination.ts'
import { couplingGrade, couplingGrades } from './coupling/couplingGrades.ts'
import type { CouplingGrade } from './coupling/couplingGrades.ts'
import { EngineInputError } from './types.ts'
import type { InputFault, Reason, Values, Warning } from './types.ts'

export interface CouplingRequest {
  readonly systems: Readonly<Record<string, Values>>
  readonly weights?: Readonly<Record<string, number>>
}

export interface CouplingResult {
  readonly C: readonly (number | null)[]
  readonly T: readonly (number | null)[]
  readonly D: readonly (number | null)[]
  /** Chinese name of each area's class; `level` (1–10) and `classes` give its number, bounds and English name. */
  readonly grade: readonly (string | null)[]
  readonly level: readonly (number | null)[]
  readonly reason: readonly (Reason | null)[]
  readonly classes: readonly CouplingGrade[]
  /** The weights used, as shares of 1. */
  readonly weights: Readonly<Record<string, number>>
  readonly warnings: readonly Warning[]
}

export function computeCoupling(request: CouplingRequest): CouplingResult {
  requireRequest(request)
  const codes = Object.keys(request.systems).sort()
  const given = request.weights
  const shares = couplingShares(codes.length, given && codes.map((code) => given[code] ?? Number.NaN))
  const columns = codes.map((code) => request.systems[code] ?? [])
  const areas = Array.from({ length: columns[0]?.length ?? 0 }, (_, i) => {
    return couplingCoordination(
      columns.map((column) => column[i] ?? null),
      shares,
    )
  })
  const grades = areas.map(({ D }) => couplingGrade(D))
  return {
    C: areas.map(({ C }) => C),
    T: areas.map(({ T }) => T),
    D: areas.map(({ D }) => D),
    grade: grades.map((grade) => grade?.zh ?? null),
    level: grades.map((grade) => grade?.level ?? null),
    reason: areas.map(({ reason }) => reason ?? null),
    classes: couplingGrades,
    weights: Object.fromEntries(codes.map((code, k) => [code, shares[k] ?? 0])),
    warnings: codes.flatMap((code, k) => aboveOne(code, columns[k] ?? [])),
  }
}

/** Cells of a system that are named one by one: a column on 0–100 is one mistake, not one for each area. */
const LISTED_WARNINGS = 20

function aboveOne(code: string, column: Values): Warning[] {
  const warnings: Warning[] = []
  let more = 0
  for (let i = 0; i < column.length; i += 1) {
    if ((column[i] ?? 0) <= 1 || Number.isNaN(column[i])) continue
    const message = 'a score above 1: the classes of D are meant for scores from 0 to 1'
    if (warnings.length < LISTED_WARNINGS)
      warnings.push({ code: 'score-above-one', path: `systems.${code}[${i}]`, message })
    else more += 1
  }
  if (more > 0)
    warnings.push({ code: 'score-above-one', path: `systems.${code}`, message: `${more} more scores are above 1` })
  return warnings
}

function requireRequest({ systems, weights }: CouplingRequest): void {
  const faults: InputFault[] = []
  const codes = Object.keys(systems).sort()
  if (codes.length < 2) {
    faults.push({
      path: 'systems',
      code: 'too-few-systems',
      message: `coupling needs at least two systems, not ${codes.length}`,
    })
  }
  const n = systems[codes[0] ?? '']?.length ?? 0
  for (const code of codes) {
    const column = systems[code] ?? []
    if (column.length !== n) {
      const message = `${column.length} scores where system ${codes[0]} has ${n}`
      faults.push({ path: `systems.${code}`, code: 'length-mismatch', message })
    }
    for (let i = 0; i < column.length; i += 1) {
      if (Math.abs(column[i] ?? 0) !== Infinity) continue
      faults.push({ path: `systems.${code}[${i}]`, code: 'not-finite', message: 'a score must be finite' })
    }
  }
  if (weights !== undefined) faults.push(...weightFaults(codes, weights))
  if (faults.length > 0) throw new EngineInputError(faults)
}

function weightFaults(codes: readonly string[], weights: Readonly<Record<string, number>>): InputFault[] {
  const faults: InputFault[] = []
  for (const code of Object.keys(weights).sort()) {
    if (!codes.includes(code))
      faults.push({ path: `weights.${code}`, code: 'unknown-system', message: 'no such system' })
  }
  for (const code of codes) {
    const weight = weights[code]
    if (weight !== undefined && weight >= 0 && Number.isFinite(weight)) continue
    const message = weight === undefined ? 'the system has no weight' : 'a weight is a number that is not negative'
    faults.push({ path: `weights.${code}`, code: 'bad-weight', message })
  }
  if (faults.length === 0 && codes.every((code) => weights[code] === 0)) {
    faults.push({ path: 'weights', code: 'no-weight', message: 'at least one weight must be positive' })
  }
  return faults
}
