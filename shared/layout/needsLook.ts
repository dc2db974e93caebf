/** Whether a table may be stored as it was recognised, or a person should see it first. */
import type { Finding } from '../model.ts'
import type { PlannedTable } from './plan.ts'

/** `key` is one of the `batch` texts. */
export interface LookReason {
  readonly key: 'lookStored' | 'lookPeriod' | 'lookColumns' | 'lookErrors'
  readonly params: Readonly<Record<string, string | number>>
}

/** Nothing for a table without doubts. `findings` are those of the report it would become. */
export function needsLook(table: PlannedTable, findings: readonly Finding[]): readonly LookReason[] {
  const asked = table.columns.filter((column) => column.asked === true).map(({ letter }) => letter)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return [
    ...(table.period.kind === 'unknown' ? [{ key: 'lookPeriod', params: {} } as const] : []),
    ...(asked.length > 0 ? [{ key: 'lookColumns', params: { columns: asked.join(', ') } } as const] : []),
    ...(errors > 0 ? [{ key: 'lookErrors', params: { errors } } as const] : []),
  ]
}
