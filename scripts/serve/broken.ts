/** What the start says of databases that could not be opened or migrated: which file, whose it is, and how to mend it. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { REGIONS } from '../../db/regions.ts'
import { databaseFile } from './databaseFile.ts'
import { StartRefused } from './settings.ts'
import type { Deployment } from './deployment.ts'

/** Absent is fine: it would be made. */
function isDatabase(file: string): boolean {
  if (!existsSync(file)) return true
  const head = Buffer.alloc(16)
  const descriptor = openSync(file, 'r')
  const read = readSync(descriptor, head)
  closeSync(descriptor)
  return read === 0 || head.toString('latin1') === 'SQLite format 3\0'
}

/** Throws when the hub is among them: nothing can be served without it. Returns the lines to print, none when all is well. */
export function reportBroken(broken: ReadonlyMap<string, string>, deployment: Deployment, state: string): string[] {
  const fileOf = (binding: string): string =>
    databaseFile(state, deployment.databases.find((d) => d.binding === binding)?.id ?? binding)
  const hub = broken.get('HUB')
  if (hub !== undefined)
    throw new StartRefused(
      `枢纽数据库无法打开：${hub}\n  ${fileOf('HUB')}\n请从备份恢复这个文件后再启动（docs/deploy.md）。\nThe hub database cannot be opened. Put this file back from a backup, then start again (docs/deploy.md).`,
    )
  return [...broken].flatMap(([binding, reason]) => {
    const region = REGIONS.find((r) => r.binding === binding)
    return [
      `! 地区“${region?.name ?? binding}”的数据库无法使用，其余地区照常服务 · the database of ${region?.nameEn ?? binding} cannot be used, the others are served`,
      `  ${fileOf(binding)}`,
      `  ${isDatabase(fileOf(binding)) ? reason : '文件不是 SQLite 数据库，或已损坏 · the file is no SQLite database, or damaged'}`,
      '  停止服务，从备份放回此文件（连同 -wal、-shm），再启动 · stop, put this file back from a backup (-wal and -shm too), start again: docs/deploy.md',
    ]
  })
}
