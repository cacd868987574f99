/** What a sentence may speak of: values that JSON carries to a client as they are. */

/** What has a name in several languages. */
export interface Name {
  readonly name: string
  /** Empty where there is no English. */
  readonly nameEn: string
}
export type Param = string | number | Name | readonly (string | number | Name)[]
export type Params = Readonly<Record<string, Param>>
