/** Fetches a CSV in the language in use and hands it over as a file; a link could not say which language or form it wants. */
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import type { Known, QueryOf } from '../../api/routes.ts'
import { problemText, toast } from '../../components/index.ts'
import { download } from '../../format/download.ts'
import { componentWords } from '../../words/components.ts'
import { locale } from '../../i18n/locale.ts'

export async function saveCsv<P extends string>(
  path: Known<'get', P>,
  query: QueryOf<'get', P>,
  name: string,
): Promise<void> {
  try {
    download(name, await api.blob(path, { query, headers: { Accept: 'text/csv' } }))
  } catch (cause) {
    toast({
      message: problemText(cause instanceof ApiError ? cause : new ApiError(0, {}), componentWords[locale.value]),
      tone: 'bad',
    })
  }
}
