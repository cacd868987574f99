import { area } from '../i18n/area.ts'
import type zh from './zh-CN/methodOptions.ts'

export const methodWords = area<typeof zh>(import.meta.glob('./*/methodOptions.ts', { eager: true, import: 'default' }))
