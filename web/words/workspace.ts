import { area } from '../i18n/area.ts'
import type zh from './zh-CN/workspace.ts'

export const workspaceWords = area<typeof zh>(import.meta.glob('./*/workspace.ts', { eager: true, import: 'default' }))
