import { area } from '../i18n/area.ts'
import type zh from './zh-CN/fields.ts'

export const fieldNames = area<typeof zh>(import.meta.glob('./*/fields.ts', { eager: true, import: 'default' }))
