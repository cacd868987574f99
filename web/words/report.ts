import { area } from '../i18n/area.ts'
import type zh from './zh-CN/report.ts'

export const reportWords = area<typeof zh>(import.meta.glob('./*/report.ts', { eager: true, import: 'default' }))
