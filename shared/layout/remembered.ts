/** What a remembered template says of a table, below what a person corrects in it now. */
import type { PlanCorrections, PlannedTable, RowCorrection } from './plan.ts'

/** All that is corrected in the table. The template's roles are in the table's columns already. */
export function withRemembered(table: PlannedTable, corrections: PlanCorrections): PlanCorrections {
  const remembered = table.profile?.corrections
  if (remembered === undefined) return corrections
  const rows: Record<number, RowCorrection> = { ...remembered.rows }
  for (const [key, correction] of Object.entries(corrections.rows ?? {})) {
    const row = Number(key)
    rows[row] = { ...rows[row], ...correction }
  }
  return { ...remembered, ...corrections, ...(Object.keys(rows).length > 0 && { rows }) }
}
