import { expect, it } from 'vitest'
import { nameAmong, sameLine } from '../../../../web/features/comparison/lines.ts'
import type { PublicationSummary } from '../../../../worker/contract/public.ts'

const published = (
  city: string,
  template: string | null,
): Pick<PublicationSummary, 'city' | 'template' | 'frameworkName'> => ({
  city: { id: city, kind: 'city', slug: city, name: `${city}市`, nameEn: city, regionCode: 'r', isDemo: true },
  template: template === null ? null : { id: template, name: `${template}模板`, nameEn: template, version: 2 },
  frameworkName: '自有框架',
})

it('keeps to the results of one series', () => {
  expect([{ series: 't' }, { series: 'u' }, { series: 't' }].filter(sameLine({ series: 't' }))).toHaveLength(2)
})

it('tells two results of one city apart by their frameworks, and only then', () => {
  const [one, other, alone] = [published('a', 't'), published('a', null), published('b', 't')]
  const all = [one, other, alone]
  expect(all.map((p) => nameAmong(p, all, 'zh-CN'))).toEqual(['a市 · t模板', 'a市 · 自有框架', 'b市'])
})
