/** One server per state folder: two workerd processes on the same SQLite files would each believe to be alone. */
import { createServer } from 'node:net'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { openStateFolder } from './stateFolder.ts'
import { StartRefused } from './settings.ts'

/** Throws with a sentence for people when somebody else serves from this folder. Returns the release. */
export function lockState(state: string, port: number): () => void {
  openStateFolder(state)
  const file = join(state, 'server.json')
  const holder = readHolder(file)
  if (holder !== undefined && holder.pid !== process.pid && isServer(holder.pid)) {
    throw new StartRefused(
      `数据目录 ${state} 正被另一个均衡服务使用（端口 ${holder.port}，进程 ${holder.pid}）。\nThe state folder is in use by another Junheng server (port ${holder.port}, process ${holder.pid}). Stop it, or set JUNHENG_STATE to another folder.`,
    )
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, port }))
  return () => {
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
  }
}

function readHolder(file: string): { pid: number; port: number } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { pid: number; port: number }
  } catch {
    return undefined
  }
}

/** A pid may have been given to somebody else since: where /proc tells, the command must be ours. */
function isServer(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join('scripts', 'serve') + sep)
  } catch {
    return true
  }
}

/** Throws with a sentence for people when the port is taken. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `端口 ${port} 已被占用。请先停止占用它的程序，或换一个端口：PORT=8788 npm start\nPort ${port} is in use. Stop the program that holds it, or choose another: PORT=8788 npm start`
          : `cannot listen on ${host}:${port}: ${error.message}`
      reject(new StartRefused(reason))
    })
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
  })
}
