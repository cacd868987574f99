/** The licence of public data, as the operator states it: `CC BY 4.0 https://creativecommons.org/licenses/by/4.0/`, or a name alone. */
import type { Config } from '../../env.ts'

export interface Licence {
  readonly name: string
  readonly url: string | null
}

export function publicDataLicence({ licence }: Config): Licence {
  const match = /^(.*?)\s*(https?:\/\/\S+)$/.exec(licence)
  const url = match?.[2] ?? null
  return { name: match?.[1] || (url ?? licence), url }
}
