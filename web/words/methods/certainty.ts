import type { MethodWords } from '../../features/methods/MethodText.ts'
import { area } from '../../i18n/area.ts'
import type zh from '../zh-CN/methods/certainty.ts'

export const certaintyMethods = area<MethodWords<typeof zh>>(
  import.meta.glob('../*/methods/certainty.ts', { eager: true, import: 'default' }),
)
