import type { MethodWords } from '../../features/methods/MethodText.ts'
import { area } from '../../i18n/area.ts'
import type zh from '../zh-CN/methods/normalisation.ts'

export const normalisationMethods = area<MethodWords<typeof zh>>(
  import.meta.glob('../*/methods/normalisation.ts', { eager: true, import: 'default' }),
)
