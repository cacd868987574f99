import { area } from '../i18n/area.ts'
import type zh from './zh-CN/conventions.ts'

export const conventionWords = area<typeof zh>(
  import.meta.glob('./*/conventions.ts', { eager: true, import: 'default' }),
)
