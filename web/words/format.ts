import { area } from '../i18n/area.ts'
import type zh from './zh-CN/format.ts'

export const formatWords = area<typeof zh>(import.meta.glob('./*/format.ts', { eager: true, import: 'default' }))
