import { area } from '../i18n/area.ts'
import type zh from './zh-CN/data.ts'

export const dataWords = area<typeof zh>(import.meta.glob('./*/data.ts', { eager: true, import: 'default' }))
