/** A region as the version before the ledger left it, brought up to date: what can be known of its history is in the ledger, its cells come to
 * the values, and old imports can be taken back. */
import * as fc from 'fast-check'
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { REGIONS } from '../../db/regions.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { fold, importCsv, revert, storedCells, storedValues, type Values } from '../support/worker-ledger.ts'
import type { ObservationMatrix } from '../../worker/contract/observations.ts'

const LEDGER = '0007_create_ledger.sql'
const d1 = env.REGION_JJJ
const big = env.REGION_CSJ

interface OldCell {
  readonly indicator: string
  readonly period: string
  readonly area: string
  readonly value: number
}

/** What the code before the ledger wrote for one city, statement by statement. */
class OldCity {
  readonly imports: { id: string; at: number; state: 'committed' | 'reverted' }[] = []
  readonly moments: { at: number; values: Values }[] = []

  constructor(
    readonly tenantId: string,
    readonly db: D1Database,
  ) {}

  async fillDirectly(cells: readonly OldCell[], at: number): Promise<void> {
    await this.db
      .prepare(
        "INSERT INTO observations (tenant_id, indicator, period, area_id, value, import_id, updated_by, updated_at) SELECT ?1, value->>'indicator', value->>'period', value->>'area', value->>'value', NULL, 'seed', ?3 FROM json_each(?2)",
      )
      .bind(this.tenantId, JSON.stringify(cells), at)
      .run()
  }

  async commit(cells: readonly OldCell[], at: number): Promise<string> {
    const id = `imp_${this.tenantId}_${this.imports.length}`
    const json = JSON.stringify(cells)
    const [t, by] = [this.tenantId, `user:${id.length % 2 === 0 ? 'a' : 'b'}`]
    await this.db.batch([
      this.db
        .prepare(
          `INSERT INTO imports (tenant_id, id, file_name, file_digest, size_bytes, encoding, layout, state, row_count, value_count, missing_count, problem_count, summary, created_by, created_at, committed_at)
           VALUES (?, ?, 'a.csv', 'sha256:', 1, 'utf-8', 'long', 'committed', 1, 1, 0, 0, '{"createdByName":"李敏"}', 'user:a', ?, ?)`,
        )
        .bind(t, id, at - 5, at),
      this.db
        .prepare(
          `INSERT INTO observation_history (tenant_id, import_id, indicator, period, area_id, old_value, old_import_id, new_value, changed_by, changed_at)
           SELECT o.tenant_id, ?2, o.indicator, o.period, o.area_id, o.value, o.import_id, j.value->>'value', ?4, ?5 FROM json_each(?3) j
           CROSS JOIN observations o ON o.tenant_id = ?1 AND o.indicator = j.value->>'indicator' AND o.period = j.value->>'period' AND o.area_id = j.value->>'area' WHERE o.value IS NOT j.value->>'value'`,
        )
        .bind(t, id, json, by, at),
      this.db
        .prepare(
          `INSERT INTO observations (tenant_id, indicator, period, area_id, value, import_id, updated_by, updated_at)
           SELECT ?1, j.value->>'indicator', j.value->>'period', j.value->>'area', j.value->>'value', ?2, ?4, ?5 FROM json_each(?3) j WHERE true
           ON CONFLICT (tenant_id, indicator, period, area_id) DO UPDATE SET value = excluded.value, import_id = excluded.import_id, updated_by = excluded.updated_by, updated_at = excluded.updated_at
           WHERE observations.value IS NOT excluded.value`,
        )
        .bind(t, id, json, by, at),
      this.db.prepare('UPDATE imports SET changed_count = changes() WHERE tenant_id = ? AND id = ?').bind(t, id),
      this.#audit('import.commit', id, by, at),
    ])
    this.imports.push({ id, at, state: 'committed' })
    await this.#remember(at)
    return id
  }

  /** False, and nothing, when a later import changed one of its cells. */
  async takeBack(number: number, at: number): Promise<boolean> {
    const target = this.imports[number]
    if (target?.state !== 'committed') return false
    const [t, id] = [this.tenantId, target.id]
    const { meta } = await this.db
      .prepare(
        "UPDATE imports SET state = 'reverted' WHERE tenant_id = ?1 AND id = ?2 AND state = 'committed' AND changed_count = (SELECT count(*) FROM observations WHERE tenant_id = ?1 AND import_id = ?2)",
      )
      .bind(t, id)
      .run()
    if (meta.changes === 0) return false
    await this.db.batch([
      this.db
        .prepare(
          `UPDATE observations SET value = h.old_value, import_id = h.old_import_id, updated_by = 'user:a', updated_at = ?3 FROM observation_history h
           WHERE h.tenant_id = ?1 AND h.import_id = ?2 AND observations.tenant_id = ?1 AND observations.indicator = h.indicator AND observations.period = h.period AND observations.area_id = h.area_id`,
        )
        .bind(t, id, at),
      this.db.prepare('DELETE FROM observations WHERE tenant_id = ? AND import_id = ?').bind(t, id),
      this.#audit('import.revert', id, 'user:a', at),
    ])
    target.state = 'reverted'
    await this.#remember(at)
    return true
  }

  #audit(action: string, target: string, actor: string, at: number): D1PreparedStatement {
    return this.db
      .prepare(
        "INSERT INTO audit (tenant_id, id, actor, action, target, request_id, created_at) VALUES (?, 'aud_' || hex(randomblob(8)), ?, ?, ?, '', ?)",
      )
      .bind(this.tenantId, actor, action, target, at)
  }

  async #remember(at: number): Promise<void> {
    this.moments.push({ at, values: await storedValues(this.db, this.tenantId) })
  }
}

const cell = fc.record({
  indicator: fc.constantFrom('doctors', 'spending'),
  period: fc.constantFrom('2023', '2024'),
  area: fc.constantFrom('area_01', 'area_02'),
  value: fc.constantFrom(1, 2, 2.5),
})
const cells = fc.uniqueArray(cell, {
  selector: (c) => `${c.indicator} ${c.period} ${c.area}`,
  minLength: 1,
  maxLength: 5,
})
const oldLife = fc.record({
  direct: fc.option(cells),
  acts: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ cells, same: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ back: fc.nat(5) }) },
    ),
    { minLength: 1, maxLength: 9 },
  ),
})

const lives: OldCity[] = []
let city: TestCity
let old: OldCity
let astray: TestCity
const BIG = 'org_big'

beforeAll(async () => {
  await reset()
  const before = env.MIGRATIONS.region.filter((m) => m.name < LEDGER)
  expect(before.length).toBeGreaterThanOrEqual(5)
  await Promise.all([
    applyD1Migrations(env.HUB, env.MIGRATIONS.hub),
    ...REGIONS.map((r) => applyD1Migrations(env[r.binding], before)),
  ])
  // Areas and indicators that every life refers to; cities of one region share nothing else.
  for (const [i, { direct, acts }] of fc.sample(oldLife, { numRuns: 20, seed: 7 }).entries()) {
    const life = new OldCity((await mintCity({ areas: 2, framework: true })).tenantId, d1)
    let at = 1_700_000_000_000 + i
    if (direct !== null) await life.fillDirectly(direct, at + 50_000)
    for (const act of acts) {
      if ('back' in act) await life.takeBack(act.back, (at += 1000))
      else await life.commit(act.cells, (at += act.same ? 0 : 1000))
    }
    lives.push(life)
  }
  city = await mintCity({ areas: 3, framework: true })
  old = new OldCity(city.tenantId, d1)
  await old.commit([doctors('2023', '01', 2), doctors('2024', '01', 3)], 1_700_000_001_000)
  await old.commit([doctors('2024', '01', 4), doctors('2024', '02', 5)], 1_700_000_002_000)
  await old.commit([doctors('2024', '03', 6)], 1_700_000_003_000)
  expect(await old.takeBack(1, 1_700_000_004_000)).toBe(true)

  await d1
    .prepare(`UPDATE imports SET summary = '{"createdByName":"李敏","units":[["doctors","人/万人"]]}' WHERE id = ?`)
    .bind(old.imports[1]?.id)
    .run()

  // Written second with the clock of a Worker that lags: the order of the moments is not that of the writes.
  astray = await mintCity({ areas: 1, framework: true })
  const inverted = new OldCity(astray.tenantId, d1)
  await inverted.commit([doctors('2024', '01', 1)], 1_700_000_009_000)
  await inverted.commit([doctors('2024', '01', 2)], 1_700_000_008_000)

  await fillBig()
  await applyD1Migrations(big, env.MIGRATIONS.region)
  await Promise.all(REGIONS.map((r) => applyD1Migrations(env[r.binding], env.MIGRATIONS.region)))
}, 120_000)

const doctors = (period: string, area: string, value: number): OldCell => ({
  indicator: 'doctors',
  period,
  area: `area_${area}`,
  value,
})

/** 100 areas × 100 indicators × 5 periods, an import each, and a sixth that corrected all of the last. */
async function fillBig(): Promise<void> {
  const numbers = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)'
  await big.batch([
    big.prepare(
      `${numbers} INSERT INTO areas (tenant_id, id, code, name, created_at) SELECT '${BIG}', 'area_' || i, i, i, 1 FROM n`,
    ),
    big.prepare(
      `${numbers} INSERT INTO indicators (tenant_id, code, name, direction, created_at) SELECT '${BIG}', 'ind' || i, i, 'benefit', 1 FROM n WHERE i <= 100`,
    ),
    ...[0, 1, 2, 3, 4, 5].map((p) =>
      big.prepare(
        `INSERT INTO imports (tenant_id, id, file_name, file_digest, size_bytes, encoding, layout, state, row_count, value_count, missing_count, changed_count, problem_count, summary, created_by, created_at, committed_at)
         VALUES ('${BIG}', 'imp_${p}', '', '', 1, '', '', 'committed', 100, 10000, 0, 10000, 0, '{}', 'user:a', ${p}, ${p})`,
      ),
    ),
    ...[0, 1, 2, 3, 4].map((p) =>
      big.prepare(
        `${numbers} INSERT INTO observations (tenant_id, indicator, period, area_id, value, import_id, updated_by, updated_at)
         SELECT '${BIG}', 'ind' || k.i, ${2020 + p}, 'area_' || a.i, a.i + k.i / 7.0 + ${p}, 'imp_${p === 4 ? 5 : p}', 'x', 1 FROM n a JOIN n k ON k.i <= 100`,
      ),
    ),
    big.prepare(
      `INSERT INTO observation_history SELECT tenant_id, 'imp_5', indicator, period, area_id, value - 1, 'imp_4', value, 'x', 5 FROM observations WHERE period = '2024'`,
    ),
  ])
}

const setsOf = async (tenantId: string, d = d1) =>
  (
    await d
      .prepare(
        'SELECT seq, kind, id, import_id AS importId, reverts_id AS revertsId, created_by AS by, created_by_name AS byName, applied_at AS at, cell_count AS cells FROM change_sets WHERE tenant_id = ? ORDER BY seq',
      )
      .bind(tenantId)
      .all<{
        seq: number
        kind: string
        id: string
        importId: string | null
        revertsId: string | null
        by: string
        byName: string
        at: number
        cells: number
      }>()
  ).results

describe('any life before the ledger', () => {
  it('comes to exactly the values that stand', async () => {
    let cellCount = 0
    for (const life of lives) {
      const stored = await storedCells(d1, life.tenantId)
      // Without the chain of old values: what a first fill held that was taken back is lost.
      const last = new Map(stored.map((c) => [c.key, c.new]))
      expect(new Map([...last].filter(([, value]) => value !== null))).toEqual(await storedValues(d1, life.tenantId))
      cellCount += stored.length
    }
    expect(cellCount).toBeGreaterThan(100)
  })

  it('has a set for each import, one more for each taken back, in the order of their moments', async () => {
    for (const life of lives) {
      const sets = await setsOf(life.tenantId)
      expect(sets.map((s) => s.seq)).toEqual(sets.map((_, i) => i + 1))
      expect(sets.map((s) => s.at)).toEqual(sets.map((s) => s.at).toSorted((a, b) => a - b))
      expect(new Set(sets.flatMap((s) => (s.kind === 'import' ? [s.importId] : [])))).toEqual(
        new Set(life.imports.map((i) => i.id)),
      )
      expect(sets.filter((s) => s.kind === 'revert')).toHaveLength(
        life.imports.filter((i) => i.state === 'reverted').length,
      )
    }
  })

  it('needs no set that puts values right, and finds in each cell what the one before left, where each act has a moment of its own', async () => {
    const orderly = lives.filter((l) => new Set(l.moments.map((m) => m.at)).size === l.moments.length)
    expect(orderly.some((l) => l.imports.some((i) => i.state === 'reverted'))).toBe(true)
    for (const life of orderly) {
      fold(await storedCells(d1, life.tenantId))
      expect((await setsOf(life.tenantId)).map((s) => s.id)).not.toContain('set_closing')
    }
  })

  it('is complete where nothing was taken back: each import has all its cells, each moment its values', async () => {
    const whole = lives.filter(
      (l) =>
        l.imports.every((i) => i.state === 'committed') &&
        new Set(l.imports.map((i) => i.at)).size === l.imports.length,
    )
    expect(whole.length).toBeGreaterThan(5)
    for (const life of whole) {
      const stored = await storedCells(d1, life.tenantId)
      for (const { at, values } of life.moments) expect(fold(stored.filter((c) => c.at <= at))).toEqual(values)
      const changed = await d1
        .prepare('SELECT id, changed_count AS n FROM imports WHERE tenant_id = ?')
        .bind(life.tenantId)
        .all<{ id: string; n: number }>()
      const sets = await setsOf(life.tenantId)
      expect(new Map(sets.flatMap((s) => (s.importId === null ? [] : [[s.importId, s.cells]])))).toEqual(
        new Map(changed.results.map((i) => [i.id, i.n])),
      )
    }
  })
})

describe('a city after the upgrade', () => {
  it('has its history by who and when, first fills too', async () => {
    const [first, second, third] = old.imports.map((i) => `set_${i.id.slice(4)}`)
    expect(await setsOf(city.tenantId)).toMatchObject([
      { kind: 'import', id: first, at: 1_700_000_001_000, cells: 2 },
      { kind: 'import', id: second, at: 1_700_000_002_000, cells: 1 },
      { kind: 'import', id: third, at: 1_700_000_003_000, cells: 1 },
      { kind: 'revert', revertsId: second, at: 1_700_000_004_000, by: 'user:a', byName: '李敏', cells: 1 },
    ])
    expect((await storedCells(d1, city.tenantId)).map((c) => `${c.seq} ${c.key} ${c.old}→${c.new}`)).toEqual([
      '1 doctors 2023 area_01 null→2',
      '1 doctors 2024 area_01 null→3',
      // area_02 was filled first by the second import, which was taken back: nothing of it was kept.
      '2 doctors 2024 area_01 3→4',
      '3 doctors 2024 area_03 null→6',
      '4 doctors 2024 area_01 4→3',
    ])
    const then = await city.request('observations?period=2024&asOf=2023-11-14T22:13:22Z')
    expect((await then.json<ObservationMatrix>()).values[0]).toEqual([4, null, null])
  })

  it('has the units that its files were read in, else those of the dictionary', async () => {
    const units = await d1
      .prepare('SELECT DISTINCT set_id AS "set", unit FROM change_cells WHERE tenant_id = ? ORDER BY set_id')
      .bind(city.tenantId)
      .all<{ set: string; unit: string }>()
    const [first, second, third] = old.imports.map((i) => `set_${i.id.slice(4)}`)
    expect(units.results.map((u) => [u.set, u.unit])).toEqual([
      [first, '人/千人'],
      [second, '人/万人'],
      [`${second}r`, '人/万人'],
      [third, '人/千人'],
    ])
  })

  it('says what its values are where the order of two writes cannot be told', async () => {
    expect((await storedCells(d1, astray.tenantId)).map((c) => [c.seq, c.old, c.new])).toEqual([
      [1, 1, 2],
      [2, null, 1],
      [3, 1, 2],
    ])
    expect((await setsOf(astray.tenantId)).map((s) => s.kind)).toEqual(['import', 'import', 'backfill'])
  })

  it('takes old imports back, and goes on', async () => {
    const [first, , third] = old.imports
    const { id } = await importCsv(city, '地区,时期,doctors\nA01,2023,2.5\n')
    expect((await revert(city, first?.id ?? '')).status).toBe(409)
    for (const target of [id, first?.id ?? '', third?.id ?? '']) expect((await revert(city, target)).status).toBe(200)
    expect(await storedValues(d1, city.tenantId)).toEqual(new Map())
    expect(fold(await storedCells(d1, city.tenantId))).toEqual(new Map())
  })
})

/** Were a cell looked for among all others, this many would take longer than a test may (and a migration on D1, 30 s). */
it('carries 50,000 values and 10,000 corrections over', async () => {
  expect((await setsOf(BIG, big)).map((s) => s.cells)).toEqual([10_000, 10_000, 10_000, 10_000, 10_000, 10_000])
  expect(fold(await storedCells(big, BIG))).toEqual(await storedValues(big, BIG))
})
