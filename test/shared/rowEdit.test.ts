/** What is said about rows and cells beside typing: metadata, adjusted plans, readings, statements, settled findings. */
import { describe, expect, it, test } from 'vitest'
import { isEmptyChange } from '../../shared/change.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Cell, Edit, Report, Row } from '../../shared/model.ts'
import { build } from './building.ts'

const place = { row: 'r1', column: 'c4' }

const rice = (plan = '370') => build([['1', 'Lúa', 'Ha', plan, '368,77', '99,67', 'Không đạt']])

function edited(report: Report, ...edits: Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}

function rowOf(report: Report): Row {
  const [row] = report.rows
  if (row === undefined) throw new Error('no row')
  return row
}

const planOf = (report: Report): Cell | undefined => rowOf(report).cells.c4
const typed = (text: string, column = 'c4'): Edit => ({ type: 'cell', row: 'r1', column, text })
const planValues = (...values: readonly (readonly [text: string, decision: string])[]): Edit => ({
  type: 'planValues',
  ...place,
  values: values.map(([text, decision]) => ({ text, decision })),
})
const read = (value: string): Edit => ({ type: 'reading', ...place, value })
const counts = (set: 'first' | 'latest'): Edit => ({ type: 'column', column: 'c4', set: { counts: set } })

describe('metadata', () => {
  const known: Edit = {
    type: 'metadata',
    ...place,
    set: { asOf: '2024-06-14', kind: 'estimate', source: 'Chi cục Thống kê', note: 'số sơ bộ' },
  }

  it('stays with its cell, also of an empty one and when another figure is typed', () => {
    const empty = edited(rice(''), known)
    expect(planOf(empty)).toEqual({
      text: '',
      metadata: { asOf: '2024-06-14', kind: 'estimate', source: 'Chi cục Thống kê', note: 'số sơ bộ' },
    })
    const filled = edited(empty, typed('370'))
    expect(planOf(filled)).toMatchObject({
      text: '370',
      quantity: { value: '370' },
      metadata: { kind: 'estimate' },
    })
    expect(planOf(edited(filled, typed('')))).toEqual({ text: '', metadata: planOf(empty)?.metadata })
  })

  it('changes only what is named; null and "" take away, and nothing known is no metadata', () => {
    const report = edited(rice(), known, { type: 'metadata', ...place, set: { kind: null, source: '' } })
    expect(planOf(report)?.metadata).toEqual({ asOf: '2024-06-14', note: 'số sơ bộ' })
    const none = edited(report, { type: 'metadata', ...place, set: { asOf: null, note: null } })
    expect(planOf(none)).toEqual(planOf(rice()))
    const emptied = edited(rice(''), known, typed(''), {
      type: 'metadata',
      ...place,
      set: { asOf: null, kind: null, source: null, note: null },
    })
    expect(planOf(emptied)).toBeUndefined()
  })
})

describe('an adjusted plan', () => {
  const adjusted = () => edited(rice(), planValues(['370', '12/QĐ-UBND'], ['350,5', '45/QĐ-UBND']))

  it('counts as last adjusted, or as first assigned where the column says so', () => {
    expect(planOf(adjusted())).toEqual({
      text: '350,5',
      quantity: { op: '=', value: '350.5' },
      planValues: [
        { text: '370', quantity: { op: '=', value: '370' }, decision: '12/QĐ-UBND' },
        { text: '350,5', quantity: { op: '=', value: '350.5' }, decision: '45/QĐ-UBND' },
      ],
    })
    const first = edited(adjusted(), counts('first'))
    expect([planOf(first)?.text, planOf(edited(first, counts('latest')))?.text]).toEqual(['370', '350,5'])
    expect(edited(first, counts('latest'))).toEqual(adjusted())
  })

  it('takes a text typed over the value that counts', () => {
    const texts = (report: Report) => [
      planOf(report)?.text,
      ...(planOf(report)?.planValues ?? []).map(({ text }) => text),
    ]
    expect(texts(edited(adjusted(), typed('355')))).toEqual(['355', '370', '355'])
    expect(texts(edited(adjusted(), counts('first'), typed('371')))).toEqual(['371', '371', '350,5'])
    expect(texts(edited(adjusted(), typed('')))).toEqual(['', '370', ''])
    const [, latest] = planOf(edited(adjusted(), typed('nhiều')))?.planValues ?? []
    expect(latest).toEqual({ text: 'nhiều', decision: '45/QĐ-UBND' })
  })

  it('keeps the text that counted when the values are taken away', () => {
    expect(planOf(edited(adjusted(), planValues()))).toEqual({
      text: '350,5',
      quantity: { op: '=', value: '350.5' },
    })
    expect(planOf(edited(rice(''), planValues()))).toBeUndefined()
  })

  it('keeps a reading that was chosen, in the cell and in its value', () => {
    const chosen = edited(rice('3.700'), read('3.7'), planValues(['3.700', '12/QĐ-UBND']))
    expect(planOf(chosen)).toMatchObject({
      quantity: { value: '3.7' },
      chosen: true,
      planValues: [{ quantity: { value: '3.7' } }],
    })
    const later = edited(rice('1'), planValues(['1', ''], ['3.700', '']), read('3.7'))
    expect(planOf(later)?.planValues?.[1]?.quantity?.value).toBe('3.7')
  })
})

describe('a reading', () => {
  test.each([
    ['3.700', '3.7', { op: '=', value: '3.7' }],
    ['3.700', '3.70', { op: '=', value: '3.7' }],
    ['≥ 3.700 ha', '3700', { op: '>=', value: '3700', unit: 'ha' }],
    ['giảm 1.500 hộ', '1.5', { op: '=', value: '1.5', sense: 'decrease', unit: 'hộ' }],
    ['29.3354', '29.3354', { op: '=', value: '29.3354' }],
    ['6.969/6ha', '6.969', { op: '=', value: '6.969', part: '6.969', whole: '6', unit: 'ha' }],
    ['1-1.500', '1.5', { op: '=', low: '1', high: '1.5' }],
  ])('of "%s" as %s is chosen, and the text stays', (text, value, quantity) => {
    expect(planOf(edited(rice(text), read(value)))).toEqual({ text, quantity, chosen: true })
  })

  test.each([
    ['370', '371'],
    ['', '1'],
    ['ba trăm', '300'],
    ['3.700', '-3.7'],
  ])('of "%s" as %s is none', (text, value) => {
    const failure = { code: 'usage', reason: 'reading-unknown', params: { text } }
    expect(applyEdits(rice(text), [read(value)])).toEqual({ ok: false, failure })
  })

  it('is forgotten when another text is typed', () => {
    expect(planOf(edited(rice('3.700'), read('3.7'), typed('3.800')))).toEqual({
      text: '3.800',
      quantity: { op: '=', value: '3800' },
    })
  })
})

describe('what the file states', () => {
  it('gives way to the computed value and comes back, the text kept all the while', () => {
    const use = (use: 'computed' | 'file'): Edit => ({ type: 'stated', column: 'c6', rows: ['r1'], use })
    const computed = edited(rice(), use('computed'))
    expect(rowOf(computed).stated.c6).toEqual({ ...rowOf(rice()).stated.c6, replaced: true })
    expect(edited(computed, use('file'))).toEqual(rice())
  })
})

describe('a finding', () => {
  const settle = (reason: string | null, row?: string): Edit => ({
    type: 'setAside',
    findings: [{ code: 'ratio-wrong', ...(row !== undefined && { row }), column: 'c6', seen: '{}' }],
    reason,
  })

  it('is let stand for a reason, for another one, and questioned again', () => {
    const entry = { code: 'ratio-wrong', column: 'c6', seen: '{}' }
    const stands = edited(rice(), settle('', 'r1'), settle('tỉnh đã duyệt', 'r1'))
    expect(rowOf(stands).setAside).toEqual([{ ...entry, reason: 'tỉnh đã duyệt' }])
    expect(edited(stands, settle(null, 'r1'))).toEqual(rice())
    const ofReport = edited(rice(), settle('đúng như vậy'))
    expect([ofReport.setAside, rowOf(ofReport).setAside]).toEqual([
      [{ ...entry, reason: 'đúng như vậy' }],
      undefined,
    ])
    expect(edited(ofReport, settle(null))).toEqual(rice())
  })
})

describe('a row that follows its parts', () => {
  const herd = () =>
    build([
      { texts: ['1', 'Tổng đàn', 'Con', '', '30'] },
      { texts: ['', 'Trâu', 'Con', '10', '12'], kind: 'item', level: 1, mark: '-' },
      { texts: ['', 'Bò', 'Con', '20', '18'], kind: 'item', level: 1, mark: '-' },
    ])
  const follow = (rollUp: 'sum' | null): Edit => ({ type: 'row', row: 'r1', set: { rollUp } })

  it('is worked out with the edits of its parts, in one change', () => {
    const applied = applyEdits(edited(herd(), follow('sum')), [
      { type: 'cell', row: 'r2', column: 'c4', text: '11' },
    ])
    if (!applied.ok) throw new Error(applied.failure.reason)
    expect(planOf(applied.value.report)).toEqual({
      text: '31',
      quantity: { op: '=', value: '31' },
      rolledUp: true,
    })
    expect(applied.value.change.rows.map(({ after }) => after?.id)).toEqual(['r1', 'r2'])
  })

  it('keeps what is typed over it, and follows again when that is emptied', () => {
    const typedOver = edited(herd(), follow('sum'), typed('35'))
    expect(planOf(typedOver)).toEqual({ text: '35', quantity: { op: '=', value: '35' } })
    expect(planOf(edited(typedOver, typed('')))).toMatchObject({ text: '30', rolledUp: true })
  })

  it('has values of its own once its plan is an adjusted one', () => {
    const adjusted = edited(herd(), follow('sum'), planValues(['30', '12/QĐ-UBND'], ['40', '45/QĐ-UBND']))
    expect(planOf(adjusted)).toMatchObject({ text: '40' })
    expect(planOf(adjusted)?.rolledUp).toBeUndefined()
  })
})

test.each<[string, Edit]>([
  ['direction', { type: 'row', row: 'r1', set: { direction: null } }],
  ['year end', { type: 'row', row: 'r1', set: { yearEndOnly: false } }],
  ['roll-up', { type: 'row', row: 'r1', set: { rollUp: null } }],
  ['metadata', { type: 'metadata', ...place, set: { source: '', kind: null } }],
  ['plan values', { type: 'planValues', ...place, values: [] }],
  ['statement', { type: 'stated', column: 'c6', rows: ['r1'], use: 'file' }],
  ['finding', { type: 'setAside', findings: [{ code: 'ratio-wrong', row: 'r1', seen: '' }], reason: null }],
  ['findings', { type: 'setAside', findings: [], reason: 'x' }],
])('%s set to what it is already changes nothing', (_, edit) => {
  const applied = applyEdits(rice(), [edit])
  expect(applied.ok && isEmptyChange(applied.value.change)).toBe(true)
})

test.each<[string, string, Edit]>([
  ['column-without-cells', 'c6', { type: 'metadata', row: 'r1', column: 'c6', set: { note: 'x' } }],
  ['column-without-cells', 'c2', { type: 'metadata', row: 'r1', column: 'c2', set: { note: 'x' } }],
  ['column-not-plan', 'c5', { type: 'planValues', row: 'r1', column: 'c5', values: [] }],
  ['column-not-computed', 'c4', { type: 'stated', column: 'c4', rows: ['r1'], use: 'computed' }],
])('%s: %s', (reason, column, edit) => {
  const params = { column: `Cột ${column.slice(1)}` }
  expect(applyEdits(rice(), [edit])).toEqual({ ok: false, failure: { code: 'usage', reason, params } })
})

test.each<Edit>([
  { type: 'row', row: 'r9', set: {} },
  { type: 'metadata', row: 'r9', column: 'c4', set: {} },
  { type: 'planValues', row: 'r1', column: 'c9', values: [] },
  { type: 'reading', row: 'r9', column: 'c4', value: '1' },
  { type: 'stated', column: 'c6', rows: ['r1', 'r9'], use: 'computed' },
  { type: 'setAside', findings: [{ code: 'ratio-wrong', row: 'r9', seen: '' }], reason: '' },
  { type: 'setAside', findings: [{ code: 'ratio-wrong', column: 'c9', seen: '' }], reason: '' },
])('$type of what is not there is refused', (edit) => {
  expect(applyEdits(rice(), [edit])).toMatchObject({ failure: { code: 'not-found' } })
})
