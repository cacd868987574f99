import { area } from '../i18n/area.ts'
import type zh from './zh-CN/release.ts'

export const releaseWords = area<typeof zh>(import.meta.glob('./*/release.ts', { eager: true, import: 'default' }))
