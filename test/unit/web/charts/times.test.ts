import { expect, it } from 'vitest'
import { PRINT_LOOK } from '../../../../web/charts/look.ts'
import { timeAxis } from '../../../../web/charts/options.ts'
import { unevenTimes } from '../../../../web/charts/times.ts'

it('keeps plain columns for evenly spaced periods of any kind', () => {
  expect(unevenTimes(['2021', '2022', '2023'])).toBeNull()
  expect(unevenTimes(['2023-H1', '2023-H2', '2024-H1'])).toBeNull()
  expect(unevenTimes(['2024-11', '2024-12', '2025-01'])).toBeNull()
  expect(unevenTimes(['2021', '2024'])).toBeNull()
  expect(unevenTimes([])).toBeNull()
})

it('gives a gap and a mix of lengths their true distances', () => {
  expect(unevenTimes(['2019', '2021', '2022'])).toEqual([2019.5, 2021.5, 2022.5])
  expect(unevenTimes(['2022', '2023-H1', '2023-H2'])).toEqual([2022.5, 2023.25, 2023.75])
})

it('leaves what are no periods, or run backwards, as they are', () => {
  expect(unevenTimes(['2021', '某期', '2023'])).toBeNull()
  expect(unevenTimes(['2023', '2021', '2022'])).toBeNull()
})

it('marks the periods and nothing between them', () => {
  const axis = timeAxis(PRINT_LOOK, ['2019', '2021', '2022'], [2019.5, 2021.5, 2022.5])
  const scale: { ticks: { value: number }[] } = { ticks: [{ value: 2020 }] }
  axis.afterBuildTicks(scale)
  expect(scale.ticks.map((tick) => axis.ticks.callback(tick.value))).toEqual(['2019', '2021', '2022'])
  expect([axis.min, axis.max]).toEqual([2019.5, 2022.5])
})
