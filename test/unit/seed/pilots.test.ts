/** The pilot library against its source, figure by figure; what the library adds are words, never numbers. */
import { describe, expect, it } from 'vitest'
import { PILOT_LIBRARY } from '../../../worker/reference/pilots/library.ts'
import source from './data/pilots.json'

describe('pilot library', () => {
  it('has every figure of its source, and no other, row by row', () => {
    expect(source.pilots).toHaveLength(24)
    const [first] = source.pilots
    // The list gives the joint pilot's figures with each of its three authorities; the fixture writes the last two once.
    const rows = source.pilots.map((row) => (row.name === first?.name ? { ...row, results: first.results } : row))
    expect(figuresOf(PILOT_LIBRARY.pilots)).toEqual(figuresOf(rows))
    expect(heads(PILOT_LIBRARY.pilots)).toEqual(heads(source.pilots))
  })

  it('keeps “以上” where the list has it, and nowhere else', () => {
    const above = PILOT_LIBRARY.pilots.flatMap((pilot) =>
      pilot.results.filter((result) => result.above).map((result) => [pilot.no, result.metric]),
    )
    expect(above).toEqual([
      [7, '文体服务满意度'],
      [10, '残疾人康复服务率'],
      [16, '社会满意度'],
    ])
  })

  it('says which figure is a sum, and adds up', () => {
    expect(find(19, '社区居家养老服务中心')).toMatchObject({ value: 1087, parts: [5, 83, 999] })
    for (const { results } of PILOT_LIBRARY.pilots)
      for (const { value, parts, note, noteEn } of results) {
        if (parts) expect([parts.reduce((a, b) => a + b, 0), note === undefined]).toEqual([value, false])
        expect(note === undefined).toBe(noteEn === undefined)
      }
  })

  it('says what the 518 villages leave open, and that rows 1, 4 and 6 are one pilot', () => {
    expect(find(9, '行政村')?.note).toContain('518')
    const joint = PILOT_LIBRARY.pilots.filter((pilot) => pilot.note !== undefined)
    expect(joint.map((pilot) => pilot.no)).toEqual([1, 4, 6])
    expect(new Set(joint.map((pilot) => pilot.name)).size).toBe(1)
    for (const { note, noteEn } of joint) for (const words of [note, noteEn]) expect(words).toMatch(/31.*11,100/)
  })
})

interface Rows {
  readonly no: number
  readonly province: string
  readonly name: string
  readonly body: string
  readonly domains: readonly string[]
  readonly results: readonly Record<string, unknown>[]
}

function figuresOf(pilots: readonly Rows[]) {
  return pilots.map(({ no, results }) => [
    no,
    results.map(({ metric, value, before, after, unit }) => [metric, value, before, after, unit]),
  ])
}

function heads(pilots: readonly Rows[]) {
  return pilots.map(({ no, province, name, body, domains }) => [no, province, name, body, domains])
}

function find(no: number, metric: string) {
  return PILOT_LIBRARY.pilots.find((pilot) => pilot.no === no)?.results.find((result) => result.metric === metric)
}
