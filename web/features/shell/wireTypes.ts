/** List types the wire contract gives as schemas only, spelled from their items. */
import type { AuditEntry } from '../../../worker/contract/audit.ts'
import type { PublicationSummary, RegionInfo } from '../../../worker/contract/public.ts'

export interface Listed<T> {
  readonly items: readonly T[]
}

export interface Paged<T> extends Listed<T> {
  readonly nextCursor: string | null
}

export type RegionList = Listed<RegionInfo>
export type AuditPage = Paged<AuditEntry>
export type PublicationPage = Paged<PublicationSummary>
