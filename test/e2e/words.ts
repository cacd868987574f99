/** The words of one area in both languages. The build's own way to them (import.meta.glob) is closed here, so a test imports the two
 * catalogues and puts them together. */
import { area, type Area, type Words } from '../../web/i18n/area.ts'

export function bothOf<Master>(zh: Master, en: Words<Master>): Area<Words<Master>> {
  return area<Master>({ './zh-CN/': zh, './en/': en })
}
