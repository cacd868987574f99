import { area } from '../i18n/area.ts'
import type zh from './zh-CN/evaluations.ts'

export const evaluationsWords = area<typeof zh>(
  import.meta.glob('./*/evaluations.ts', { eager: true, import: 'default' }),
)
