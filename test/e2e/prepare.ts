/** Runs once, when the server answers: signs every visitor in and looks up the addresses that the screens need. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from '@playwright/test'
import { DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'
import { SCREENS } from './rooms.ts'
import { placesFile, preparedFolder, sessionFile } from './visit.ts'

export default async function prepare(): Promise<() => void> {
  const baseURL = process.env['JUNHENG_E2E_ORIGIN']
  if (baseURL === undefined) throw new Error('the server did not say where it listens')
  mkdirSync(preparedFolder(), { recursive: true })
  const visitors = new Set(SCREENS.flatMap((s) => (s.visitor === null ? [] : [s.visitor])))
  const places: Record<string, string> = {}
  for (const visitor of visitors) {
    const context = await request.newContext({ baseURL })
    const res = await context.post('/api/v1/session', { data: { email: visitor, password: DEMO_PASSWORD } })
    if (!res.ok()) throw new Error(`${visitor} could not sign in: ${res.status()} ${await res.text()}`)
    await context.storageState({ path: sessionFile(visitor) })
    const ids = async (path: string): Promise<string[]> => {
      const list = await context.get(`/api/v1${path}`)
      if (!list.ok()) throw new Error(`GET ${path} → ${list.status()} ${await list.text()}`)
      return ((await list.json()) as { items: { id: string }[] }).items.map((item) => item.id)
    }
    if (visitor === 'owner@chengyan.example') {
      const publications = await ids('/publications')
      places['publication'] = publications[0] ?? ''
      places['publications'] = publications.slice(0, 4).join(',')
      places['evaluation'] = (await ids('/cities/chengyan/evaluations'))[0] ?? ''
      places['framework'] = (await ids('/cities/chengyan/frameworks'))[0] ?? ''
    }
    await context.dispose()
  }
  writeFileSync(placesFile(), JSON.stringify(places))
  return () => rmSync(preparedFolder(), { recursive: true, force: true })
}
