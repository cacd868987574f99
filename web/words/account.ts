import { area } from '../i18n/area.ts'
import type zh from './zh-CN/account.ts'

export const accountWords = area<typeof zh>(import.meta.glob('./*/account.ts', { eager: true, import: 'default' }))
