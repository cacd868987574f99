import { area } from '../i18n/area.ts'
import type zh from './zh-CN/charts.ts'

export const chartWords = area<typeof zh>(import.meta.glob('./*/charts.ts', { eager: true, import: 'default' }))
