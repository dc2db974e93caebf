/** The tree that rows form by their levels: a row's parent is the nearest row above it with a lower level. */
import type { Id, Row } from './model.ts'

/** Visits the rows from top to bottom, each with its parent. */
export function eachRow(rows: readonly Row[], visit: (row: Row, parent: Row | undefined) => void): void {
  const open: Row[] = []
  for (const row of rows) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= row.level) open.pop()
    visit(row, open.at(-1))
    open.push(row)
  }
}

/** Worked out once for a list of rows, which never changes. */
const parents = new WeakMap<readonly Row[], ReadonlyMap<Id, Row>>()

export function parentOf(rows: readonly Row[], row: Row): Row | undefined {
  let known = parents.get(rows)
  if (known === undefined) {
    const found = new Map<Id, Row>()
    eachRow(rows, (child, parent) => {
      if (parent !== undefined) found.set(child.id, parent)
    })
    parents.set(rows, found)
    known = found
  }
  return known.get(row.id)
}
