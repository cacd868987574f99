/** Prints the hub's reference data as SQL that may be executed any number of times; with --operator=<e-mail> also the first operator, whose
 * password is drawn here and printed to stderr, never into the file. */
import { randomBytes } from 'node:crypto'
import { operatorRows } from '../../db/seed/operator.ts'
import { productStatements, type SeedStatement } from '../../db/seed/product.ts'

const email = process.argv
  .find((a) => a.startsWith('--operator='))
  ?.slice('--operator='.length)
  .trim()
  .toLowerCase()
const nowMs = Date.now()
const statements: SeedStatement[] = await productStatements(nowMs)
if (email !== undefined) {
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Error(`“${email}” is not an e-mail address`)
  const password = randomBytes(15).toString('base64url')
  const { organisation: o, user: u } = await operatorRows(email, password, nowMs)
  statements.push(
    {
      sql: 'INSERT INTO organisations (id, kind, slug, name, name_en, region_code, is_demo, status, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      params: [o.id, o.kind, o.slug, o.name, o.nameEn, o.regionCode, 0, o.status, o.createdAt],
    },
    {
      sql: 'INSERT INTO users (id, email, name, password_hash, status, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      params: [u.id, u.email, u.name, u.passwordHash, u.status, u.createdAt],
    },
    {
      sql: 'INSERT INTO memberships (organisation_id, user_id, role, created_at) VALUES (?, ?, ?, ?)',
      params: [o.id, u.id, 'operator', nowMs],
    },
  )
  console.error(`operator ${email}, password (shown this once): ${password}`)
}
console.log(statements.map((s) => `${inline(s)};`).join('\n'))

function inline({ sql, params }: SeedStatement): string {
  const rest = [...params]
  return sql.replaceAll('?', () => literal(rest.shift() ?? null))
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
