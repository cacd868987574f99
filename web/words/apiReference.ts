import { area } from '../i18n/area.ts'
import type zh from './zh-CN/apiReference.ts'

export const apiWords = area<typeof zh>(import.meta.glob('./*/apiReference.ts', { eager: true, import: 'default' }))
