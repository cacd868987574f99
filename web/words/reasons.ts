import { area } from '../i18n/area.ts'
import type zh from './zh-CN/reasons.ts'

export const reasonWords = area<typeof zh>(import.meta.glob('./*/reasons.ts', { eager: true, import: 'default' }))
