import { describe, expect, it } from 'vitest'
import { sourceOf } from '../../../../web/features/verify/sourceOf.ts'

const HERE = 'https://jh.example'
const hex = 'a'.repeat(64)

describe('what somebody types to find a publication', () => {
  it.each([
    ['pub_1m87xz', { kind: 'id', id: 'pub_1m87xz' }],
    ['  pub_1m87xz ', { kind: 'id', id: 'pub_1m87xz' }],
    [`${HERE}/results/pub_1m87xz?period=2024#how`, { kind: 'id', id: 'pub_1m87xz' }],
    [`${HERE}/api/v1/publications/pub_1m87xz/bundle`, { kind: 'id', id: 'pub_1m87xz' }],
    ['/results/pub_1m87xz', { kind: 'id', id: 'pub_1m87xz' }],
    [hex, { kind: 'digest', digest: `sha256:${hex}` }],
    [`SHA256:${hex.toUpperCase()}`, { kind: 'digest', digest: `sha256:${hex}` }],
    ['https://elsewhere.example/results/pub_1m87xz', { kind: 'elsewhere' }],
    [`${HERE}.evil.example/results/pub_1m87xz`, { kind: 'elsewhere' }],
    ['', { kind: 'unknown' }],
    ['sha256:abc', { kind: 'unknown' }],
    ['xpub_1m87xz', { kind: 'unknown' }],
    [`${HERE}/results`, { kind: 'unknown' }],
  ])('%s', (typed, source) => {
    expect(sourceOf(typed, HERE)).toEqual(source)
  })
})
