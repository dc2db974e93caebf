import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, creationOf, invert, isEmptyChange } from '../../shared/change.ts'
import { calculate } from '../../shared/calculate.ts'
import { applyEdits } from '../../shared/edit.ts'
import { areEqual } from '../../shared/equal.ts'
import {
  ROLES,
  type ChangeLabel,
  type Edit,
  type Report,
  type Role,
  type Row,
  type RowSettings,
} from '../../shared/model.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { shown } from '../../shared/shown.ts'
import { arbitraryEdit } from './arbitraryEdits.ts'
import { build, HALF_YEAR, USUAL } from './building.ts'

function apply(report: Report, ...edits: Edit[]) {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value
}

const typed = (row: string, column: string, text: string, reason?: string): Edit => ({
  type: 'cell',
  row,
  column,
  text,
  ...(reason !== undefined && { reason }),
})
const use = (how: 'computed' | 'file'): Edit => ({
  type: 'stated',
  column: 'c6',
  rows: ['r2', 'r3'],
  use: how,
})
const settle = (reason: string | null): Edit => ({
  type: 'setAside',
  findings: [{ code: 'ratio-truncated', row: 'r2', column: 'c6', seen: '' }],
  reason,
})
const row = (id: string, set: RowSettings): Edit => ({ type: 'row', row: id, set })
const read: Edit = { type: 'reading', row: 'r2', column: 'c4', value: '370' }
const newColumn: Edit = {
  type: 'addColumn',
  id: 'x',
  after: 'c7',
  role: 'change',
  header: ['So sánh', 'Tăng'],
}
const roleOf = (column: string, role: Role): Edit => ({ type: 'column', column, set: { role } })

const usual = () =>
  build([
    { texts: ['I', 'KINH TẾ'], kind: 'section' },
    { texts: ['1', 'Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt'], level: 1 },
    { texts: ['', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'], level: 2, kind: 'item', mark: '-' },
  ])

function rowOf(report: Report, id: string): Row {
  const row = report.rows.find((each) => each.id === id)
  if (row === undefined) throw new Error(id)
  return row
}

describe('applyEdits', () => {
  it('keeps a text exactly as typed and understands it once', () => {
    const { report, change, label } = apply(usual(), typed('r2', 'c5', ' 370,0 '))
    expect(rowOf(report, 'r2').cells.c5).toEqual({ text: ' 370,0 ', quantity: { op: '=', value: '370' } })
    expect(change.rows.map(({ after }) => after?.id)).toEqual(['r2'])
    expect(label).toEqual({ key: 'editCell', params: { row: 'Lúa', column: 'Cột 5', text: '370,0' } })
  })

  it('empties a cell, and forgets what the import noticed about it', () => {
    const flagged = build([{ texts: ['1', 'A', '', '5'], flags: { 3: ['digits-hidden'] } }])
    expect(rowOf(apply(flagged, typed('r1', 'c4', '6')).report, 'r1').cells.c4).toEqual({
      text: '6',
      quantity: { op: '=', value: '6' },
    })
    expect(rowOf(apply(flagged, typed('r1', 'c4', ' ')).report, 'r1').cells).toEqual({})
  })

  it('takes what is shown for the value once it is typed over hidden digits', () => {
    const [shownText, hidden] = ['99,7', '99.67']
    const flagged = build([{ texts: ['1', 'A', '', shownText], flags: { 3: ['digits-hidden'] } }])
    const rows = flagged.rows.map((row) => ({
      ...row,
      cells: {
        c4: {
          text: shownText,
          quantity: { op: '=' as const, value: hidden },
          flags: ['digits-hidden' as const],
        },
      },
    }))
    expect(rowOf(apply({ ...flagged, rows }, typed('r1', 'c4', shownText)).report, 'r1').cells.c4).toEqual({
      text: '99,7',
      quantity: { op: '=', value: '99.7' },
    })
  })

  it('sets ordinal, unit and name of the row, and keeps a typed mark apart from the name', () => {
    const { report } = apply(
      usual(),
      typed('r2', 'c1', '1a'),
      typed('r2', 'c3', 'Tấn'),
      typed('r2', 'c2', '+ Lúa xuân'),
      typed('r3', 'c2', 'Ngô lai'),
    )
    expect(rowOf(report, 'r2')).toMatchObject({ ordinal: '1a', unit: 'Tấn', mark: '+', name: 'Lúa xuân' })
    expect(rowOf(report, 'r3').name).toBe('Ngô lai')
    expect(rowOf(report, 'r3').mark).toBeUndefined()
  })

  it('overrules computed columns and takes that back', () => {
    const overruled = apply(usual(), typed('r2', 'c7', 'Đạt', 'cơ bản đạt'))
    expect(rowOf(overruled.report, 'r2').overrides).toMatchObject({
      c7: { text: 'Đạt', reason: 'cơ bản đạt' },
    })
    expect(overruled.label).toEqual({ key: 'override', params: { row: 'Lúa', column: 'Cột 7', text: 'Đạt' } })
    const cleared = apply(overruled.report, typed('r2', 'c7', ''))
    expect(rowOf(cleared.report, 'r2').overrides).toEqual({})
    expect(cleared.label.key).toBe('clearOverride')
  })

  it('leaves a computed cell empty on purpose, until that is taken back', () => {
    const blank: Edit = { type: 'cell', row: 'r2', column: 'c7', text: '', reason: 'Chưa tính', blank: true }
    const { report, label } = apply(usual(), blank)
    expect(label.key).toBe('overrideBlank')
    expect(rowOf(report, 'r2').overrides).toMatchObject({ c7: { text: '', reason: 'Chưa tính' } })
    const column = report.columns.find(({ id }) => id === 'c7')
    if (column === undefined) throw new Error('There is a c7.')
    expect(shown(report, rowOf(report, 'r2'), column, calculate(report))).toMatchObject({
      text: '',
      by: 'override',
    })
    expect(rowOf(apply(report, typed('r2', 'c7', '')).report, 'r2').overrides).toEqual({})
  })

  it('changes nothing where nothing is different afterwards', () => {
    for (const edits of [
      [typed('r2', 'c4', '370')],
      [typed('r2', 'c7', '')],
      [typed('r2', 'c4', '1'), typed('r2', 'c4', '370')],
      [roleOf('c4', 'plan')],
      [{ type: 'properties', properties: { title: 'Biểu kết quả' } }] satisfies Edit[],
    ]) {
      expect(isEmptyChange(apply(usual(), ...edits).change)).toBe(true)
    }
  })

  it('names several edits by their number, and the others by what they change', () => {
    const edits = [typed('r2', 'c4', '1'), typed('r3', 'c4', '2')]
    expect(apply(usual(), ...edits).label).toEqual({ key: 'editCells', params: { count: 2 } })
    expect(apply(usual(), { type: 'properties', properties: { period: HALF_YEAR } }).label.key).toBe(
      'properties',
    )
    expect(apply(usual(), roleOf('c7', 'note')).label).toEqual({ key: 'column', params: { column: 'Cột 7' } })
  })

  it.each<[string, ChangeLabel, ...Edit[]]>([
    ['a computed column', { key: 'useComputed', params: { column: 'Cột 6', count: 2 } }, use('computed')],
    [
      'the file and what it settles',
      { key: 'useFile', params: { column: 'Cột 6', count: 2 } },
      settle(''),
      use('file'),
    ],
    ['findings alone', { key: 'setAside', params: { count: 2 } }, settle('x'), settle('')],
    ['findings again', { key: 'questionAgain', params: { count: 1 } }, settle(null)],
    [
      'a fix and what it settles',
      { key: 'editCell', params: { row: 'Lúa', column: 'Cột 4', text: '1' } },
      typed('r2', 'c4', '1'),
      settle(''),
    ],
    ['a direction', { key: 'row', params: { row: 'Lúa' } }, row('r2', { direction: 'less' })],
    ['a roll-up', { key: 'rollUp', params: { row: 'Lúa' } }, row('r2', { rollUp: 'sum' })],
    [
      'several rows',
      { key: 'rows', params: { count: 2 } },
      row('r2', { rollUp: 'sum' }),
      row('r3', { yearEndOnly: true }),
    ],
    ['several columns', { key: 'columns', params: { count: 2 } }, roleOf('c6', 'note'), roleOf('c7', 'note')],
    [
      'several kinds',
      { key: 'several', params: { count: 2 } },
      row('r2', { rollUp: 'sum' }),
      typed('r2', 'c4', ''),
    ],
    [
      'a new column with more',
      { key: 'addColumn', params: { column: 'Tăng' } },
      typed('r2', 'c4', '1'),
      newColumn,
    ],
    [
      'a policy',
      { key: 'policy', params: {} },
      { type: 'properties', properties: { policy: DEFAULT_POLICY } },
    ],
    ['a reading', { key: 'reading', params: { row: 'Lúa', column: 'Cột 4', value: '370' } }, read],
  ])('names %s', (_, label, ...edits) => {
    expect(apply(usual(), ...edits).label).toEqual(label)
  })

  it('refuses rows and columns that are not there, all edits together', () => {
    for (const edit of [typed('r9', 'c4', '1'), typed('r2', 'c9', '1'), roleOf('c9', 'note')]) {
      expect(applyEdits(usual(), [typed('r2', 'c4', '1'), edit])).toMatchObject({
        ok: false,
        failure: { code: 'not-found' },
      })
    }
  })

  it('does not touch the report it was given', () => {
    const report = usual()
    const copy = structuredClone(report)
    apply(report, typed('r2', 'c4', '1'), roleOf('c5', 'unit'))
    expect(report).toEqual(copy)
  })
})

describe('another role for a column', () => {
  it('moves what the file stated into cells, and back', () => {
    const noted = apply(usual(), roleOf('c7', 'note')).report
    expect(rowOf(noted, 'r2').cells.c7).toEqual({ text: 'Không đạt' })
    const back = apply(noted, roleOf('c7', 'assessment')).report
    expect(rowOf(back, 'r2').cells.c7).toBeUndefined()
    expect(rowOf(back, 'r2').stated.c7).toEqual(rowOf(usual(), 'r2').stated.c7)
    const retyped = apply(noted, typed('r2', 'c7', 'Vượt'), roleOf('c7', 'assessment')).report
    expect(rowOf(retyped, 'r2').stated.c7?.text).toBe('Vượt')
  })

  it('of figures to a computed one and back keeps what a person said of them', () => {
    const doubtful = apply(
      usual(),
      typed('r2', 'c4', '6.969'),
      { type: 'reading', row: 'r2', column: 'c4', value: '6.969' },
      { type: 'metadata', row: 'r2', column: 'c4', set: { source: 'Chi cục Thuế' } },
    ).report
    const ratio = apply(doubtful, roleOf('c4', 'ratio')).report
    const back = apply(ratio, roleOf('c4', 'plan')).report
    expect(rowOf(back, 'r2').cells.c4).toEqual(rowOf(doubtful, 'r2').cells.c4)
  })

  it('keeps an override and its reason through it', () => {
    const overruled = apply(usual(), typed('r2', 'c7', 'Đạt', 'vì sao')).report
    const noted = apply(overruled, roleOf('c7', 'note')).report
    expect(rowOf(noted, 'r2').cells.c7).toEqual({ text: 'Đạt' })
    expect(rowOf(apply(noted, roleOf('c7', 'assessment')).report, 'r2')).toEqual(rowOf(overruled, 'r2'))
  })

  it('moves the row fields into cells and frees the column that held the wanted one', () => {
    const { report } = apply(usual(), roleOf('c5', 'unit'))
    expect(report.columns.map(({ role }) => role)).toEqual([
      'ordinal',
      'name',
      'text',
      'plan',
      'unit',
      'ratio',
      'assessment',
    ])
    expect(rowOf(report, 'r2')).toMatchObject({ unit: '368,77', cells: { c3: { text: 'Ha' } } })
    expect(rowOf(report, 'r2').cells.c5).toBeUndefined()
    const named = apply(usual(), roleOf('c2', 'text')).report
    expect(rowOf(named, 'r3')).toMatchObject({ name: '', cells: { c2: { text: '- Ngô' } } })
    expect(rowOf(named, 'r3').mark).toBeUndefined()
  })

  it('understands texts that become figures', () => {
    const noted = build([['A', '12,5']], { roles: ['name', 'note'] })
    expect(rowOf(noted, 'r1').cells.c2?.quantity).toBeUndefined()
    expect(rowOf(apply(noted, roleOf('c2', 'plan')).report, 'r1').cells.c2?.quantity).toEqual({
      op: '=',
      value: '12.5',
    })
  })

  it('finds default comparisons anew and keeps those that were named', () => {
    const report = build([['A', '10', '20', '15', '']], {
      roles: ['name', 'plan', 'plan', 'actual', 'ratio'],
    })
    const to = (after: Report) => after.columns.find(({ id }) => id === 'c5')?.to
    expect(to(report)).toBe('c3')
    expect(to(apply(report, roleOf('c3', 'previous')).report)).toBe('c2')
    const named = {
      ...report,
      columns: report.columns.map((column) => (column.id === 'c5' ? { ...column, to: 'c2' } : column)),
    }
    expect(to(apply(named, roleOf('c3', 'previous')).report)).toBe('c2')
    expect(to(apply(named, roleOf('c3', 'previous'), roleOf('c3', 'plan')).report)).toBe('c3')
  })

  it('shows what the file stated as long as that is about the same texts', () => {
    const report = build([['A', '10', '20', '15', '150', 'Vượt']], {
      roles: ['name', 'plan', 'previous', 'actual', 'ratio', 'assessment'],
    })
    const shownIn = (after: Report, column: string) => {
      const found = after.columns.find(({ id }) => id === column)
      if (found === undefined) throw new Error(column)
      const { text, by } = shown(after, rowOf(after, 'r1'), found, calculate(after))
      return [text, by]
    }
    const same = apply(report, roleOf('c4', 'estimate'), roleOf('c3', 'note')).report
    expect(shownIn(same, 'c5')).toEqual(['150', 'stated'])
    expect(shownIn(same, 'c6')).toEqual(['Vượt', 'stated'])
    const other = apply(report, roleOf('c3', 'plan')).report
    expect(shownIn(other, 'c5')).toEqual(['75', 'computed'])
    expect(shownIn(other, 'c6')).toEqual(['Không đạt', 'computed'])
    const none = apply(report, roleOf('c2', 'note')).report
    expect(shownIn(none, 'c5')).toEqual(['', 'computed'])
    expect(shownIn(apply(none, roleOf('c2', 'plan')).report, 'c5')).toEqual(['150', 'stated'])
    const stale = apply(report, typed('r1', 'c2', '11'), roleOf('c3', 'note')).report
    expect(shownIn(stale, 'c5')).toEqual(['136,36', 'computed'])
  })

  it('keeps what the import noticed about a statement', () => {
    const report = build([{ texts: ['A', '10', '15', ''], flags: { 3: ['value-missing'] } }], {
      roles: ['name', 'plan', 'actual', 'assessment'],
    })
    expect(rowOf(apply(report, roleOf('c4', 'ratio')).report, 'r1').stated.c4?.flag).toBe('value-missing')
  })

  it('finds no plan for a column that compares with something else', () => {
    const report = build([['A', '10', '15', '150']], { roles: ['name', 'plan', 'actual', 'note'] })
    const columns = report.columns.map((column) =>
      column.id === 'c4' ? { ...column, withoutPlan: true } : column,
    )
    const after = apply({ ...report, columns }, roleOf('c4', 'ratio')).report.columns.at(-1)
    expect([after?.of, after?.to]).toEqual(['c3', undefined])
  })
})

/** Of these edits those that can be carried out, one after the other. */
function possible(report: Report, edits: readonly Edit[]): readonly Edit[] {
  return edits.reduce<readonly Edit[]>((done, edit) => {
    const more = [...done, edit]
    return applyEdits(report, more).ok ? more : done
  }, [])
}

describe('changes', () => {
  it('are restored exactly by their inverse, and made again by its inverse, whatever the edits', () => {
    const before = build([
      { texts: ['I', 'KINH TẾ', '', '', ''], kind: 'section' },
      { texts: ['1', 'Lúa', 'Ha', '1.5', '3.700', '99,67', 'Không đạt'], level: 1 },
      { texts: ['', 'Xuân', 'Ha', '3.700', '1.5', '105,66', 'Vượt'], level: 2, kind: 'item', mark: '-' },
      { texts: ['', 'Mùa', 'Ha', '21/34', '10'], level: 2, kind: 'item', mark: '-' },
      { texts: ['', 'Cộng', 'Ha'], level: 1, kind: 'total' },
    ])
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(arbitraryEdit(before, ['x1', 'x2']), { minLength: 1, maxLength: 8 }), (edits) => {
        const done = possible(before, edits)
        for (const { type } of done) seen.add(type)
        const { report: after, change } = apply(before, ...done)
        expect(applyChange(before, change)).toEqual({ ok: true, value: after })
        expect(applyChange(after, invert(change))).toEqual({ ok: true, value: before })
        expect(invert(invert(change))).toEqual(change)
        expect(isEmptyChange(change)).toBe(areEqual(before, after))
      }),
      { numRuns: 1000 },
    )
    expect(seen.size).toBe(11)
  })

  it('lose no text of a column that takes on another role', () => {
    fc.assert(
      fc.property(fc.constantFrom(...USUAL.keys()), fc.constantFrom(...ROLES), (place, role) => {
        const after = apply(usual(), roleOf(`c${place + 1}`, role)).report
        const kept = JSON.stringify(after.rows)
        for (const text of ['Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt', 'Ngô', '105,66', 'Vượt']) {
          expect(kept).toContain(text)
        }
      }),
    )
  })

  it('are refused where what they replace is not there', () => {
    const before = usual()
    const { report: after, change } = apply(before, typed('r2', 'c4', '1'))
    const conflict = { ok: false, failure: { code: 'conflict' } }
    expect(applyChange(after, change)).toMatchObject(conflict)
    expect(applyChange(null, change)).toMatchObject(conflict)
    expect(applyChange({ ...before, id: 'other' }, change)).toMatchObject(conflict)
    expect(applyChange({ ...before, rows: before.rows.slice(0, 1) }, change)).toMatchObject(conflict)
  })

  it('create, insert and delete, in the order of the keys', () => {
    const report = usual()
    const { id, rows } = report
    const creation = { ...creationOf(report), rows: creationOf(report).rows.toReversed() }
    const made = applyChange(null, creation)
    expect(made).toEqual({ ok: true, value: { ...report, updatedAt: '' } })
    expect(applyChange(report, creation)).toMatchObject({ ok: false })
    expect(applyChange(report, invert(creation))).toEqual({ ok: true, value: null })

    const [first] = rows
    if (first === undefined) throw new Error('a row')
    const deletion = { report: id, columns: [], rows: [{ before: first, after: null }] }
    const without = applyChange(report, deletion)
    if (!without.ok || without.value === null) throw new Error('deleted')
    expect(without.value.rows.map((row) => row.id)).toEqual(['r2', 'r3'])
    expect(applyChange(without.value, invert(deletion))).toEqual({ ok: true, value: report })
  })
})
