/** The words inside documents that are made once and read by everybody: a publication, its files. They are in the product's first language, and
 * are taken from its catalogue directly, so that whatever verifies a document in a browser loads no other. */
export { csv } from './zh-CN/csv.ts'
export { names } from './zh-CN/names.ts'
export { warnings } from './zh-CN/warnings.ts'
