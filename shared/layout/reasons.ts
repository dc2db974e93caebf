/** Why the recognition decided as it did, for the preview: keys of the `import` texts and what fills them in. */
import type { Period } from '../model.ts'
import { columnLetter } from './address.ts'
import type { Body } from './body.ts'
import type { Found } from './findTables.ts'
import type { Header } from './header.ts'
import { roleOfText } from './headerWords.ts'
import type { LeftOutRow } from './leftOut.ts'
import type { NumberedComparison } from './numberRow.ts'
import type { PlannedTable } from './plan.ts'
import type { DecidedColumn } from './roles.ts'

const ENCODINGS = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } as const

type Reason = PlannedTable['reasons'][number]

/** Header and rows first, then the columns from left to right. */
export function reasonsOf(table: {
  readonly columns: readonly DecidedColumn[]
  readonly header: Header
  readonly body: Body
  readonly period: Period
  readonly hiddenRows: number
  readonly unitLine: string
  readonly by: Found['by']
  readonly conversions: NonNullable<PlannedTable['conversions']>
  readonly compared: ReadonlyMap<number, NumberedComparison>
  /** Letters of columns, and rows within and below the table, that are not imported. */
  readonly columnsLeftOut: readonly string[]
  readonly rowsLeftOut: readonly LeftOutRow[]
  readonly fields: readonly string[]
}): readonly Reason[] {
  const { columns, header, body, period, hiddenRows, unitLine, by } = table
  return [
    header.top === header.bottom
      ? reason('reasonHeaderRow', { row: header.top })
      : reason('reasonHeaderRows', { first: header.top, last: header.bottom }),
    ...(by === 'figures' ? [reason('reasonByFigures', {})] : []),
    ...(header.numberRow === undefined ? [] : [reason('reasonNumberRow', { row: header.numberRow })]),
    ...(body.endedBy === 'signature' ? [reason('reasonEndsBeforeSignature', { row: body.last })] : []),
    ...(body.endedBy === 'note' ? [reason('reasonEndsBeforeNote', { row: body.last })] : []),
    ...(hiddenRows === 0 ? [] : [reason('reasonHiddenRows', { rows: hiddenRows })]),
    ...(unitLine === '' ? [] : [reason('reasonUnitLine', { text: unitLine })]),
    ...table.conversions.map(({ encoding, cells }) =>
      reason('reasonConverted', { encoding: ENCODINGS[encoding], cells }),
    ),
    ...(table.columnsLeftOut.length === 0
      ? []
      : [reason('reasonColumnsLeftOut', { columns: table.columnsLeftOut.join(', ') })]),
    ...table.fields.map((text) => reason('reasonFieldLeftOut', { text })),
    ...table.rowsLeftOut.map(({ row, text }) => reason('reasonRowLeftOut', { row, text })),
    ...(period.kind === 'unknown' ? [reason('reasonPeriodUnknown', {})] : []),
    ...columns.filter(({ by }) => by !== 'formulas').map(columnReason),
    ...[...table.compared].map(([column, { text }]) =>
      reason('reasonNumbered', { column: columnLetter(column), text }),
    ),
  ]
}

/** Every role has two texts: decided by the words of the header, or by what the cells hold. */
function columnReason({ column, role, path, by }: DecidedColumn): Reason {
  const letter = columnLetter(column)
  if (by === 'profile') return reason('reasonProfileColumn', { column: letter, role })
  const words = path.findLast((text) => roleOfText(text) === role) ?? path.at(-1)
  if (by === 'header' && words !== undefined) return reason(`header-${role}`, { column: letter, words })
  return reason(`cells-${role}`, { column: letter })
}

function reason(key: string, params: Reason['params']): Reason {
  return { key, params }
}
