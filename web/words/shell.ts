import { area } from '../i18n/area.ts'
import type zh from './zh-CN/shell.ts'

export const shellWords = area<typeof zh>(import.meta.glob('./*/shell.ts', { eager: true, import: 'default' }))
