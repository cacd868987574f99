/** Parts of units of indicators (张/千人). Frameworks write them in Chinese, so Chinese has nothing to say here; other languages name the parts. */
type Parts = Readonly<Record<string, string>>

/** What is counted, before a base. */
const counted: Parts = {}
/** What is counted when it stands alone, where that is another word. */
const alone: Parts = {}
/** The base. */
const per: Parts = {}

export default { counted, alone, per, ratio: (what: string, each: string) => `${what}/${each}` }
