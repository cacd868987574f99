/** Kept examples of every format of a record: what any release stored is read for ever, and its name does not move. */
import { describe, expect, it } from 'vitest'
import type { StoredPeriod } from '../../../worker/services/evaluation/results.types.ts'
import { EVALUATION, readPanel, resultDigestOf, writePanel } from '../../../worker/record/evaluation.ts'
import { untagged, type RecordFormat } from '../../../worker/record/format.ts'
import { FRAMEWORK, storedBody, taggedBody } from '../../../worker/record/framework.ts'
import { PUBLICATION } from '../../../worker/record/publication.ts'
import { SNAPSHOT } from '../../../worker/record/snapshot.ts'
import { read } from '../../support/sources.ts'

const kept = (name: string): unknown => JSON.parse(read(`test/fixtures/${name}.json`))

async function nameOf<Document extends object>(format: RecordFormat<Document>, example: string): Promise<string> {
  return format.digest(format.schema.parse(untagged(kept(example) as Document, format.tag)))
}

describe('junheng/snapshot@1', () => {
  it('keeps the name of its example', async () => {
    expect(await nameOf(SNAPSHOT, 'snapshot@1/example')).toBe(
      'sha256:3542ab287ea9c06196bd544dc4ff4090d5deaad412126793fbf1a686fb8a1643',
    )
  })
})

describe('junheng/framework@1', () => {
  it('keeps the name of its example, with the tag or without', async () => {
    const name = 'sha256:c4f0abc897e3417f8b71d92e10cf8afd308005c7e9cd829469d6e617932d2dd5'
    expect(await nameOf(FRAMEWORK, 'framework@1/example')).toBe(name)
    const body = storedBody(read('test/fixtures/framework@1/example.json'))
    expect(await FRAMEWORK.digest(body)).toBe(name)
    expect(storedBody(JSON.stringify(taggedBody(body)))).toEqual(body)
  })
  it('reads what the first release stored, without a tag and with one index for the degree', () => {
    const { method } = storedBody(read('test/fixtures/framework@1/untagged-first-release.json'))
    expect(method).toMatchObject({
      equalityFamily: 'gini',
      equalityWeighting: 'population',
      realizationCoverage: 0.5,
    })
    expect(method).not.toHaveProperty('headlineIndex')
    expect(
      FRAMEWORK.schema.safeParse(storedBody(read('test/fixtures/framework@1/untagged-first-release.json'))),
    ).toMatchObject({
      success: true,
    })
  })
})

describe('junheng/evaluation@1', () => {
  const NAME = 'sha256:03b290dd82f52894d8f1262a368206832ed5c988844536916ffb3695b363ba24'
  const stored = kept('evaluation@1/untagged') as { panel: object; periods: StoredPeriod[] }

  it('keeps the name of its example, which says `touched`', async () => {
    expect(await nameOf(EVALUATION, 'evaluation@1/example')).toBe(NAME)
  })
  it('reads what was stored without a tag, calls the cells adjusted, and names it as it was named then', async () => {
    const panel = readPanel(JSON.stringify(stored.panel))
    expect(panel.adjusted.map((cell) => cell.kind)).toEqual(['imputed', 'clipped'])
    expect(panel).not.toHaveProperty('touched')
    expect(await resultDigestOf({ panel, periods: stored.periods })).toBe(NAME)
  })
  it('is written with its tag and read back the same', () => {
    const panel = readPanel(JSON.stringify(stored.panel))
    const text = writePanel(panel)
    expect(JSON.parse(text)).toMatchObject({ format: 'junheng/evaluation@1', touched: panel.adjusted })
    expect(readPanel(text)).toEqual(panel)
  })
})

it.each([1, 2])('junheng/publication@%i has the shape of its examples', (version) => {
  for (const name of ['open', 'withheld']) {
    const { head, nodes, periods, inputs } = kept(`bundle@${version}/${name}`) as Record<string, unknown>
    expect(head).toMatchObject({ format: `junheng/publication@${version}` })
    expect(PUBLICATION.schema.safeParse({ head, nodes, periods, inputs })).toMatchObject({ success: true })
  }
  expect(PUBLICATION.tag).toBe('junheng/publication@2')
})

it('a tag of a later release is refused by name', () => {
  const later = JSON.stringify({ format: 'junheng/evaluation@2' })
  expect(() => readPanel(later)).toThrow('junheng/evaluation@2')
  expect(() => storedBody(JSON.stringify({ format: 'junheng/snapshot@1' }))).toThrow('junheng/framework@1')
})
