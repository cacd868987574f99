import { area } from '../i18n/area.ts'
import type zh from './zh-CN/meaning.ts'

export const meaningWords = area<typeof zh>(import.meta.glob('./*/meaning.ts', { eager: true, import: 'default' }))
