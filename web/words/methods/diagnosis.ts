import type { MethodWords } from '../../features/methods/MethodText.ts'
import { area } from '../../i18n/area.ts'
import type zh from '../zh-CN/methods/diagnosis.ts'

export const diagnosisMethods = area<MethodWords<typeof zh>>(
  import.meta.glob('../*/methods/diagnosis.ts', { eager: true, import: 'default' }),
)
