/** Making selected rows of the preview another kind, moving their levels, leaving them out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  withKind,
  withLeftOut,
  withLevel,
  type RowCorrections,
} from '../../../renderer/import/rowCorrections.ts'
import { correctedRows, importedRows } from '../../../shared/layout/correctRows.ts'
import type { PlannedRow } from '../../../shared/layout/plan.ts'
import { ROW_KINDS, type RowKind } from '../../../shared/model.ts'

const KINDS: Readonly<Record<string, RowKind>> = { S: 'section', C: 'indicator', i: 'item', T: 'total' }

/** "S0 C1 i2": kind and level of each row; the first stands in row 1. */
function rowsOf(outline: string): readonly PlannedRow[] {
  return outline.split(' ').map(([kind = '', level = ''], index) => ({
    row: index + 1,
    kind: KINDS[kind] ?? 'indicator',
    level: Number(level),
    ordinal: '',
    name: '',
    unit: '',
    hidden: false,
    cells: {},
  }))
}

function outlineOf(rows: readonly PlannedRow[]): string {
  const letter = (kind: RowKind) => Object.entries(KINDS).find(([, each]) => each === kind)?.[0] ?? ''
  return rows.map(({ kind, level }) => `${letter(kind)}${level}`).join(' ')
}

/** The outline after a correction of these rows. */
function after(
  outline: string,
  selected: readonly number[],
  correct: (rows: ReturnType<typeof correctedRows>, selected: ReadonlySet<number>) => RowCorrections,
): string {
  const rows = rowsOf(outline)
  const corrections = correct(correctedRows(rows, {}), new Set(selected))
  return outlineOf(importedRows(correctedRows(rows, { rows: corrections })))
}

describe('another kind', () => {
  it.each<readonly [outline: string, selected: readonly number[], kind: RowKind, result: string]>([
    // An item goes below the indicator above it, an indicator comes out of it.
    ['S0 C1 C1 C1', [3], 'item', 'S0 C1 i2 C1'],
    ['S0 C1 C1 C1', [3, 4], 'item', 'S0 C1 i2 i2'],
    ['S0 C1 i2 C1', [4], 'item', 'S0 C1 i2 i2'],
    ['S0 C1 i2 i2', [3], 'indicator', 'S0 C1 C1 i2'],
    ['S0 C1 i2 i3', [3], 'indicator', 'S0 C1 C1 i2'],
    // A section takes in what follows it, down to the next one or a total.
    ['C0 C0 C0 T0', [1], 'section', 'S0 C1 C1 T0'],
    ['C0 C0 C0 C0', [1, 3], 'section', 'S0 C1 S0 C1'],
    ['S0 C1 C1 S0', [2], 'section', 'S0 S1 C2 S0'],
    ['C0 i1 C0 i1', [1], 'section', 'S0 i1 C1 i2'],
    // A total and what is that kind already stay where they are.
    ['S0 C1 C1', [3], 'total', 'S0 C1 T1'],
    ['S0 C1 i2', [3], 'item', 'S0 C1 i2'],
  ])('%s, rows %j as %s', (outline, selected, kind, result) => {
    expect(after(outline, selected, (rows, chosen) => withKind(rows, chosen, kind))).toBe(result)
  })
})

describe('another level', () => {
  it.each<readonly [outline: string, selected: readonly number[], step: -1 | 1, result: string]>([
    ['C0 C0 C0', [2], 1, 'C0 C1 C0'],
    ['C0 C0 C0', [2, 3], 1, 'C0 C1 C1'],
    // What stands below goes along, once.
    ['S0 C1 i2 i2', [2], -1, 'S0 C0 i1 i1'],
    ['S0 C1 i2 i2', [2, 3], -1, 'S0 C0 i1 i1'],
    ['S0 C1 C1 i2', [3], 1, 'S0 C1 C2 i3'],
    // As far as there is a level.
    ['C0 C1', [1], -1, 'C0 C1'],
    ['C0 C0', [1], 1, 'C0 C0'],
    ['S0 C1 i2', [3], 1, 'S0 C1 i2'],
  ])('%s, rows %j by %i', (outline, selected, step, result) => {
    expect(after(outline, selected, (rows, chosen) => withLevel(rows, chosen, step))).toBe(result)
  })

  it('is given back by the opposite step, where there was room for it', () => {
    const level = fc.array(fc.nat(3), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(level, fc.nat(11), (levels, place) => {
        const rows = importedRows(correctedRows(rowsOf(levels.map((each) => `C${each}`).join(' ')), {}))
        const selected = new Set([(place % rows.length) + 1])
        const moved = correctedRows(rows, { rows: withLevel(correctedRows(rows, {}), selected, 1) })
        const [row] = [...selected]
        const at = (list: readonly PlannedRow[]) => list.find((each) => each.row === row)?.level
        if (at(importedRows(moved)) === at(rows)) return
        const back = withLevel(moved, selected, -1)
        const result = importedRows(correctedRows(importedRows(moved), { rows: back }))
        expect(at(result)).toBe(at(rows))
      }),
    )
  })
})

describe('left out', () => {
  it('are the rows, and taken again when all of them are', () => {
    const rows = correctedRows(rowsOf('S0 C1 i2'), {})
    expect(withLeftOut(rows, new Set([2, 3]))).toEqual({ 2: { leftOut: true }, 3: { leftOut: true } })
    const without = correctedRows(rowsOf('S0 C1 i2'), { rows: { 2: { leftOut: true } } })
    expect(withLeftOut(without, new Set([2]))).toEqual({ 2: { leftOut: false } })
    expect(withLeftOut(without, new Set([2, 3]))).toEqual({ 2: { leftOut: true }, 3: { leftOut: true } })
  })
})

it('every correction names rows of the table only', () => {
  const outline = 'S0 C1 i2 C1 T0'
  for (const kind of ROW_KINDS) {
    const corrections = withKind(correctedRows(rowsOf(outline), {}), new Set([2, 99]), kind)
    expect(Object.keys(corrections).every((row) => Number(row) <= 5)).toBe(true)
  }
})
