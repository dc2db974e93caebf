/** The text of any cell as screen, paper and files show it, and who says so. */
import { basisOf } from './basis.ts'
import type { Computed } from './calculate.ts'
import { isComputed } from './columns.ts'
import { compare, parseDecimal } from './decimal.ts'
import type { Column, Report, Role, Row, Stated } from './model.ts'
import { outcomeOf, plainVerdict } from './policy.ts'
import { formatFigure, parseQuantity } from './quantity.ts'

export interface Shown {
  readonly text: string
  readonly by: 'cell' | 'override' | 'stated' | 'computed'
  /** What the file states still holds, but the program computes something else. */
  readonly differs: boolean
}

/**
 * In a computed column: what a person overruled, else what the file states as long as nothing it depends on has changed
 * since the import and nobody took the computed value instead, else what is computed. Everywhere else the text as typed;
 * a name with its mark.
 */
export function shown(report: Report, row: Row, column: Column, computed: Computed): Shown {
  if (!isComputed(column.role)) return { text: textIn(row, column), by: 'cell', differs: false }
  const override = row.overrides[column.id]
  if (override !== undefined) return { text: override.text, by: 'override', differs: false }
  const value = computed.get(row.id)?.[column.id]
  const stated = row.stated[column.id]
  if (stated !== undefined && isShown(stated) && stated.basis === basisOf(report, row, column)) {
    const differs = value !== undefined && !saysTheSame(report, column.role, stated.text, value)
    return { text: stated.text, by: 'stated', differs }
  }
  return { text: value === undefined ? '' : computedText(column.role, value), by: 'computed', differs: false }
}

function isShown({ text, replaced }: Stated): boolean {
  return text !== '' && replaced !== true
}

/** A computed value in Vietnamese form: figures with a comma, words as they are. */
export function computedText(role: Role, value: string): string {
  return role === 'assessment' ? value : formatFigure(value)
}

/** The text of a column that is not computed: a field of the row or its cell. */
export function textIn(row: Row, column: Column): string {
  switch (column.role) {
    case 'ordinal':
      return row.ordinal
    case 'name':
      return row.mark === undefined ? row.name : `${row.mark} ${row.name}`
    case 'unit':
      return row.unit
    default:
      return row.cells[column.id]?.text ?? ''
  }
}

/** Whether a stated text and a computed value are the same figure or the same verdict, however spelt. */
export function saysTheSame(report: Report, role: Role, stated: string, value: string): boolean {
  if (role === 'assessment') {
    if (plainVerdict(stated) === plainVerdict(value)) return true
    const outcome = outcomeOf(report, stated)
    return outcome !== undefined && outcome === outcomeOf(report, value)
  }
  const figure = parseQuantity(stated)?.value
  return figure !== undefined && compare(parseDecimal(figure), parseDecimal(value)) === 0
}
