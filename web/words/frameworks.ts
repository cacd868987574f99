import { area } from '../i18n/area.ts'
import type zh from './zh-CN/frameworks.ts'

export const frameworkWords = area<typeof zh>(import.meta.glob('./*/frameworks.ts', { eager: true, import: 'default' }))
