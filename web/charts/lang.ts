/** The two languages every chart speaks: the same as the formatters'. */
export type { Language as Lang } from '../format/number.ts'
