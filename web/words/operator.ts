import { area } from '../i18n/area.ts'
import type zh from './zh-CN/operator.ts'

export const operatorWords = area<typeof zh>(import.meta.glob('./*/operator.ts', { eager: true, import: 'default' }))
