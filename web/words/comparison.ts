import { area } from '../i18n/area.ts'
import type zh from './zh-CN/comparison.ts'

export const comparisonWords = area<typeof zh>(
  import.meta.glob('./*/comparison.ts', { eager: true, import: 'default' }),
)
