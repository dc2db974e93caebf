/** The columns that can hold the base year of a reduction. */
import { baseYearColumn } from '../../shared/baseYear.ts'
import { isSourceFigure } from '../../shared/columns.ts'
import type { Column, Report } from '../../shared/model.ts'

/** Figures that are neither a plan nor what a ratio compares: what was before. */
export function baseColumns({ columns }: Report): readonly Column[] {
  const ratios = columns.filter(({ role }) => role === 'ratio')
  return columns.filter(
    ({ id, role }) =>
      isSourceFigure(role) &&
      role !== 'plan' &&
      (role === 'previous' || !ratios.some(({ of, to }) => of === id || to === id)),
  )
}

/** The one that the first ratio takes where nobody chose; undefined where there is none to take. */
export function automaticBase(report: Report): Column | undefined {
  const ratio = report.columns.find(({ role }) => role === 'ratio')
  const id = ratio === undefined ? undefined : baseYearColumn(report, ratio)
  return report.columns.find((column) => column.id === id)
}
