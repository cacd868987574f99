/** Command line of the check of an audit log: reads the export line by line, prints one verdict. 0 = all fits, 1 = it does not, 2 = it could not be read. */
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { verifyExport, type VerifyOptions } from '../../worker/log/verifyExport.ts'
import { faultWords, summaryWords } from './auditWords.ts'

const USAGE =
  'usage: npm run verify -- audit <export.ndjson> [--keys <junheng-keys.json>] [--head <kept head>]       docs/audit.md'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
/** Guarantee: what is of another shape fits no head, and is a fault. */
const asOptions = (options: object): VerifyOptions => options as VerifyOptions

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string' }, head: { type: 'string' } },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error(USAGE)
  const options = asOptions({
    ...(values.keys === undefined ? {} : { keys: keysIn(json(values.keys)) }),
    ...(values.head === undefined ? {} : { kept: json(values.head) }),
  })
  const input = createReadStream(file)
  const verdict = await verifyExport(createInterface({ input, crlfDelay: Infinity }), options)
  if (verdict.ok) console.log(summaryWords(verdict))
  else for (const line of faultWords(verdict.log, verdict.fault)) console.error(line)
  return verdict.ok ? 0 : 1
}

function keysIn(document: unknown): unknown {
  const keys = typeof document === 'object' && document !== null && 'keys' in document ? document.keys : undefined
  if (!Array.isArray(keys)) throw new Error('--keys: not a list of keys as /.well-known/junheng-keys.json gives it')
  return keys
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
