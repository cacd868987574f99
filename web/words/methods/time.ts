import type { MethodWords } from '../../features/methods/MethodText.ts'
import { area } from '../../i18n/area.ts'
import type zh from '../zh-CN/methods/time.ts'

export const timeMethods = area<MethodWords<typeof zh>>(
  import.meta.glob('../*/methods/time.ts', { eager: true, import: 'default' }),
)
