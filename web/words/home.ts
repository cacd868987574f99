import { area } from '../i18n/area.ts'
import type zh from './zh-CN/home.ts'

export const homeWords = area<typeof zh>(import.meta.glob('./*/home.ts', { eager: true, import: 'default' }))
