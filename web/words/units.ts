import { area } from '../i18n/area.ts'
import type zh from './zh-CN/units.ts'

export const unitWords = area<typeof zh>(import.meta.glob('./*/units.ts', { eager: true, import: 'default' }))
