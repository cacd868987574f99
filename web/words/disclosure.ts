import { area } from '../i18n/area.ts'
import type zh from './zh-CN/disclosure.ts'

export const disclosureWords = area<typeof zh>(
  import.meta.glob('./*/disclosure.ts', { eager: true, import: 'default' }),
)
