/** Stored change sets and cells → wire. */
import type { ChangeCellRow, ChangeSetRow } from '../../../db/region/queries/changeSets.ts'
import type { ChangeSetKind, ChangeSetState } from '../../ledger/states.ts'
import type { ChangeCell, ChangeSet } from '../../contract/ledger.ts'

/** Guarantee: the lookup tables of the region admit no other kinds and states. */
export const changeSetView = (row: ChangeSetRow): ChangeSet => ({
  ...row,
  kind: row.kind as ChangeSetKind,
  state: row.state as ChangeSetState,
})

export const changeCellView = (row: ChangeCellRow): ChangeCell => ({
  ...row,
  indicatorName: row.indicatorName ?? row.indicator,
  indicatorNameEn: row.indicatorNameEn ?? '',
  areaName: row.areaName ?? '',
  areaNameEn: row.areaNameEn ?? '',
})
