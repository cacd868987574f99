import { area } from '../i18n/area.ts'
import type zh from './zh-CN/warnings.ts'

export const warningWords = area<typeof zh>(import.meta.glob('./*/warnings.ts', { eager: true, import: 'default' }))
