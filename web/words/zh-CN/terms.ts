/** Names that come from Chinese sources without another: the nine domains, the plan's wider headings, provinces. Other languages give theirs by
 * the Chinese name. */
const terms: Readonly<Record<string, string>> = {}

export default terms
