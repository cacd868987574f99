/** A kept state of the version before releases (test/fixtures/state@1): what a city, its group, assessor and operator had stored then, dumped once
 * from a run of that Worker. The rows are put in under the migrations of that time; the later ones are applied by whoever tests them. */
import { applyD1Migrations, reset, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { REGIONS } from '../../db/regions.ts'
import csj from '../fixtures/state@1/csj.sql?raw'
import hub from '../fixtures/state@1/hub.sql?raw'
import jjj from '../fixtures/state@1/jjj.sql?raw'
import facts from '../fixtures/state@1/facts.json'

export const STATE = facts

/** First migrations that the version of the state did not have. */
const LATER = { hub: '0010', region: '0008' }
const ROWS = { HUB: hub, REGION_JJJ: jjj, REGION_CSJ: csj }
type Binding = keyof typeof ROWS

/** Rows that are put in only after the later migrations, by a Worker of the version before that goes on for a while: the other city's whole
 * publication, in its region and in the hub. */
const LATE: Readonly<Record<Binding, (line: string) => boolean>> = {
  HUB: (line) => /^INSERT INTO (publications|publication_documents|exchange_values) /.test(line) && isOther(line),
  REGION_JJJ: () => false,
  REGION_CSJ: (line) => /^INSERT INTO (evaluations|evaluation_parts|disclosures|outbox) /.test(line),
}
const isOther = (line: string): boolean => line.includes(`'pub_${STATE.withheld.slice(3)}'`)

interface Loaded {
  readonly migrate: () => Promise<void>
  readonly writeLate: () => Promise<void>
}

export async function loadState(): Promise<Loaded> {
  await reset()
  await migrate((m, kind) => m.name < LATER[kind])
  const late = await Promise.all((['HUB', 'REGION_JJJ', 'REGION_CSJ'] as const).map(load))
  return {
    migrate: () => migrate(() => true),
    writeLate: async () => {
      for (const write of late) await write()
    },
  }
}

async function migrate(wanted: (m: D1Migration, kind: 'hub' | 'region') => boolean): Promise<void> {
  const of = (kind: 'hub' | 'region') => env.MIGRATIONS[kind].filter((m) => wanted(m, kind))
  await Promise.all([
    applyD1Migrations(env.HUB, of('hub')),
    ...REGIONS.map((r) => applyD1Migrations(env[r.binding], of('region'))),
  ])
}

/** Without triggers, which would refuse cells of sets that are applied already. Gives what writes the late rows, as an old writer does: with the
 * columns of its time, past the triggers of ours. */
async function load(binding: Binding): Promise<() => Promise<void>> {
  const db = env[binding]
  const lines = ROWS[binding].trim().split('\n')
  const triggers = (
    await db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all<{ name: string; sql: string }>()
  ).results
  await db.batch(
    [
      'PRAGMA defer_foreign_keys = ON',
      ...triggers.map(({ name }) => `DROP TRIGGER ${name}`),
      ...lines.filter((line) => !LATE[binding](line)),
      ...triggers.map(({ sql }) => sql),
    ].map((statement) => db.prepare(statement)),
  )
  const late = lines.filter(LATE[binding])
  const columns = new Map<string, string>()
  for (const table of new Set(late.map(tableOf))) {
    const { results } = await db.prepare(`PRAGMA table_info(${table})`).all<{ name: string }>()
    columns.set(table, results.map((c) => c.name).join(', '))
  }
  const statements = late.map((line) => {
    const table = tableOf(line)
    return line.replace(`INSERT INTO ${table} `, `INSERT INTO ${table} (${columns.get(table)}) `)
  })
  return async () => {
    if (statements.length > 0) await db.batch(statements.map((statement) => db.prepare(statement)))
  }
}

const tableOf = (line: string): string => /^INSERT INTO (\w+) /.exec(line)?.[1] ?? ''

/** As the person of the state who has that role. */
export const signedIn = (role: string): Readonly<Record<string, string>> => ({
  cookie: `junheng_session=state-${role}`,
})
