/** Columns added, set and taken away: what they compare, what is still held of the file, what is refused. */
import { describe, expect, it, test } from 'vitest'
import { basisOf } from '../../shared/basis.ts'
import { calculate } from '../../shared/calculate.ts'
import { applyChange, changeBetween, invert, isEmptyChange } from '../../shared/change.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Column, ColumnSettings, Edit, Report } from '../../shared/model.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { shown } from '../../shared/shown.ts'
import { build } from './building.ts'

/** Tên | KH tỉnh | KH huyện | Thực hiện | Ước | Tỷ lệ | Đánh giá */
const twoPlans = () =>
  build([['A', '10', '20', '15', '18', '75', 'Không đạt']], {
    roles: ['name', 'plan', 'plan', 'actual', 'estimate', 'ratio', 'assessment'],
  })

function edited(report: Report, ...edits: Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}

const set = (column: string, settings: ColumnSettings): Edit => ({ type: 'column', column, set: settings })
const add = (id: string, after = 'c6', more: { of?: string; to?: string } = {}): Edit => ({
  type: 'addColumn',
  id,
  after,
  role: 'ratio',
  header: ['So sánh', 'Tỷ lệ % (tỉnh)'],
  ...more,
})

function columnOf(report: Report, id: string): Column {
  const column = report.columns.find((each) => each.id === id)
  if (column === undefined) throw new Error(id)
  return column
}

function shownIn(report: Report, id: string): readonly [text: string, by: string] {
  const [row] = report.rows
  if (row === undefined) throw new Error('no row')
  const { text, by } = shown(report, row, columnOf(report, id), calculate(report))
  return [text, by]
}

describe('what a column compares', () => {
  it('is computed anew as soon as it is something else, and stated again when it is back', () => {
    const other = edited(twoPlans(), set('c6', { to: 'c2' }))
    expect([shownIn(other, 'c6'), shownIn(other, 'c7')]).toEqual([
      ['150', 'computed'],
      ['Không đạt', 'stated'],
    ])
    expect(edited(other, set('c6', { to: 'c3' }))).toEqual(twoPlans())
    const estimate = edited(twoPlans(), set('c7', { of: 'c5' }))
    expect(shownIn(estimate, 'c7')).toEqual(['Không đạt', 'computed'])
  })

  it('still holds where another column has the same texts', () => {
    const report = edited(
      twoPlans(),
      { type: 'cell', row: 'r1', column: 'c2', text: '20' },
      set('c6', { to: 'c2' }),
    )
    expect(shownIn(report, 'c6')).toEqual(['75', 'stated'])
  })

  it('is what an override goes on being about', () => {
    const report = build(
      [{ texts: ['A', '5'] }, { texts: ['B', '', '10', '15', 'Vượt'], kind: 'item', level: 1, mark: '-' }],
      { roles: ['name', 'note', 'plan', 'actual', 'assessment'] },
    )
    const overruled = edited(report, { type: 'cell', row: 'r2', column: 'c5', text: 'Đạt' })
    const after = edited(overruled, set('c2', { role: 'number' }))
    const [, row] = after.rows
    if (row === undefined) throw new Error('no row')
    const basis = basisOf(after, row, columnOf(after, 'c5'))
    expect([row.overrides.c5?.basis, row.stated.c5?.basis]).toEqual([basis, basis])
    expect(overruled.rows[1]?.overrides.c5?.basis).not.toBe(basis)
  })

  it('stays as it was named when other columns change, and follows the default where it was none', () => {
    const named = edited(twoPlans(), set('c6', { to: 'c2' }), set('c5', { role: 'note' }))
    expect([columnOf(named, 'c6').to, columnOf(named, 'c7').to]).toEqual(['c2', 'c3'])
    const back = edited(twoPlans(), set('c6', { role: 'note' }), set('c6', { role: 'ratio', to: 'c2' }))
    expect([columnOf(back, 'c6').of, columnOf(back, 'c6').to]).toEqual(['c4', 'c2'])
  })

  it('is by default the plan of the year where the other is of the term', () => {
    const term = edited(twoPlans(), set('c3', { term: true }))
    expect(columnOf(term, 'c7').to).toBe('c2')
    expect(edited(term, set('c3', { term: false }))).toEqual(twoPlans())
  })
})

describe('the column of the base year', () => {
  it.each([
    ['text', undefined],
    ['previous', 'c3'],
  ] as const)('made %s, leaves the policy with the base %s', (role, base) => {
    const policy = { ...DEFAULT_POLICY, less: 'reduction', base: 'c3' } as const
    const report = edited(twoPlans(), { type: 'properties', properties: { policy } })
    const applied = applyEdits(report, [set('c3', { role })])
    if (!applied.ok) throw new Error(applied.failure.reason)
    const { report: after, change } = applied.value
    expect(after.policy).toEqual({ ...DEFAULT_POLICY, less: 'reduction', ...(base && { base }) })
    const again = { type: 'properties', properties: { policy: after.policy ?? DEFAULT_POLICY } } as const
    expect(isEmptyChange(changeBetween(after, edited(after, again)))).toBe(true)
    expect(applyChange(after, invert(change))).toEqual({ ok: true, value: report })
  })

  it('made text, leaves no policy where nothing else was set', () => {
    const policy = { ...DEFAULT_POLICY, base: 'c3' }
    const report = edited(twoPlans(), { type: 'properties', properties: { policy } })
    expect(edited(report, set('c3', { role: 'text' })).policy).toBeUndefined()
  })
})

describe('an added column', () => {
  it('stands behind the one that was named, with a tag of its own, and compares by default', () => {
    const report = edited(twoPlans(), add('x', 'c6', { to: 'c2' }), add('y'))
    expect(report.columns.map(({ id, tag }) => [id, tag])).toEqual([
      ['c1', 'c1'],
      ['c2', 'c2'],
      ['c3', 'c3'],
      ['c4', 'c4'],
      ['c5', 'c5'],
      ['c6', 'c6'],
      ['y', 'c9'],
      ['x', 'c8'],
      ['c7', 'c7'],
    ])
    expect(columnOf(report, 'x')).toMatchObject({
      added: true,
      of: 'c4',
      to: 'c2',
      header: ['So sánh', 'Tỷ lệ % (tỉnh)'],
    })
    expect(columnOf(report, 'y')).toMatchObject({ of: 'c4', to: 'c3' })
    expect([shownIn(report, 'x'), shownIn(report, 'c6')]).toEqual([
      ['150', 'computed'],
      ['75', 'stated'],
    ])
  })

  it('is taken away with all that was said in it and about it', () => {
    const finding = { code: 'ratio-implausible', column: 'x', seen: '' } as const
    const base = edited(twoPlans(), {
      type: 'properties',
      properties: { policy: { ...DEFAULT_POLICY, digits: 1 } },
    })
    const report = edited(
      base,
      add('x'),
      { type: 'cell', row: 'r1', column: 'x', text: '150', reason: 'theo tỉnh' },
      { type: 'setAside', findings: [{ ...finding, row: 'r1' }, finding], reason: '' },
    )
    expect(edited(report, { type: 'removeColumn', column: 'x' })).toEqual(base)
    const noted = edited(report, set('x', { role: 'number' }), set('c6', { of: 'x' }), {
      type: 'properties',
      properties: { policy: { ...DEFAULT_POLICY, digits: 1, base: 'x' } },
    })
    expect(columnOf(noted, 'c6').of).toBe('x')
    const without = edited(noted, { type: 'removeColumn', column: 'x' })
    expect(columnOf(without, 'c6').of).toBe('c4')
    expect(without).toEqual(base)
  })

  it('keeps what was taken from being given again', () => {
    const taken = { columns: 11, has: (id: string) => id === 'gone' }
    const added = applyEdits(twoPlans(), [add('x')], taken)
    expect(added.ok && columnOf(added.value.report, 'x').tag).toBe('c12')
    const refused = { failure: { code: 'conflict', reason: 'column-id-taken' } }
    expect(applyEdits(twoPlans(), [add('gone')], taken)).toMatchObject(refused)
    for (const id of ['c2', 'r1']) expect(applyEdits(twoPlans(), [add(id)])).toMatchObject(refused)
    expect(applyEdits(twoPlans(), [add('x'), add('x')])).toMatchObject(refused)
  })
})

test.each<[string, Edit]>([
  ['null and false', set('c2', { assignedBy: null, digits: null, steps: null, hidden: false, term: false })],
  ['the latest of adjusted plans', set('c2', { counts: 'latest' })],
  ['its comparison', set('c6', { of: 'c4', to: 'c3' })],
  ['its role', set('c6', { role: 'ratio' })],
  ['the policy of the program', { type: 'properties', properties: { policy: DEFAULT_POLICY } }],
])('set to what it is already, %s, nothing changes', (_, edit) => {
  const applied = applyEdits(twoPlans(), [edit])
  expect(applied.ok && isEmptyChange(applied.value.change)).toBe(true)
})

test('settings are taken away again', () => {
  const some: ColumnSettings = { assignedBy: 'council', counts: 'first', digits: 1, hidden: true, term: true }
  const none: ColumnSettings = {
    assignedBy: null,
    counts: 'latest',
    digits: null,
    hidden: false,
    term: false,
  }
  const report = edited(twoPlans(), set('c2', some))
  expect(columnOf(report, 'c2')).toMatchObject({ ...some })
  expect(edited(report, set('c2', none))).toEqual(twoPlans())
  const other = { ...DEFAULT_POLICY, digits: 1 }
  const rated = edited(twoPlans(), { type: 'properties', properties: { policy: other } })
  expect(rated.policy).toEqual(other)
  expect(edited(rated, { type: 'properties', properties: { policy: DEFAULT_POLICY } })).toEqual(twoPlans())
})

test.each<[string, Edit]>([
  ['column-of-file', { type: 'removeColumn', column: 'c6' }],
  ['column-not-figure', set('c6', { of: 'c1' })],
  ['column-not-figure', set('c6', { to: 'c7' })],
  ['column-not-figure', add('x', 'c6', { of: 'c1' })],
  ['column-unknown', set('c6', { to: 'c9' })],
  ['column-unknown', add('x', 'c6', { to: 'c9' })],
  ['column-unknown', add('x', 'c9')],
  ['column-unknown', { type: 'removeColumn', column: 'c9' }],
  ['column-unknown', { type: 'properties', properties: { policy: { ...DEFAULT_POLICY, base: 'c9' } } }],
  ['column-not-figure', { type: 'properties', properties: { policy: { ...DEFAULT_POLICY, base: 'c6' } } }],
  ['column-not-computed', set('c2', { of: 'c4' })],
])('%s is said of an edit that cannot be', (reason, edit) => {
  expect(applyEdits(twoPlans(), [edit])).toMatchObject({ ok: false, failure: { reason } })
})
