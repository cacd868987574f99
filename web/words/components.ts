import { area } from '../i18n/area.ts'
import type zh from './zh-CN/components.ts'

export const componentWords = area<typeof zh>(import.meta.glob('./*/components.ts', { eager: true, import: 'default' }))
