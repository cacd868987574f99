import { area } from '../i18n/area.ts'
import type zh from './zh-CN/equality.ts'

export const equalityWords = area<typeof zh>(import.meta.glob('./*/equality.ts', { eager: true, import: 'default' }))
