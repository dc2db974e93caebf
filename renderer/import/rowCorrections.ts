/** What correcting selected rows of the preview comes to: pure steps from the outline as it is to row corrections. */
import type { CorrectedRow } from '../../shared/layout/correctRows.ts'
import type { RowCorrection } from '../../shared/layout/plan.ts'
import type { RowKind } from '../../shared/model.ts'

export type RowCorrections = Readonly<Record<number, RowCorrection>>

interface OutlineRow {
  readonly row: number
  readonly kind: RowKind
  readonly level: number
}

/** Makes the rows of that kind, and moves them and those around them where such a row stands. Rows are the sheet's. */
export function withKind(
  rows: readonly CorrectedRow[],
  selected: ReadonlySet<number>,
  kind: RowKind,
): RowCorrections {
  const before = outlineOf(rows)
  const after = before.map((row) => (selected.has(row.row) ? { ...row, kind } : row))
  for (const [index, row] of before.entries()) {
    if (selected.has(row.row) && row.kind !== kind) place(after, index)
  }
  return changesBetween(before, after)
}

/** Moves the rows, and what stands below them, one level out (-1) or in (1), as far as there is one. */
export function withLevel(
  rows: readonly CorrectedRow[],
  selected: ReadonlySet<number>,
  step: -1 | 1,
): RowCorrections {
  const before = outlineOf(rows)
  const after = [...before]
  let index = 0
  while (index < before.length) {
    const end = endOfBranch(before, index)
    const row = before[index]
    if (row === undefined || !selected.has(row.row)) {
      index++
      continue
    }
    const level = row.level + step
    if (level >= 0 && level <= (after[index - 1]?.level ?? -1) + 1) moveLevels(after, index, end, step)
    index = end
  }
  return changesBetween(before, after)
}

/** Leaves the rows out; where all of them are left out already, takes them again. */
export function withLeftOut(rows: readonly CorrectedRow[], selected: ReadonlySet<number>): RowCorrections {
  const chosen = rows.filter(({ row }) => selected.has(row.row))
  const leftOut = chosen.some((each) => !each.leftOut)
  return Object.fromEntries(chosen.map(({ row }) => [row.row, { leftOut }]))
}

function outlineOf(rows: readonly CorrectedRow[]): readonly OutlineRow[] {
  return rows.map(({ row: { row, kind, level } }) => ({ row, kind, level }))
}

/**
 * An item stands below an indicator; an indicator does not; a section heads the rows that follow it on its level, down to
 * the next section or total.
 */
function place(rows: OutlineRow[], index: number): void {
  const row = rows[index]
  if (row === undefined) return
  const { kind } = row
  const indicator = indicatorAbove(rows, index)
  if (kind === 'item' && indicator === undefined) {
    const before = rows[index - 1]
    if (before?.kind === 'indicator' && before.level === row.level) {
      moveLevels(rows, index, endOfBranch(rows, index), 1)
    } else if (before?.kind === 'item' && before.level > row.level) {
      moveLevels(rows, index, endOfBranch(rows, index), before.level - row.level)
    }
  }
  if (kind === 'indicator' && indicator !== undefined) {
    moveLevels(rows, index, endOfBranch(rows, index), indicator.level - row.level)
  }
  if (kind === 'section') {
    const from = endOfBranch(rows, index)
    const next = rows.findIndex(
      (other, at) =>
        at >= from && (other.level < row.level || (other.level === row.level && closesSection(other))),
    )
    moveLevels(rows, from, next < 0 ? rows.length : next, 1)
  }
}

function closesSection({ kind }: OutlineRow): boolean {
  return kind === 'section' || kind === 'total'
}

/** The outermost indicator that the row stands below. */
function indicatorAbove(rows: readonly OutlineRow[], index: number): OutlineRow | undefined {
  let level = rows[index]?.level ?? 0
  let found: OutlineRow | undefined
  for (const above of rows.slice(0, index).reverse()) {
    if (above.level >= level) continue
    level = above.level
    if (above.kind === 'indicator') found = above
  }
  return found
}

/** The place behind the row and all that stands below it. */
function endOfBranch(rows: readonly OutlineRow[], index: number): number {
  const level = rows[index]?.level ?? 0
  const end = rows.findIndex((other, at) => at > index && other.level <= level)
  return end < 0 ? rows.length : end
}

function moveLevels(rows: OutlineRow[], from: number, to: number, step: number): void {
  for (const [index, row] of rows.slice(from, to).entries()) {
    rows[from + index] = { ...row, level: row.level + step }
  }
}

function changesBetween(before: readonly OutlineRow[], after: readonly OutlineRow[]): RowCorrections {
  const changes: Record<number, RowCorrection> = {}
  for (const [index, { row, kind, level }] of before.entries()) {
    const now = after[index]
    if (now === undefined || (now.kind === kind && now.level === level)) continue
    changes[row] = {
      ...(now.kind !== kind && { kind: now.kind }),
      ...(now.level !== level && { level: now.level }),
    }
  }
  return changes
}
