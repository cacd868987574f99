import { area } from '../i18n/area.ts'
import type zh from './zh-CN/indices.ts'

export const indexWords = area<typeof zh>(import.meta.glob('./*/indices.ts', { eager: true, import: 'default' }))
