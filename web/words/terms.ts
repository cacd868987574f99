import { area } from '../i18n/area.ts'
import type zh from './zh-CN/terms.ts'

export const terms = area<typeof zh>(import.meta.glob('./*/terms.ts', { eager: true, import: 'default' }))
