/** What `npm start` prints when it is ready: where, and with which accounts. */
import { DEMO_ACCOUNTS, DEMO_KEYS, DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'
import type { SeedReport } from './seed.ts'
import type { Settings } from './settings.ts'

export function printWelcome({
  settings,
  port,
  report,
  tookMs,
}: {
  settings: Settings
  port: number
  report: SeedReport
  tookMs: number
}): void {
  const shownHost = settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : settings.host
  const lines = ['', `均衡 Junheng  ${`http://${shownHost}:${port}`}   (${(tookMs / 1000).toFixed(1)} s)`, '']
  if (report.demoPresent) {
    lines.push(`演示账号 · demo accounts (password ${DEMO_PASSWORD}; all data are fictional)`)
    for (const a of DEMO_ACCOUNTS)
      lines.push(`  ${a.email.padEnd(34)} ${a.role.padEnd(13)} ${a.organisation} ${a.organisationEn}`)
    lines.push('', '演示密钥 · demo API keys (Authorization: Bearer …)')
    for (const k of DEMO_KEYS) lines.push(`  ${k.key}  ${k.name} · ${k.scopes.join(' ')}`)
  } else if (report.operator !== null) {
    lines.push(`平台运营账号 · operator account: ${report.operator.email}`)
    if (report.operator.password !== null)
      lines.push(`一次性显示的密码 · password, shown this once: ${report.operator.password}`)
  }
  lines.push('', 'Ctrl-C 停止 · stops')
  console.log(lines.join('\n'))
}
