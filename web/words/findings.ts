import { area } from '../i18n/area.ts'
import type zh from './zh-CN/findings.ts'

export const findingWords = area<typeof zh>(import.meta.glob('./*/findings.ts', { eager: true, import: 'default' }))
