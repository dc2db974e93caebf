/** The columns that can hold the base year of a reduction. */
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
