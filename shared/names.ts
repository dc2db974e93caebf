/** What rows and columns are called where a sentence speaks of one. */
import type { Column, Row } from './model.ts'
import { headerOf } from './paper.ts'
import { normalText } from './text.ts'

/** The column's own name, without the groups it stands under. */
export function columnName(column: Column): string {
  return normalText(headerOf(column).at(-1) ?? '')
}

/** The name without its mark; the ordinal of a row without a name. */
export function rowName(row: Row): string {
  return normalText(row.name === '' ? row.ordinal : row.name)
}
