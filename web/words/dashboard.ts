import { area } from '../i18n/area.ts'
import type zh from './zh-CN/dashboard.ts'

export const dashboardWords = area<typeof zh>(import.meta.glob('./*/dashboard.ts', { eager: true, import: 'default' }))
