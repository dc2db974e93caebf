/**
 * What a careful reader must know about the printed table and cannot see in it: how ratios rate indicators of which less is
 * better, which no decree prescribes, what its figures rest on, and on request why cells were overruled. Documents are
 * Vietnamese in either language.
 */
import type { Computed } from './calculate.ts'
import { kindNotes, planNotes } from './figureNotes.ts'
import type { Column, LessRating, Report, Row } from './model.ts'
import { policyOf } from './policy.ts'
import { shown } from './shown.ts'
import { normalText } from './text.ts'
import { methodOf, workOut, type ComputedColumn } from './workings.ts'

export interface PaperNotes {
  /** One paragraph each, in the order in which they stand below the table, the first their heading; none without notes. */
  readonly lines: readonly string[]
  /** The mark "(1)" of an overruled cell whose reason is among the lines; "" for all others. */
  readonly markOf: (row: Row, column: Column) => string
}

/** Also tells whoever reads the sheet again, the program too, that the table is over. */
const HEADING = 'Ghi chú:'

const RATINGS: Readonly<Record<Exclude<LessRating, 'none' | 'reduction'>, string>> = {
  'met-is-100': 'đạt kế hoạch thì tỷ lệ là 100',
  'plan-by-result': 'tỷ lệ = kế hoạch/thực hiện',
  'two-minus': 'tỷ lệ = 2 − thực hiện/kế hoạch',
}

/** `rows` and `columns` are those that are printed. */
export function paperNotes(
  report: Report,
  computed: Computed,
  { rows, columns, reasons }: { rows: readonly Row[]; columns: readonly Column[]; reasons: boolean },
): PaperNotes {
  const rating = ratingLine(report, computed, rows, columns)
  const overruled = reasons ? reasonsOf(rows, columns) : { lines: [], marks: new Map<string, string>() }
  const notes = [
    ...(rating === undefined ? [] : [rating]),
    ...planNotes({ rows, columns }),
    ...kindNotes({ rows, columns }),
    ...overruled.lines,
  ]
  return {
    lines: notes.length === 0 ? [] : [HEADING, ...notes],
    markOf: (row, column) => overruled.marks.get(keyOf(row, column)) ?? '',
  }
}

/** Undefined where no ratio that is shown was rated in a way of its own. */
function ratingLine(
  report: Report,
  computed: Computed,
  rows: readonly Row[],
  columns: readonly Column[],
): string | undefined {
  if (policyOf(report).less === 'none') return undefined
  const method = methodOf(report)
  for (const ratio of method.columns.filter(({ column }) => columns.some(({ id }) => id === column.id))) {
    for (const row of rows) {
      const worked = workOut(method, ratio, row, undefined)
      if (worked.is !== 'ratio' || worked.method === 'plain') continue
      if (shown(report, row, ratio.column, computed).by !== 'computed') continue
      return `Chỉ tiêu càng thấp càng tốt: ${ratingOf(report, worked.method, ratio)}.`
    }
  }
  return undefined
}

function ratingOf(report: Report, rating: Exclude<LessRating, 'none'>, { base }: ComputedColumn): string {
  if (rating !== 'reduction') return RATINGS[rating]
  const header = report.columns.find(({ id }) => id === base)?.header ?? []
  const year = header.length === 0 ? '' : `, năm gốc là “${header.map(normalText).join(' – ')}”`
  return `tỷ lệ = (năm gốc − thực hiện)/(năm gốc − kế hoạch)${year}`
}

/** Numbered from the top row to the bottom; the same reason has one number. */
function reasonsOf(rows: readonly Row[], columns: readonly Column[]) {
  const numbers = new Map<string, number>()
  const marks = new Map<string, string>()
  for (const row of rows) {
    for (const column of columns) {
      const override = row.overrides[column.id]
      if (override === undefined) continue
      const reason = normalText(override.reason)
      const number = numbers.get(reason) ?? numbers.size + 1
      numbers.set(reason, number)
      marks.set(keyOf(row, column), `(${number})`)
    }
  }
  const lines = [...numbers].map(
    ([reason, number]) => `(${number}) Sửa tay: ${reason === '' ? 'không ghi lý do' : reason}`,
  )
  return { lines, marks }
}

function keyOf(row: Row, column: Column): string {
  return `${row.id} ${column.id}`
}
