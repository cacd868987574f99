/** The text edits behind region:add, pure: db/regions.ts and wrangler.toml in, both out. Adding a region that is there already changes nothing;
 * the registry row in the hub follows at the next start or `npm run seed:sql`, which both write every region of the list. */
export interface NewRegion {
  readonly code: string
  readonly name: string
  readonly nameEn: string
}
export interface RegionFiles {
  readonly regions: string
  readonly wrangler: string
}

export class RegionError extends Error {
  override readonly name = 'RegionError'
}

export function addRegion(files: RegionFiles, region: NewRegion): RegionFiles {
  validate(region)
  const binding = `REGION_${region.code.toUpperCase()}`
  const present = new RegExp(`\\{ code: '${region.code}', binding: '${binding}', name: '([^']*)'`).exec(files.regions)
  if (present !== null && present[1] !== region.name)
    throw new RegionError(`region “${region.code}” exists already, under the name ${present[1]}`)
  return {
    regions:
      present === null
        ? addLine(
            files.regions,
            `  { code: '${region.code}', binding: '${binding}', name: '${region.name}', nameEn: '${region.nameEn}' },`,
          )
        : files.regions,
    wrangler: files.wrangler.includes(`binding = "${binding}"\n`)
      ? files.wrangler
      : `${files.wrangler.trimEnd()}\n\n${block(binding, region.code, nextId(files.wrangler))}`,
  }
}

function validate({ code, name, nameEn }: NewRegion): void {
  if (!/^[a-z][a-z0-9]{1,11}$/.test(code))
    throw new RegionError(`a region's code is 2 to 12 small letters and digits, a letter first: not “${code}”`)
  if (name.trim() === '' || name.length > 40) throw new RegionError('a region needs a name of at most 40 characters')
  if (/['\\\n]/.test(name + nameEn))
    throw new RegionError('names must not contain quotation marks, backslashes or line breaks')
}

function addLine(source: string, line: string): string {
  const end = source.indexOf('\n] as const satisfies')
  if (end === -1) throw new RegionError('db/regions.ts has no list of regions that can be added to')
  return `${source.slice(0, end)}\n${line}${source.slice(end)}`
}

const block = (binding: string, code: string, id: string): string => `[[d1_databases]]
binding = "${binding}"
database_name = "junheng-region-${code}"
database_id = "${id}"
migrations_dir = "db/migrations/region"
`

/** The next free placeholder; the real id takes its place before the first deployment (docs/deploy.md). */
function nextId(wrangler: string): string {
  const taken = [...wrangler.matchAll(/database_id = "00000000-0000-0000-0000-(\d{12})"/g)].map((m) => Number(m[1]))
  return `00000000-0000-0000-0000-${String(Math.max(-1, ...taken) + 1).padStart(12, '0')}`
}
