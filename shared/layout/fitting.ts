/**
 * What a ratio compares where its header does not say and the default is not what the file did: the two columns whose
 * figures give the ratios that the file states.
 */
import { judgeRatio } from '../check/judgeRatio.ts'
import type { Column, Id, Role } from '../model.ts'
import { operands } from '../ratio.ts'
import type { PlannedColumn, PlannedRow } from './plan.ts'

/** So many rows tell what a ratio compares. */
const MOST_ROWS = 100
/** Fewer could be chance. */
const LEAST_FITTING = 2
const RESULTS: readonly Role[] = ['actual', 'cumulative', 'estimate']
const BASES: readonly Role[] = ['plan', 'previous']

/**
 * `columns` are those of `planned`, in their order, with what they compare by default, and any that were added. The default
 * stays unless another pair gives at least two of the stated ratios, half of them all, and more than twice as many.
 */
export function withFittingComparisons(
  columns: readonly Column[],
  planned: readonly PlannedColumn[],
  rows: readonly PlannedRow[],
): readonly Column[] {
  const sheetColumns = new Map(columns.map(({ id }, index) => [id, planned[index]?.column]))
  const idsOf = (roles: readonly Role[], besides: Id | undefined) =>
    columns.filter(({ id, role }) => id !== besides && roles.includes(role)).map(({ id }) => id)

  return columns.map((column, index) => {
    const said = planned[index]
    if (column.role !== 'ratio' || said === undefined) return column
    const ofs = [column.of, ...(said.of === undefined ? idsOf(RESULTS, column.of) : [])]
    const bases = column.withoutPlan === true ? BASES.slice(1) : BASES
    const tos = [column.to, ...(said.to === undefined ? idsOf(bases, column.to) : [])]
    if (ofs.length * tos.length < 2) return column
    const stated = statedIn(rows, said.column)
    const fitting = (of: Id | undefined, to: Id | undefined) =>
      countFitting(stated, said.column, sheetColumns.get(of ?? ''), sheetColumns.get(to ?? ''))
    const pairs = ofs.flatMap((of) => tos.map((to) => ({ of, to, fits: fitting(of, to) })))
    const [first] = pairs
    const best = pairs.toSorted((a, b) => b.fits - a.fits)[0]
    if (best === undefined || best.fits < LEAST_FITTING || best.fits <= 2 * (first?.fits ?? 0)) return column
    if (2 * best.fits < stated.length) return column
    const { of, to } = best
    return { ...column, ...(of !== undefined && { of }), ...(to !== undefined && { to }) }
  })
}

/** The first rows with a ratio in the file. */
function statedIn(rows: readonly PlannedRow[], ratio: number): readonly PlannedRow[] {
  return rows.filter(({ cells }) => cells[ratio]?.quantity !== undefined).slice(0, MOST_ROWS)
}

function countFitting(
  stated: readonly PlannedRow[],
  ratio: number,
  of: number | undefined,
  to: number | undefined,
): number {
  if (of === undefined || to === undefined) return 0
  return stated.filter(({ cells }) => {
    const [result, base] = [cells[of]?.quantity, cells[to]?.quantity]
    const fraction = result === undefined || base === undefined ? undefined : operands(result, base)
    const judged = fraction && judgeRatio(cells[ratio]?.text ?? '', fraction)
    return judged !== undefined && judged.verdict !== 'wrong'
  }).length
}
