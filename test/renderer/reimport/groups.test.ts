/** The differences of an update row by row: filters, what stays, what became of the columns. */
import { expect, test } from 'vitest'
import {
  columnNews,
  countsOf,
  differentRows,
  type DifferenceFilter,
  type Update,
} from '../../../renderer/reimport/groups.ts'
import { differencesOf } from '../../../shared/differences.ts'
import type { Report } from '../../../shared/model.ts'
import { build } from '../../shared/building.ts'

const BEFORE = build([
  ['1', 'Lúa', 'Ha', '370', '368', '99,46', 'Không đạt'],
  ['2', 'Ngô', 'Ha', '10', '11', '110', 'Vượt'],
  ['3', 'Rừng', 'Ha', '5', '6', '120', 'Vượt'],
])
const override = { c7: { text: '', reason: '' } }
const before: Report = {
  ...BEFORE,
  rows: BEFORE.rows.map((row) =>
    row.id === 'r1' || row.id === 'r2' ? { ...row, overrides: override } : row,
  ),
}

/** The first row has another figure and another ratio in the file, the second is gone, the third stands on another level, a fourth is new. */
const after: Report = {
  ...before,
  rows: before.rows.flatMap((row) => {
    if (row.id === 'r2') return []
    if (row.id === 'r1') {
      const stated = { ...row.stated, c6: { text: '100', basis: '' } }
      return [{ ...row, cells: { ...row.cells, c5: { text: '370' } }, stated }]
    }
    const fresh = { ...row, id: 'r4', tag: 'r4', order: 'z', name: 'Keo', overrides: {} }
    return [{ ...row, level: 1 }, fresh]
  }),
}
const update: Update = { before, after, differences: differencesOf(before, after) }

test.each<readonly [DifferenceFilter, readonly string[]]>([
  [
    'all',
    [
      'r1 changed: Cột 5 368 → 370, Cột 6 99,46 → 100',
      'r2 gone: Cột 4 10 → , Cột 5 11 → , Cột 6 110 → , Cột 7 Vượt → ',
      'r3 changed: Cột 2 Rừng → Rừng',
      'r4 new: Cột 4  → 5, Cột 5  → 6, Cột 6  → 120, Cột 7  → Vượt',
    ],
  ],
  [
    'figures',
    ['r1 changed: Cột 5 368 → 370', 'r2 gone: Cột 4 10 → , Cột 5 11 → ', 'r4 new: Cột 4  → 5, Cột 5  → 6'],
  ],
  [
    'rows',
    [
      'r2 gone: Cột 4 10 → , Cột 5 11 → , Cột 6 110 → , Cột 7 Vượt → ',
      'r3 changed: Cột 2 Rừng → Rừng',
      'r4 new: Cột 4  → 5, Cột 5  → 6, Cột 6  → 120, Cột 7  → Vượt',
    ],
  ],
])('the filter "%s" leaves what it says', (filter, lines) => {
  const told = differentRows(update, filter).map(({ row, state, cells }) => {
    const texts = cells.map(({ name, before: was, after: is }) => `${name} ${was} → ${is}`)
    return `${row.tag} ${state}: ${texts.join(', ')}`
  })
  expect(told).toEqual(lines)
})

test('overrides are told beside their rows, and those that stay are counted', () => {
  const said = differentRows(update, 'all').map(({ row, overrides }) => [row.tag, overrides])
  const one = [{ column: 'Cột 7', text: '', reason: '' }]
  expect(said).toEqual([
    ['r1', one],
    ['r2', one],
    ['r3', []],
    ['r4', []],
  ])
  expect(countsOf(update)).toEqual({
    figures: 1,
    texts: 0,
    stated: 1,
    newRows: 1,
    goneRows: 1,
    moved: 1,
    overrides: 1,
  })
})

test('columns that are new, no longer in the file or called otherwise are named', () => {
  const columns = before.columns.map((column) => {
    if (column.id === 'c4') return { ...column, header: ['Kế hoạch giao'] }
    const { letter: _letter, ...gone } = column
    return column.id === 'c5' ? gone : column
  })
  const fresh = { id: 'c8', tag: 'c8', order: 'z', role: 'note', header: ['Ghi chú'], letter: 'H' } as const
  expect(columnNews({ before, after: { ...before, columns: [...columns, fresh] } })).toEqual({
    fresh: ['Ghi chú'],
    gone: ['Cột 5'],
    renamed: [{ before: 'Cột 4', after: 'Kế hoạch giao' }],
  })
  expect(columnNews({ before, after: before })).toEqual({ fresh: [], gone: [], renamed: [] })
})
