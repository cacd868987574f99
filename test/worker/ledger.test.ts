/** The ledger: whatever is imported and taken back, its cells come to the values, any past moment can be read back, and nothing in it can be
 * changed. */
import * as fc from 'fast-check'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { D1_LIMITS } from '../../db/limits.ts'
import { CHANGE_SET_KINDS, CHANGE_SET_MOVES, CHANGE_SET_STATES } from '../../worker/ledger/states.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { fillSmall, run } from '../support/worker-evaluation.ts'
import { leavesOf, SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import {
  expectLedgerHolds,
  importCsv,
  revert,
  stageCsv,
  storedCells,
  storedValues,
  type Values,
} from '../support/worker-ledger.ts'
import { countingEnv, parkingEnv } from '../support/worker-round-trips.ts'
import type { CellHistory, ChangeSetCells, ChangeSetPage } from '../../worker/contract/ledger.ts'
import type { Snapshot } from '../../worker/contract/evaluations.ts'
import type { FrameworkBody } from '../../worker/contract/frameworks.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'
import type { ObservationMatrix } from '../../worker/contract/observations.ts'
import type { Problem } from '../../worker/contract/wire.ts'
import type { z } from 'zod'

const d1 = env.REGION_JJJ
const newCity = () => mintCity({ areas: 3, framework: true })
const CODES = ['doctors', 'kindergarten'] as const
const PERIODS = ['2023', '2024'] as const
const get = async <T>(city: TestCity, path: string): Promise<T> => {
  const res = await city.request(path)
  expect(res.status, await res.clone().text()).toBe(200)
  return res.json<T>()
}
const problemOf = async (city: TestCity, path: string): Promise<string> => {
  const res = await city.request(path)
  return `${res.status} ${(await res.json<Problem>()).errors?.[0]?.path}`
}
const history = (city: TestCity, indicator: string, period: string, area: string, more = '') =>
  get<z.infer<typeof CellHistory>>(
    city,
    `observations/history?indicator=${indicator}&period=${period}&area=${area}${more}`,
  )

/** All the values that the matrix shows as of a moment or a set, and the periods it lists. */
async function valuesAsOf(city: TestCity, asOf: string): Promise<{ values: Values; periods: string[] }> {
  const values = new Map<string, number>()
  let periods: string[] = []
  for (const period of PERIODS) {
    const matrix = await get<ObservationMatrix>(city, `observations?period=${period}&asOf=${encodeURIComponent(asOf)}`)
    periods = matrix.periods
    matrix.values.forEach((row, i) =>
      row.forEach((value, a) => {
        if (value !== null) values.set(`${matrix.indicators[i]?.code} ${period} ${matrix.areas[a]?.id}`, value)
      }),
    )
  }
  return { values, periods }
}

/** Which import each value comes from. */
async function storedImports(city: TestCity): Promise<Map<string, string>> {
  const { results } = await d1
    .prepare(
      "SELECT indicator || ' ' || period || ' ' || area_id AS key, import_id AS id FROM observations WHERE tenant_id = ?",
    )
    .bind(city.tenantId)
    .all<{ key: string; id: string }>()
  return new Map(results.map((o) => [o.key, o.id]))
}

/** What people expect of imports and of taking them back, with nothing of the product in it: each cell is a pile of what imports laid on it. */
class Model {
  readonly #piles = new Map<string, { importNumber: number; value: number }[]>()
  readonly #laid: string[][] = []

  /** Returns the number of the import. */
  lay(cells: Values): number {
    const laid: string[] = []
    for (const [key, value] of cells) {
      const pile = this.#piles.get(key) ?? []
      if (pile.at(-1)?.value === value) continue
      this.#piles.set(key, [...pile, { importNumber: this.#laid.length, value }])
      laid.push(key)
    }
    return this.#laid.push(laid) - 1
  }

  /** False, and nothing, when something lies on top. */
  takeBack(importNumber: number): boolean {
    const laid = this.#laid[importNumber] ?? []
    if (laid.some((key) => this.#piles.get(key)?.at(-1)?.importNumber !== importNumber)) return false
    for (const key of laid) this.#piles.get(key)?.pop()
    return true
  }

  /** Import number by cell. */
  authors(): ReadonlyMap<string, number | undefined> {
    return new Map([...this.#piles].flatMap(([key, pile]) => pile.slice(-1).map((top) => [key, top.importNumber])))
  }

  values(): Values {
    return new Map([...this.#piles].flatMap(([key, pile]) => pile.slice(-1).map(({ value }) => [key, value] as const)))
  }
}

const cell = fc.record({
  indicator: fc.constantFrom(...CODES),
  period: fc.constantFrom(...PERIODS),
  area: fc.constantFrom('01', '02'),
  value: fc.constantFrom(60, 61.5, 70),
})
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      cells: fc.uniqueArray(cell, {
        selector: (c) => `${c.indicator} ${c.period} ${c.area}`,
        minLength: 2,
        maxLength: 5,
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ back: fc.nat() }) },
)

const lay = (value: 60 | 70) => ({
  cells: (['01', '02'] as const).map((area) => ({ indicator: CODES[0], period: PERIODS[0], area, value })),
})

describe('any imports and any taking back', () => {
  it('come to the values, and every moment between them can be read back', async () => {
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 9, size: 'max' }), async (acts) => {
        const city = await newCity()
        const model = new Model()
        const written: { id: string; isBack: boolean }[] = []
        const moments: { set: string; at: number; values: Values }[] = []
        for (const step of acts) {
          if ('cells' in step) {
            const { id } = await importCsv(
              city,
              `地区,指标,时期,值\n${step.cells.map((c) => `A${c.area},${c.indicator},${c.period},${c.value}`).join('\n')}\n`,
            )
            model.lay(new Map(step.cells.map((c) => [`${c.indicator} ${c.period} area_${c.area}`, c.value])))
            written.push({ id, isBack: false })
          } else {
            const number = written.length === 0 ? -1 : step.back % written.length
            const target = written[number]
            if (target === undefined || target.isBack) continue
            const res = await revert(city, target.id)
            target.isBack = model.takeBack(number)
            expect(res.status, await res.clone().text()).toBe(target.isBack ? 200 : 409)
            if (!target.isBack) {
              refused += 1
              continue
            }
          }
          expect(await storedValues(d1, city.tenantId)).toEqual(model.values())
          expect(await storedImports(city)).toEqual(
            new Map([...model.authors()].map(([key, number]) => [key, written[number ?? -1]?.id])),
          )
          await expectLedgerHolds(city)
          const [last] = (await get<z.infer<typeof ChangeSetPage>>(city, 'change-sets?limit=1')).items
          if (last?.appliedAt === null || last === undefined) throw new Error('no set')
          moments.push({ set: last.id, at: last.appliedAt, values: model.values() })
        }
        for (const { set, at, values } of moments) {
          const periods = PERIODS.filter((p) => [...values.keys()].some((key) => key.includes(` ${p} `)))
          expect(await valuesAsOf(city, set)).toEqual({ values, periods })
          for (const ms of [at, at - 1])
            expect((await valuesAsOf(city, new Date(ms).toISOString())).values).toEqual(
              moments.findLast((m) => m.at <= ms)?.values ?? new Map(),
            )
        }
      }),
      // The first draw is given: an import that another lies on is refused, whatever chance brings.
      { numRuns: 6, examples: [[[lay(60), lay(70), { back: 0 }, { back: 1 }, { back: 0 }]]] },
    )
    expect(refused).toBeGreaterThan(0)
  }, 120_000)
})

describe('a change set', () => {
  it('of an import keeps row and reason with each cell, first fills too', async () => {
    const city = await newCity()
    await importCsv(city, '地区,时期,doctors,kindergarten\nA01,2024,2,80\n')
    // Seven of one column are one problem, which itself lists only five places.
    const rows = Array.from({ length: 7 }, (_, i) => `A0${(i % 3) + 1},${2018 + i},${90 + i},80`)
    const record = await importCsv(
      city,
      `地区,时期,doctors,kindergarten\n${rows.join('\n')}\nA02,2025,3,\n`,
      '新院区开诊',
    )
    expect(record.problems.filter((p) => p.severity === 'reason')).toHaveLength(1)
    const { set, items } = await get<ChangeSetCells>(city, `change-sets/${record.changeSetId}`)
    expect(set).toMatchObject({
      seq: 2,
      kind: 'import',
      state: 'approved',
      importId: record.id,
      cellCount: 14,
      createdBy: `user:${city.userId}`,
      createdByName: '测试员',
    })
    const doctors = items.filter((c) => c.indicator === 'doctors')
    expect(
      doctors.map((c) => `${c.period} ${c.areaCode} ${c.oldValue}→${c.newValue} #${c.sourceRow} ${c.note}`),
    ).toEqual([
      '2018 A01 null→90 #2 新院区开诊',
      '2019 A02 null→91 #3 新院区开诊',
      '2020 A03 null→92 #4 新院区开诊',
      '2021 A01 null→93 #5 新院区开诊',
      '2022 A02 null→94 #6 新院区开诊',
      '2023 A03 null→95 #7 新院区开诊',
      '2024 A01 2→96 #8 新院区开诊',
      '2025 A02 null→3 #9 null',
    ])
    expect(items.filter((c) => c.indicator === 'kindergarten').map((c) => c.note)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('takes another back by a set of its own, and the life of a cell tells both', async () => {
    const city = await newCity()
    const first = await importCsv(city, '地区,时期,doctors\nA01,2024,2\n')
    const second = await importCsv(city, '地区,时期,doctors\nA01,2024,3\nA02,2024,4\n')
    expect((await revert(city, second.id)).status).toBe(200)
    const sets = (await get<z.infer<typeof ChangeSetPage>>(city, 'change-sets')).items
    expect(sets.map((s) => [s.kind, s.seq, s.cellCount])).toEqual([
      ['revert', 3, 2],
      ['import', 2, 2],
      ['import', 1, 1],
    ])
    expect([sets[0]?.revertsId, sets[1]?.revertedById, sets[1]?.id]).toEqual([
      second.changeSetId,
      sets[0]?.id,
      second.changeSetId,
    ])
    const life = async (area: string) =>
      (await history(city, 'doctors', '2024', area)).items.map((c) => [c.kind, c.oldValue, c.newValue])
    expect(await life('A01')).toEqual([
      ['revert', 3, 2],
      ['import', 2, 3],
      ['import', null, 2],
    ])
    expect(await life('A02')).toEqual([
      ['revert', 4, null],
      ['import', null, 4],
    ])
    expect(await life('A03')).toEqual([])
    // The value that stands again counts as the first import's: it can be taken back too.
    expect((await revert(city, first.id)).status).toBe(200)
    expect(await storedValues(d1, city.tenantId)).toEqual(new Map())
  })

  it('is one when two commits, or two takings back, meet', async () => {
    const city = await newCity()
    const { id } = await stageCsv(city, '地区,时期,doctors\nA01,2024,2\n')
    for (const verb of ['commit', 'revert']) {
      const parked = parkingEnv(city)
      const slow = city.request(`imports/${id}/${verb}`, { method: 'POST', env: parked.env })
      await parked.reached
      expect((await city.request(`imports/${id}/${verb}`, { method: 'POST' })).status).toBe(200)
      parked.release()
      expect((await slow).status).toBe(409)
    }
    const sets = (await get<z.infer<typeof ChangeSetPage>>(city, 'change-sets')).items
    expect(sets.map((s) => s.kind)).toEqual(['revert', 'import'])
    await expectLedgerHolds(city)
  })

  it('that takes another back is whole or absent when the process dies at any write', async () => {
    const city = await newCity()
    const { id } = await importCsv(city, '地区,时期,doctors\nA01,2024,2\n')
    const before = await storedCells(d1, city.tenantId)
    let statements = 0
    for (let at = 0; at <= statements; at += 1) {
      const broken = new Proxy(d1, {
        get(target, key) {
          if (key === 'batch')
            return (batch: D1PreparedStatement[]) => {
              if (batch.length <= 5) return target.batch(batch)
              statements = batch.length
              return target.batch([...batch.slice(0, at), target.prepare('SELECT * FROM nowhere'), ...batch.slice(at)])
            }
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? (value.bind(target) as unknown) : value
        },
      })
      const res = await city.request(`imports/${id}/revert`, { method: 'POST', env: { ...env, REGION_JJJ: broken } })
      expect(res.status).toBe(500)
      expect(await storedCells(d1, city.tenantId)).toEqual(before)
    }
    expect(statements).toBeGreaterThan(5)
    expect((await revert(city, id)).status).toBe(200)
    await expectLedgerHolds(city)
  })

  it.each([
    ['before cells had a row', '{"area_01":2,"area_02":2.5}', [null, null]],
    ['with an array for each cell', '{"area_01":[2,2],"area_02":[2.5,3]}', [2, 3]],
  ])('still understands a file that was staged %s', async (_, cells, rows) => {
    const city = await newCity()
    const { id } = await stageCsv(city, '地区,时期,doctors\nA01,2024,2\nA02,2024,2.5\n')
    await d1
      .prepare('UPDATE import_chunks SET body = ? WHERE tenant_id = ?')
      .bind(`{"2024 doctors":${cells}}`, city.tenantId)
      .run()
    expect((await city.request(`imports/${id}/commit`, { method: 'POST' })).status).toBe(200)
    expect((await storedCells(d1, city.tenantId)).map((c) => [c.key, c.new])).toEqual([
      ['doctors 2024 area_01', 2],
      ['doctors 2024 area_02', 2.5],
    ])
    const found = await d1
      .prepare('SELECT source_row FROM change_cells WHERE tenant_id = ? ORDER BY area_id')
      .bind(city.tenantId)
      .raw<[number | null]>()
    expect(found.flat()).toEqual(rows)
  })
})

describe('the database', () => {
  it('lets nothing of an applied set be changed, added to or deleted', async () => {
    const city = await newCity()
    const { changeSetId } = await importCsv(city, '地区,时期,doctors\nA01,2024,2\n')
    const before = await storedCells(d1, city.tenantId)
    const where = `WHERE tenant_id = '${city.tenantId}'`
    const cells = '(tenant_id, set_id, indicator, period, area_id, new_value, unit)'
    const draft = `INSERT INTO change_sets (tenant_id, id, kind, state, created_by, created_at) VALUES ('${city.tenantId}', 'set_draft', 'entry', 'draft', 'x', 1)`
    for (const sql of [
      `UPDATE change_cells SET new_value = 3 ${where}`,
      `UPDATE change_cells SET note = 'x' ${where}`,
      `DELETE FROM change_cells ${where}`,
      `INSERT INTO change_cells ${cells} VALUES ('${city.tenantId}', '${changeSetId}', 'doctors', '2024', 'area_02', 1, '')`,
      `INSERT OR REPLACE INTO change_cells ${cells} VALUES ('${city.tenantId}', '${changeSetId}', 'doctors', '2024', 'area_01', 1, '')`,
      `UPDATE change_sets SET created_by = 'x' ${where}`,
      `UPDATE change_sets SET applied_at = 1 ${where}`,
      `UPDATE change_sets SET seq = NULL, applied_at = NULL ${where}`,
      `UPDATE change_sets SET state = 'draft' ${where}`,
      `DELETE FROM change_sets ${where}`,
      `INSERT OR REPLACE INTO change_sets (tenant_id, id, kind, state, created_by, created_at) VALUES ('${city.tenantId}', '${changeSetId}', 'import', 'draft', 'x', 1)`,
    ])
      await expect(d1.prepare(sql).run(), sql).rejects.toThrow(/immutable|kept/)
    expect(await storedCells(d1, city.tenantId)).toEqual(before)
    // A draft is a draft: its cells come and go, and none may move into an applied set.
    await d1.batch([
      d1.prepare(draft),
      d1.prepare(
        `INSERT INTO change_cells ${cells} VALUES ('${city.tenantId}', 'set_draft', 'doctors', '2024', 'area_02', 1, '')`,
      ),
      d1.prepare(`UPDATE change_cells SET new_value = 2 ${where} AND set_id = 'set_draft'`),
    ])
    await expect(
      d1.prepare(`UPDATE change_cells SET set_id = '${changeSetId}' ${where} AND set_id = 'set_draft'`).run(),
    ).rejects.toThrow(/immutable/)
    await d1.prepare(`DELETE FROM change_cells ${where} AND set_id = 'set_draft'`).run()
    expect(await problemOf(city, 'observations?asOf=set_draft')).toBe('422 asOf')
  })

  it('gives no set a moment before that of the set before, whatever a clock says', async () => {
    const city = await newCity()
    const later = Date.now() + 3_600_000
    await d1
      .prepare(
        "INSERT INTO change_sets (tenant_id, id, seq, kind, state, created_by, created_at, applied_at) VALUES (?1, 'set_fast', 1, 'entry', 'approved', 'x', ?2, ?2)",
      )
      .bind(city.tenantId, later)
      .run()
    await importCsv(city, '地区,时期,doctors\nA01,2024,2\n')
    const [cell] = await storedCells(d1, city.tenantId)
    expect([cell?.seq, cell?.at]).toEqual([2, later])
  })

  it('knows the kinds and states that the code knows, and calls final those that no act leads out of', async () => {
    const kinds = await d1.prepare('SELECT kind FROM change_set_kinds').all<{ kind: string }>()
    expect(kinds.results.map((k) => k.kind).toSorted()).toEqual(CHANGE_SET_KINDS.toSorted())
    const states = await d1
      .prepare('SELECT state, is_final FROM change_set_states')
      .all<{ state: string; is_final: number }>()
    const left = new Set<string>(Object.values(CHANGE_SET_MOVES).flatMap((m) => m.from))
    expect(new Map(states.results.map((s) => [s.state, s.is_final]))).toEqual(
      new Map(CHANGE_SET_STATES.map((s) => [s, left.has(s) ? 0 : 1])),
    )
    expect(
      CHANGE_SET_STATES.filter((s) => s !== 'draft' && !Object.values(CHANGE_SET_MOVES).some((m) => m.to === s)),
    ).toEqual([])
  })
})

it('evaluations read the approved value of a cell that waits for approval', async () => {
  const city = await newCity()
  await fillSmall(city)
  const { changeSetId } = await importCsv(city, '地区,时期,mortality\nA03,2024,9\n')
  // As the act to come leaves them: a changed cell, one filled for the first time, one emptied.
  await d1.batch(
    [
      ['doctors', 'area_01', 7],
      ['doctors', 'area_02', null],
      ['kindergarten', 'area_03', 64],
    ].map(([indicator, area, value]) =>
      d1
        .prepare("INSERT INTO awaiting_approval VALUES (?, ?, '2024', ?, ?, ?)")
        .bind(city.tenantId, indicator, area, changeSetId, value),
    ),
  )
  const { id } = await run(city)
  const { snapshot } = await get<{ snapshot: Snapshot }>(city, `evaluations/${id}/snapshot`)
  expect(snapshot.periods[1]?.values).toMatchObject({
    doctors: [7, null, 5],
    mortality: [15, 12, 9],
    kindergarten: [70, 85, 64],
  })
  expect(snapshot.periods[0]?.values['doctors']).toEqual([2, 3, 4])
})

describe('reading', () => {
  it('lists by state, kind and day, and pages through sets, cells and the life of a cell', async () => {
    const city = await newCity()
    const records: ImportRecord[] = []
    for (const value of [1, 2, 3])
      records.push(
        await importCsv(city, `地区,时期,doctors\nA01,2024,${value}\nA02,2024,${value}\nA03,2024,${value}\n`),
      )
    await revert(city, records[2]?.id ?? '')
    const list = (query: string) => get<z.infer<typeof ChangeSetPage>>(city, `change-sets?${query}`)
    expect((await list('kind=revert,entry')).items.map((s) => s.kind)).toEqual(['revert'])
    expect((await list('state=draft')).items).toEqual([])
    expect((await list('state=approved&since=2020-01-01')).items).toHaveLength(4)
    expect((await list(`since=${Date.now() + 86_400_000}`)).items).toEqual([])
    const first = await list('limit=3')
    const rest = await list(`limit=3&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map((s) => s.seq)).toEqual([4, 3, 2, 1])
    expect(rest.nextCursor).toBeNull()
    const set = `change-sets/${records[0]?.changeSetId}`
    const cells = await get<ChangeSetCells>(city, `${set}?limit=2`)
    const more = await get<ChangeSetCells>(city, `${set}?limit=2&cursor=${cells.nextCursor}`)
    expect([...cells.items, ...more.items].map((c) => c.areaCode)).toEqual(['A01', 'A02', 'A03'])
    expect(more.nextCursor).toBeNull()
    const late = await history(city, 'doctors', '2024', 'A01', '&limit=3')
    const early = await history(city, 'doctors', '2024', 'A01', `&limit=3&cursor=${late.nextCursor}`)
    expect([...late.items, ...early.items].map((c) => c.newValue)).toEqual([2, 3, 2, 1])
    expect(early.nextCursor).toBeNull()
  })

  it('as of a moment takes any offset, gives CSV too, and names what is wrong', async () => {
    const city = await newCity()
    const { changeSetId } = await importCsv(city, '地区,时期,doctors\nA01,2023,2\n')
    await importCsv(city, '地区,时期,doctors\nA01,2024,3\n')
    const matrix = await get<ObservationMatrix>(city, `observations?asOf=${changeSetId}`)
    expect(matrix).toMatchObject({ period: '2023', periods: ['2023'], asOf: { setId: changeSetId, seq: 1 } })
    expect(await get<ObservationMatrix>(city, 'observations')).toMatchObject({ period: '2024', asOf: null })
    // An address that loses its + has a space there.
    const far = await get<ObservationMatrix>(city, 'observations?asOf=2099-01-01T00:00:00.5+08:00')
    expect(far).toMatchObject({ period: '2024', asOf: { seq: 2 } })
    expect(await get<ObservationMatrix>(city, 'observations?asOf=2020-01-01t00:00:00z')).toMatchObject({
      periods: [],
      asOf: null,
    })
    const csv = await city.request(`observations?asOf=${changeSetId}`, { headers: { accept: 'text/csv' } })
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(2)
    for (const asOf of ['2024-13-01T00:00:00Z', '2024-01-01', 'yesterday', 'set_none'])
      expect(await problemOf(city, `observations?asOf=${asOf}`), asOf).toBe('422 asOf')
    for (const [query, path] of [
      ['indicator=doctors&period=2024&area=none', 'area'],
      ['indicator=none&period=2024&area=A01', 'indicator'],
      ['indicator=doctors&period=24&area=A01', 'period'],
    ])
      expect(await problemOf(city, `observations/history?${query}`)).toBe(`422 ${path}`)
  })

  it('takes one round trip to the region, and one more to find the past', async () => {
    const city = await newCity()
    const { changeSetId } = await importCsv(city, '地区,时期,doctors\nA01,2024,2\n')
    const trips = async (path: string): Promise<number> => {
      const counted = countingEnv(city)
      expect((await city.request(path, { env: counted.env })).status).toBe(200)
      return counted.trips()
    }
    expect([
      await trips('change-sets'),
      await trips(`change-sets/${changeSetId}`),
      await trips('observations/history?indicator=doctors&period=2024&area=A01'),
      await trips(`observations?period=2024&asOf=${changeSetId}`),
    ]).toEqual([1, 1, 1, 2])
  })

  it('keeps to its own city', async () => {
    const city = await newCity()
    const other = await newCity()
    const { changeSetId } = await importCsv(city, '地区,时期,doctors\nA01,2024,2\n')
    await importCsv(other, '地区,时期,doctors\nA01,2024,5\n')
    expect((await other.request(`change-sets/${changeSetId}`)).status).toBe(404)
    expect(await problemOf(other, `observations?asOf=${changeSetId}`)).toBe('422 asOf')
    expect((await history(other, 'doctors', '2024', 'A01')).items.map((c) => c.newValue)).toEqual([5])
  })

  it('says the unit of then, where the dictionary has come to mean another', async () => {
    const city = await newCity()
    const { id, changeSetId } = await importCsv(city, '地区,时期,spending\nA01,2024,300\n')
    await revert(city, id)
    const body = structuredClone(SMALL_FRAMEWORK)
    for (const leaf of leavesOf(body.root))
      if (leaf.code === 'spending' && leaf.indicator !== undefined) Object.assign(leaf.indicator, { unit: '元' })
    const saved = await city.request(`frameworks/${city.frameworkId}`, {
      method: 'PUT',
      headers: { 'if-match': '*' },
      json: { body, note: '' },
    })
    expect(saved.status).toBe(200)
    await importCsv(city, '地区,时期,spending\nA01,2024,3000000\n')
    const unitOf = async (query: string) =>
      (await get<ObservationMatrix>(city, `observations?period=2024${query}`)).indicators.find(
        (i) => i.code === 'spending',
      )?.unit
    expect([await unitOf(''), await unitOf(`&asOf=${changeSetId}`)]).toEqual(['元', '万元'])
    expect((await history(city, 'spending', '2024', 'A01')).items.map((c) => `${c.newValue} ${c.unit}`)).toEqual([
      '3000000 元',
      'null 万元',
      '300 万元',
    ])
  })

  it('remembers the values of an area that is gone', async () => {
    const city = await newCity()
    const { id, changeSetId } = await importCsv(city, '地区,时期,doctors\nA03,2024,2\n')
    await revert(city, id)
    expect((await city.request('areas/A03', { method: 'DELETE' })).status).toBe(204)
    const { items } = await get<ChangeSetCells>(city, `change-sets/${changeSetId}`)
    expect(items).toMatchObject([{ areaId: 'area_03', areaCode: null, areaName: '', newValue: 2 }])
    expect((await history(city, 'doctors', '2024', 'area_03')).items).toHaveLength(2)
  })
})

it('writes and takes back 30,000 cells within the limits of D1', async () => {
  const city = await mintCity({ areas: 300, framework: wideFramework(100) })
  const codes = Array.from({ length: 100 }, (_, i) => `ind${i}`)
  const csv = `地区,时期,${codes.join(',')}\n${Array.from({ length: 300 }, (_, a) => `A${String(a + 1).padStart(2, '0')},2024,${codes.map((_c, i) => a + i / 7).join(',')}`).join('\n')}\n`
  const seen: { statements: number; longest: number }[] = []
  const watched = new Proxy(d1, {
    get(target, key) {
      if (key === 'prepare')
        return (text: string) => {
          const raw = target.prepare(text)
          const bind = raw.bind.bind(raw)
          raw.bind = (...values: unknown[]) => {
            const longest = Math.max(text.length, ...values.map((v) => (typeof v === 'string' ? v.length * 3 : 8)))
            seen.push({ statements: 0, longest })
            expect(values.length).toBeLessThanOrEqual(D1_LIMITS.boundParameters)
            return bind(...values)
          }
          return raw
        }
      if (key === 'batch')
        return (batch: D1PreparedStatement[]) => {
          seen.push({ statements: batch.length, longest: 0 })
          return target.batch(batch)
        }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  const { id } = await stageCsv(city, csv)
  for (const verb of ['commit', 'revert']) {
    const res = await city.request(`imports/${id}/${verb}`, {
      method: 'POST',
      env: { ...env, REGION_JJJ: watched },
    })
    expect(res.status).toBe(200)
  }
  // Values never travel again: what is committed lies staged in the database.
  expect(Math.max(...seen.map((s) => s.statements))).toBeLessThan(16)
  expect(Math.max(...seen.map((s) => s.longest))).toBeLessThan(10_000)
  expect((await storedCells(d1, city.tenantId)).length).toBe(60_000)
  expect(await storedValues(d1, city.tenantId)).toEqual(new Map())
}, 60_000)

function wideFramework(count: number): FrameworkBody {
  const [domain] = SMALL_FRAMEWORK.root.children ?? []
  const [leaf] = domain?.children ?? []
  if (domain === undefined || leaf?.indicator === undefined) throw new Error('no leaf')
  const { indicator } = leaf
  const children = Array.from({ length: count }, (_, i) => ({
    ...leaf,
    code: `ind${i}`,
    name: `指标${i}`,
    nameEn: `Indicator ${i}`,
    indicator: { ...indicator, plausibleLow: null, plausibleHigh: null },
  }))
  return { ...SMALL_FRAMEWORK, root: { ...SMALL_FRAMEWORK.root, children: [{ ...domain, children }] } }
}
