import { area } from '../i18n/area.ts'
import type zh from './zh-CN/reference.ts'

export const referenceWords = area<typeof zh>(import.meta.glob('./*/reference.ts', { eager: true, import: 'default' }))
