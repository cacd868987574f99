import { area } from '../i18n/area.ts'
import type zh from './zh-CN/summaries.ts'

export const summaries = area<typeof zh>(import.meta.glob('./*/summaries.ts', { eager: true, import: 'default' }))
