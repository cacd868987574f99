import { describe, expect, it } from 'vitest'
import { RegionError, addRegion } from '../../../scripts/region/addRegion.ts'
import { read } from '../../support/sources.ts'

const files = { regions: read('db/regions.ts'), wrangler: read('wrangler.toml') }
const region = { code: 'ctr', name: '中部地区', nameEn: 'Central China' }

describe('addRegion', () => {
  it('adds the line and the binding, and the rest stays as it was', () => {
    const after = addRegion(files, region)
    expect(after.regions).toContain(
      "  { code: 'ctr', binding: 'REGION_CTR', name: '中部地区', nameEn: 'Central China' },\n] as const satisfies",
    )
    expect(after.regions.replace(/\n {2}\{ code: 'ctr'[^\n]*/, '')).toBe(files.regions)
    expect(after.wrangler.startsWith(files.wrangler.trimEnd())).toBe(true)
    expect(after.wrangler.slice(files.wrangler.trimEnd().length)).toContain(
      'binding = "REGION_CTR"\ndatabase_name = "junheng-region-ctr"',
    )
  })
  it('gives the new database an id nobody has', () => {
    const ids = [...addRegion(files, region).wrangler.matchAll(/database_id = "([^"]+)"/g)].map((m) => m[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('changes nothing the second time, and completes a half-done addition', () => {
    const once = addRegion(files, region)
    expect(addRegion(once, region)).toEqual(once)
    expect(addRegion({ regions: once.regions, wrangler: files.wrangler }, region)).toEqual(once)
  })
  it.each([
    [{ ...region, code: 'X' }],
    [{ ...region, code: '1ab' }],
    [{ ...region, code: 'averylongcodeindeed' }],
    [{ ...region, name: '' }],
    [{ ...region, nameEn: "it's" }],
    [{ ...region, code: 'jjj', name: '别的名字' }],
  ])('refuses %o', (bad) => {
    expect(() => addRegion(files, bad)).toThrow(RegionError)
  })
})
