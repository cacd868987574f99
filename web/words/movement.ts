import { area } from '../i18n/area.ts'
import type zh from './zh-CN/movement.ts'

export const movementWords = area<typeof zh>(import.meta.glob('./*/movement.ts', { eager: true, import: 'default' }))
