import { area } from '../i18n/area.ts'
import type zh from './zh-CN/verify.ts'

export const verifyWords = area<typeof zh>(import.meta.glob('./*/verify.ts', { eager: true, import: 'default' }))
