/** The columns of the long form, written by the export and the template and understood by the import. */
import type { Words } from '../../words/sentence.ts'

const COLUMNS = ['period', 'areaCode', 'areaName', 'indicatorCode', 'indicatorName', 'unit', 'value'] as const

export const longHeader = ({ csv }: Words): string[] => COLUMNS.map((column) => csv.values[column])
