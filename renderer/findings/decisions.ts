/** What can be done about several findings in one step. */
import type { Computed } from '../../shared/calculate.ts'
import { fixesOf } from '../../shared/check/fixes.ts'
import type { Edit, Finding, Id, Report } from '../../shared/model.ts'

export interface SharedFix {
  /** How many of the findings it mends. */
  readonly count: number
  readonly edits: readonly Edit[]
}

/**
 * The fixes of all findings that have exactly one, as one step; undefined where none has. A fix that would write into a
 * cell of an earlier one is left for the next time: it may be another once that one is done.
 */
export function sharedFix(
  report: Report,
  computed: Computed,
  findings: readonly Finding[],
): SharedFix | undefined {
  const written = new Set<string>()
  const taken: (readonly Edit[])[] = []
  for (const finding of findings) {
    const [fix, ...others] = fixesOf(report, computed, finding)
    if (fix === undefined || others.length > 0) continue
    const cells = fix.edits.flatMap(cellsOf)
    if (cells.some((cell) => written.has(cell))) continue
    for (const cell of cells) written.add(cell)
    taken.push(fix.edits)
  }
  return taken.length === 0 ? undefined : { count: taken.length, edits: joined(taken.flat()) }
}

/** Names what an edit writes, so that two that meet can be told. */
function cellsOf(edit: Edit): readonly string[] {
  switch (edit.type) {
    case 'cell':
    case 'reading':
    case 'metadata':
    case 'planValues':
      return [`${edit.row} ${edit.column}`]
    case 'stated':
      return edit.rows.map((row) => `${row} ${edit.column}`)
    case 'row':
      return [edit.row]
    case 'setAside':
      return []
    case 'properties':
    case 'column':
    case 'addColumn':
    case 'removeColumn':
      return [edit.type]
  }
}

/** The rows that take the computed values of one column are one edit, and one step by its name in the history. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const rows = new Map<Id, Id[]>()
  const rest = edits.filter((edit) => {
    if (edit.type !== 'stated' || edit.use !== 'computed') return true
    rows.set(edit.column, [...(rows.get(edit.column) ?? []), ...edit.rows])
    return false
  })
  const stated = [...rows].map(([column, of]): Edit => ({
    type: 'stated',
    column,
    rows: of,
    use: 'computed',
  }))
  return [...stated, ...rest]
}
