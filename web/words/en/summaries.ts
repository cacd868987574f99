/** The document of the API is in English already. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/summaries.ts'

export default {} satisfies Words<typeof zh>
