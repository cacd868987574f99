/** How many source files a new index, normalisation or role would touch: as many as name one of those there are. The kernel of an
 * index counts even where it says its key nowhere; a migration counts beside. */
import { describe, expect, it } from 'vitest'
import { ROLES } from '../../worker/contract/names.ts'
import { INDEX_KEYS, type IndexKey } from '../../worker/engine/indexCatalogue.ts'
import { NORMALISATIONS, type Normalisation } from '../../worker/engine/normalise/catalogue.ts'
import { filesIn, read } from '../support/sources.ts'

/** A choice of one (`normalisation: 'minmax'`, a default, the example beside a description) is no list that has to grow, nor is the
 * demonstration. */
const CHOICE = /\b(normalisation|method): '\w+'|\.default\('\w+'\)|(?<=\['.*), '\w+'\],?$/gm
const EXAMPLES = /^(db\/seed\/|worker\/routes\/document\/examples\.ts$|web\/api\/routes\.gen\.ts$)/
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm

const sources = ['worker', 'web', 'db']
  .flatMap((folder) => filesIn(folder, /\.tsx?$/))
  .filter((file) => !EXAMPLES.test(file))
  .map((file) => ({ file, text: read(file).replaceAll(COMMENT, '').replaceAll(CHOICE, '') }))

/** A text stands once in each language and counts once. */
const anyLanguage = (file: string): string => file.replace(/^web\/words\/[\w-]+\//, 'web/words/*/')

/** As a quoted string, a property's key, a shorthand in a table of kernels, or an import of the file of that name. */
function naming(key: string): string[] {
  const named = new RegExp(`(['"\`])${key}\\1|^\\s*${key}\\??[:,]|[{,]\\s*${key}: |/${key}\\.ts'`, 'm')
  return [...new Set(sources.filter(({ text }) => named.test(text)).map(({ file }) => anyLanguage(file)))]
}

/** Keys that are also something else, and what. */
const INDEX_AND = {
  cv: 'a family of the degree of equality, and a field of trends and Delphi rounds',
  gini: 'a family of the degree of equality, and decomposed by source and group',
  theilT: 'decomposed by group',
  theilL: 'decomposed by group',
  range: 'a word of English',
  lorenz: 'a chart',
} as const satisfies Partial<Record<IndexKey, string>>
const NORMALISATION_AND = {
  minmax: 'what data-driven weights start from, and where the methods page explains bounds',
  target: 'a field of an indicator',
  rank: 'a result',
} as const satisfies Partial<Record<Normalisation, string>>
const ROLE_AND = {
  owner: 'whose log or key it is',
  assessor: 'a kind of organisation',
  operator: 'a kind of organisation',
} as const

const faults = (keys: readonly string[], also: object, most: number): string[] =>
  keys
    .filter((key) => !Object.hasOwn(also, key))
    .flatMap((key) => {
      const files = naming(key)
      return files.length > most ? [`${key}: ${files.join(', ')}`] : []
    })

/** Files that name at least `least` of the keys. */
function listing(keys: readonly string[], least: number): string[] {
  const all = keys.flatMap((key) => naming(key))
  return [...new Set(all)].filter((file) => all.filter((one) => one === file).length >= least).sort()
}

/** The file of an index, which need not name its key. */
const KERNEL = 1

describe('adding one', () => {
  it('an index touches at most 3 source files: its kernel, the catalogue, the methods page', () => {
    expect(faults(INDEX_KEYS, INDEX_AND, 3 - KERNEL)).toEqual([])
  })
  it('a normalisation at most 4: the catalogue, the kernels, the methods page, the formula in words', () => {
    expect(faults(NORMALISATIONS, NORMALISATION_AND, 4)).toEqual([])
  })
  it('a role at most 2: its key and its facts', () => {
    expect(faults(ROLES, ROLE_AND, 2)).toEqual([])
  })
  it('and no other file lists them', () => {
    expect(listing(INDEX_KEYS, 6)).toEqual(['web/features/methods/indices.ts', 'worker/engine/indexCatalogue.ts'])
    expect(listing(NORMALISATIONS, 4)).toEqual([
      'web/features/evaluation/formula.ts',
      'web/words/*/methods/normalisation.ts',
      'worker/engine/normalise/catalogue.ts',
      'worker/engine/normalise/normaliseColumn.ts',
    ])
    expect(listing(ROLES, 4)).toEqual(['worker/authority/roles.ts', 'worker/contract/names.ts'])
  })
  it('is counted where it stands', () => {
    expect(naming('atkinson')).toContain('worker/engine/indexCatalogue.ts')
    expect(naming('borda')).toContain('worker/engine/normalise/normaliseColumn.ts')
    expect(naming('reviewer')).toContain('worker/contract/names.ts')
    for (const key of [...Object.keys(INDEX_AND), ...Object.keys(NORMALISATION_AND)])
      expect(naming(key).length, `${key} needs no exception`).toBeGreaterThan(3)
  })
})
