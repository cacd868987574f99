/** What every page component receives. Query state is read with `useQueryState`, not from here. */
export interface PageProps<P extends Record<string, string> = Record<string, string>> {
  readonly params: P
}

export type CityParams = { readonly city: string }
export type CityRecordParams = { readonly city: string; readonly id: string }
