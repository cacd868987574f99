/** The schema library's own sentences are English. */
import type { schema as first } from '../zh-CN/schema.ts'

const own = ({ said }: { readonly said: string }): string => said

export const schema: typeof first = {
  'invalid-type': own,
  'too-small': own,
  'too-big': own,
  'not-multiple-of': own,
  'invalid-format': own,
  'invalid-value': own,
  'unrecognized-keys': own,
  'invalid-key': own,
  'invalid-union': own,
}
