import { describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, DEMO_KEYS, DEMO_PASSWORD } from '../../../db/seed/demo/accounts.ts'
import { DEMO_BREAK, DEMO_CITIES, DEMO_OUTLIER, DEMO_PERIODS, type DemoCity } from '../../../db/seed/demo/cities.ts'
import { correctionCsv, wideCsv } from '../../../db/seed/demo/csv.ts'
import { generateCity, type DemoData } from '../../../db/seed/demo/generate.ts'
import { INDICATORS } from '../../../db/seed/indicators/indicators.ts'
import { sha256Hex } from '../../../worker/lib/bytes.ts'
import {
  DEMO_EMAIL_HASHES,
  DEMO_PASSWORD_HASH,
  isDemoCredential,
  isDemoEmail,
} from '../../../worker/authority/demonstration.ts'
import { KEY_SCOPES } from '../../../worker/contract/names.ts'
import { digestOf } from '../../../worker/engine/digest/digestOf.ts'
import { AreaCode } from '../../../worker/contract/areas.ts'
import { REGIONS } from '../../../db/regions.ts'

const data = new Map(DEMO_CITIES.map((c) => [c.slug, generateCity(c)]))
const dataOf = (slug: string): DemoData => data.get(slug) ?? { areas: [], populations: [], values: [] }

/** Mean and coefficient of variation over areas of the mean attainment of the usual range. */
function standing(city: DemoCity, period: string): { mean: number; cv: number } {
  const facts = new Map(INDICATORS.map((i) => [i.code, i]))
  const { areas, values } = dataOf(city.slug)
  const perArea = areas.map((a) => {
    const shares = values
      .filter(
        (v) =>
          v.areaCode === a.code &&
          v.period === period &&
          !(v.indicator === DEMO_OUTLIER.indicator && city.slug === DEMO_OUTLIER.city),
      )
      .map((v) => {
        const i = facts.get(v.indicator)
        const share = i === undefined ? 0 : (v.value - i.low) / (i.high - i.low)
        return i?.direction === 'cost' ? 1 - share : share
      })
    return shares.reduce((s, x) => s + x, 0) / shares.length
  })
  const mean = perArea.reduce((s, x) => s + x, 0) / perArea.length
  return { mean, cv: Math.sqrt(perArea.reduce((s, x) => s + (x - mean) ** 2, 0) / perArea.length) / mean }
}

/** From 2021 to 2024. */
const change = (slug: string) => {
  const city = DEMO_CITIES.find((c) => c.slug === slug)
  if (city === undefined) throw new Error(slug)
  const [from, to] = [standing(city, '2021'), standing(city, '2024')]
  return { mean: to.mean - from.mean, cv: to.cv - from.cv }
}

describe('demonstration cities', () => {
  it('are eight in four regions, three of them in the joint health group', () => {
    expect(DEMO_CITIES).toHaveLength(8)
    expect(new Set(DEMO_CITIES.map((c) => c.regionCode)).size).toBe(4)
    expect(DEMO_CITIES.filter((c) => !REGIONS.some((r) => r.code === c.regionCode))).toEqual([])
    expect(DEMO_CITIES.filter((c) => c.jointHealth)).toHaveLength(3)
  })
  it('have 8 to 20 areas with codes that no GB/T 2260 code can be and names used once', () => {
    const areas = DEMO_CITIES.flatMap((c) => dataOf(c.slug).areas)
    for (const c of DEMO_CITIES) {
      expect(dataOf(c.slug).areas.length, c.slug).toBeGreaterThanOrEqual(8)
      expect(dataOf(c.slug).areas.length, c.slug).toBeLessThanOrEqual(20)
    }
    expect(areas.filter((a) => !AreaCode.safeParse(a.code).success || !/^[A-Z]{3}-\d{2}$/.test(a.code))).toEqual([])
    expect(new Set(areas.map((a) => a.name.slice(0, 2))).size).toBe(areas.length)
    expect(new Set(areas.map((a) => a.nameEn)).size).toBe(areas.length)
  })
  it('come out the same every time', async () => {
    const first = DEMO_CITIES[0]
    if (first !== undefined) expect(await digestOf(generateCity(first))).toBe(await digestOf(dataOf(first.slug)))
  })
  it('lack few values, have urban and rural areas and a population for every area and period', () => {
    for (const c of DEMO_CITIES) {
      const { areas, populations, values } = dataOf(c.slug)
      expect(values.length / (areas.length * DEMO_PERIODS.length * INDICATORS.length), c.slug).toBeGreaterThan(0.97)
      expect(new Set(areas.map((a) => a.setting)).size).toBe(2)
      expect(new Set(areas.map((a) => a.grouping)).size).toBe(3)
      expect(populations.filter((p) => p.value > 50_000 && p.value < 4_000_000)).toHaveLength(
        areas.length * DEMO_PERIODS.length,
      )
    }
  })
  it('hold values inside the usual range, what was planted aside', () => {
    const facts = new Map(INDICATORS.map((i) => [i.code, i]))
    const outside = DEMO_CITIES.flatMap((c) =>
      dataOf(c.slug)
        .values.filter((v) => {
          const i = facts.get(v.indicator)
          return i === undefined || v.value < i.low || v.value > i.high
        })
        .map((v) => `${c.slug} ${v.indicator} ${v.period} ${v.value}`),
    )
    const { city, indicator, period, value } = DEMO_OUTLIER
    const broken = `${DEMO_BREAK.city} ${DEMO_BREAK.indicator}`
    expect(outside.filter((line) => !line.startsWith(broken))).toEqual([
      ...DEMO_PERIODS.map((p, t) => `huaiyi 0501-3 ${p} ${Number((12.4 + 0.9 * t).toFixed(1))}`),
      `${city} ${indicator} ${period} ${value}`,
    ])
  })
  it('rank differently by domain, so that methods can disagree', () => {
    for (const c of DEMO_CITIES) {
      const { areas, values } = dataOf(c.slug)
      const best = (domain: string): string =>
        areas
          .map((area) => ({
            code: area.code,
            mean: values
              .filter((v) => v.areaCode === area.code && v.period === '2024' && v.indicator.startsWith(domain))
              .reduce((sum, v) => {
                const i = INDICATORS.find((one) => one.code === v.indicator)
                const share = i === undefined ? 0 : (v.value - i.low) / (i.high - i.low)
                return sum + (i?.direction === 'cost' ? 1 - share : share)
              }, 0),
          }))
          .toSorted((a, b) => b.mean - a.mean)[0]?.code ?? ''
      expect(new Set(['01', '02', '03', '04', '05', '06', '07', '08', '09'].map(best)).size, c.slug).toBeGreaterThan(2)
    }
  })
  it('include one that improves and grows alike and one that worsens and drifts apart', () => {
    expect(change('chengyan').mean).toBeGreaterThan(0.05)
    expect(change('chengyan').cv).toBeLessThan(-0.03)
    expect(change('lanpan').mean).toBeLessThan(-0.05)
    expect(change('lanpan').cv).toBeGreaterThan(0.03)
  })
})

describe('demonstration files', () => {
  it('have one row an area and an empty cell for a missing value', () => {
    const huaiyi = dataOf('huaiyi')
    const codes = INDICATORS.map((i) => i.code)
    const rows = wideCsv(huaiyi, '2023', codes)
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((r) => r.split(','))
    expect(rows).toHaveLength(huaiyi.areas.length + 1)
    expect(new Set(rows.map((r) => r.length))).toEqual(new Set([codes.length + 2]))
    expect(
      rows
        .slice(1)
        .flatMap((r) => r.slice(2))
        .filter((cell) => cell !== ''),
    ).toHaveLength(huaiyi.values.filter((v) => v.period === '2023').length)
  })
  it('put the outlier right for the area that has it', () => {
    const wrong = dataOf(DEMO_OUTLIER.city).values.find((v) => v.value === DEMO_OUTLIER.value)
    expect(correctionCsv(dataOf(DEMO_OUTLIER.city))).toContain(`${wrong?.areaCode},`)
  })
})

describe('demonstration accounts and keys', () => {
  it('name an owner for every city, every role of one city and each kind of other organisation', () => {
    expect(
      DEMO_CITIES.filter((c) => !DEMO_ACCOUNTS.some((a) => a.role === 'owner' && a.organisation === c.name)),
    ).toEqual([])
    expect(new Set(DEMO_ACCOUNTS.map((a) => a.role))).toEqual(
      new Set(['owner', 'data_officer', 'analyst', 'reviewer', 'viewer', 'coordinator', 'assessor', 'operator']),
    )
    expect(new Set(DEMO_ACCOUNTS.map((a) => a.email)).size).toBe(DEMO_ACCOUNTS.length)
  })
  it('are known to the Worker by hashes alone', async () => {
    expect(await Promise.all(DEMO_ACCOUNTS.map((a) => isDemoEmail(a.email)))).toEqual(DEMO_ACCOUNTS.map(() => true))
    expect(DEMO_EMAIL_HASHES.size).toBe(DEMO_ACCOUNTS.length)
    expect(await isDemoEmail('owner@real.example')).toBe(false)
    expect(await sha256Hex(DEMO_PASSWORD)).toBe(DEMO_PASSWORD_HASH)
    expect(await isDemoCredential('real@city.test', DEMO_PASSWORD)).toBe(true)
    expect(await isDemoCredential('real@city.test', 'a password of one’s own')).toBe(false)
  })
  it('use keys of the demo form with scopes a key may carry', () => {
    expect(
      DEMO_KEYS.filter(
        (k) => !/^jh_demo_[A-Za-z0-9_-]{16,64}$/.test(k.key) || k.scopes.some((s) => !KEY_SCOPES.includes(s)),
      ),
    ).toEqual([])
  })
})
