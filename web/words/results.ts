import { area } from '../i18n/area.ts'
import type zh from './zh-CN/results.ts'

export const resultWords = area<typeof zh>(import.meta.glob('./*/results.ts', { eager: true, import: 'default' }))
