/** What the workbook's own formulas say of a table goes before the words of its header. */
import { isNamedFigure, isSourceFigure } from '../columns.ts'
import type { Period, Role } from '../model.ts'
import { columnLetter } from './address.ts'
import { comparisonOf } from './comparisons.ts'
import type { ColumnFormula, FormulaEvidence } from './formulas.ts'
import type { PlannedColumn, PlannedRow, PlannedTable } from './plan.ts'
import { withRole, type DecidedColumn } from './roles.ts'

const COMPARING: readonly Role[] = ['ratio', 'change', 'growth']
const REASONS = {
  ratio: 'reasonFormulaRatio',
  change: 'reasonFormulaChange',
  growth: 'reasonFormulaGrowth',
} as const

/** The columns with what their formulas compare, in the roles that follow from it. */
export function byFormulas(
  columns: readonly DecidedColumn[],
  { columns: formulas }: FormulaEvidence,
): readonly DecidedColumn[] {
  const figures = new Set(columns.filter(({ role }) => isSourceFigure(role)).map(({ column }) => column))
  return columns.map((column) => {
    const formula = formulas.get(column.column)
    if (formula === undefined || !figures.has(formula.of) || !figures.has(formula.to)) return column
    const { role } = column
    if (role === formula.kind) return { ...column, formula }
    return isStronger(column, formula, columns)
      ? { ...withRole(column, formula.kind, 'formulas'), formula }
      : column
  })
}

/** Nothing without such formulas, or where a person or a template says that the column compares nothing. */
export function comparedByFormulas({
  formula,
  role,
}: Pick<DecidedColumn, 'formula' | 'role'>): Partial<Pick<PlannedColumn, 'of' | 'to' | 'steps'>> {
  if (formula === undefined || !COMPARING.includes(role)) return {}
  const { of, to, steps } = formula
  return { of, to, ...(role === 'growth' && steps !== undefined && { steps }) }
}

/** Column by column, and where the header's words say otherwise; then how many rows are sums. */
export function formulaReasons(
  columns: readonly DecidedColumn[],
  rows: readonly PlannedRow[],
  period: Period,
): PlannedTable['reasons'] {
  const sums = rows.filter(({ parts }) => parts !== undefined).length
  return [
    ...columns.flatMap((column) => {
      const { formula } = column
      if (formula === undefined) return []
      const letter = columnLetter(column.column)
      const [of, to] = [columnLetter(formula.of), columnLetter(formula.to)]
      const reason = { key: REASONS[formula.kind], params: { column: letter, of, to, rows: formula.rows } }
      const words = column.path.at(-1) ?? ''
      return contradictsWords(column, columns, period)
        ? [reason, { key: 'reasonFormulaOverWords', params: { column: letter, words } }]
        : [reason]
    }),
    ...(sums === 0 ? [] : [{ key: 'reasonFormulaSums', params: { rows: sums } }]),
  ]
}

/** The rows with the rows of the table that their formulas add up; empty rows among these add nothing. */
export function withParts(rows: readonly PlannedRow[], { sums }: FormulaEvidence): readonly PlannedRow[] {
  if (sums.size === 0) return rows
  const known = new Set(rows.map(({ row }) => row))
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0]
  return rows.map((row) => {
    const added = sums.get(row.row) ?? []
    const parts = added.filter((part) => known.has(part))
    const isWithin = added.every((part) => part >= first && part <= last)
    return parts.length > 1 && isWithin ? { ...row, parts } : row
  })
}

/**
 * A difference may be a figure of its own ("còn lại", the months before), so it needs a header that says nothing, and a
 * quotient that is no per cent may be a yield.
 */
function isStronger(
  { role, by }: DecidedColumn,
  { kind, of, to, perCent }: ColumnFormula,
  columns: readonly DecidedColumn[],
): boolean {
  if (COMPARING.includes(role)) return true
  const isUnsaid = by === 'cells' && (role === 'number' || role === 'text')
  const isNamed = (column: number) =>
    columns.some((each) => each.column === column && isNamedFigure(each.role))
  if (kind === 'change') return isUnsaid && isNamed(of) && isNamed(to)
  return perCent && (isUnsaid || isSourceFigure(role))
}

function contradictsWords(column: DecidedColumn, columns: readonly DecidedColumn[], period: Period): boolean {
  const { formula, by, path, said } = column
  if (formula === undefined || path.length === 0) return false
  if (by === 'formulas') return said !== undefined
  const words = comparisonOf(column, columns, period)
  return (words.of ?? formula.of) !== formula.of || (words.to ?? formula.to) !== formula.to
}
