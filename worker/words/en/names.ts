import type { names as first } from '../zh-CN/names.ts'

export const names: typeof first = {
  of: ({ name, nameEn }) => (nameEn === '' ? name : nameEn),
  list: (items) => items.join(', '),
}
