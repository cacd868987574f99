import type { MethodWords } from '../../features/methods/MethodText.ts'
import { area } from '../../i18n/area.ts'
import type zh from '../zh-CN/methods/aggregation.ts'

export const aggregationMethods = area<MethodWords<typeof zh>>(
  import.meta.glob('../*/methods/aggregation.ts', { eager: true, import: 'default' }),
)
