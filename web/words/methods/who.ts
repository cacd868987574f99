import type { MethodWords } from '../../features/methods/MethodText.ts'
import { area } from '../../i18n/area.ts'
import type zh from '../zh-CN/methods/who.ts'

export const whoMethods = area<MethodWords<typeof zh>>(
  import.meta.glob('../*/methods/who.ts', { eager: true, import: 'default' }),
)
