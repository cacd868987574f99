import { area } from '../i18n/area.ts'
import type zh from './zh-CN/settings.ts'

export const settingsWords = area<typeof zh>(import.meta.glob('./*/settings.ts', { eager: true, import: 'default' }))
