import { area } from '../i18n/area.ts'
import type zh from './zh-CN/imports.ts'

export const importWords = area<typeof zh>(import.meta.glob('./*/imports.ts', { eager: true, import: 'default' }))
