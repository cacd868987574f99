import type { MethodWords } from '../../features/methods/MethodText.ts'
import { area } from '../../i18n/area.ts'
import type zh from '../zh-CN/methods/weights.ts'

export const weightsMethods = area<MethodWords<typeof zh>>(
  import.meta.glob('../*/methods/weights.ts', { eager: true, import: 'default' }),
)
