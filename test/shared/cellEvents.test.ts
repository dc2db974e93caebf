import { expect, test } from 'vitest'
import { cellEvents } from '../../shared/cellEvents.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Edit, Report } from '../../shared/model.ts'
import { build } from './building.ts'

const herd = () =>
  build([
    { texts: ['1', 'Hộ nghèo', 'Hộ', '3.700', '30', '1', 'Đạt'] },
    { texts: ['', 'Thôn A', 'Hộ', '1.500', '12'], kind: 'item', level: 1, mark: '-' },
    { texts: ['', 'Thôn B', 'Hộ', '2.300', '18'], kind: 'item', level: 1, mark: '-' },
  ])

function edited(report: Report, edits: readonly Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}

const place = { row: 'r1', column: 'c4' }
const known = (set: Extract<Edit, { type: 'metadata' }>['set']): Edit => ({ type: 'metadata', ...place, set })
const plans = (...texts: readonly string[]): Edit => ({
  type: 'planValues',
  ...place,
  values: texts.map((text, index) => ({ text, decision: index === 0 ? '12/QĐ-UBND' : '' })),
})
const read: Edit = { type: 'reading', ...place, value: '3.7' }
const row = (set: Extract<Edit, { type: 'row' }>['set']): Edit => ({ type: 'row', row: 'r1', set })
const use = (how: 'computed' | 'file'): Edit => ({ type: 'stated', column: 'c6', rows: ['r1'], use: how })
const settle = (reason: string | null, column?: string): Edit => ({
  type: 'setAside',
  findings: [{ code: 'ratio-wrong', row: 'r1', ...(column !== undefined && { column }), seen: '' }],
  reason,
})
const typed = (text: string, column = 'c4'): Edit => ({ type: 'cell', row: 'r1', column, text })

test.each<[name: string, column: string, before: Edit[], edits: Edit[], events: readonly object[]]>([
  ['a date', 'c4', [], [known({ asOf: '2024-06-14' })], [{ key: 'asOf', params: { date: '14/06/2024' } }]],
  ['a source', 'c4', [], [known({ source: 'Thống kê' })], [{ key: 'source', params: { text: 'Thống kê' } }]],
  ['a kind', 'c4', [known({ kind: 'actual' })], [known({ kind: 'forecast' })], [{ key: 'kindForecast' }]],
  [
    'nothing known any more',
    'c4',
    [known({ asOf: '2024-06-14', kind: 'estimate', source: 'x', note: 'y' })],
    [known({ asOf: null, kind: null, source: null, note: null })],
    [{ key: 'asOfNone' }, { key: 'kindNone' }, { key: 'sourceNone' }, { key: 'noteNone' }],
  ],
  [
    'an adjusted plan',
    'c4',
    [],
    [plans('3.700', '3.500')],
    [{ key: 'planValues', params: { values: '3.700 (12/QĐ-UBND) → 3.500' } }],
  ],
  ['adjusted plans taken away', 'c4', [plans('3.700')], [plans()], [{ key: 'planValuesNone' }]],
  ['a reading', 'c4', [], [read], [{ key: 'reading', params: { value: '3,7' } }]],
  ['a reading typed over', 'c4', [read], [typed('38')], []],
  ['parts', 'c5', [], [row({ rollUp: 'sum' })], [{ key: 'followsParts' }]],
  ['parts typed over', 'c5', [row({ rollUp: 'sum' })], [typed('31', 'c5')], [{ key: 'followsPartsNot' }]],
  ['the computed value', 'c6', [], [use('computed')], [{ key: 'useComputed' }]],
  ["the file's value", 'c6', [use('computed')], [use('file')], [{ key: 'useFile' }]],
  ['a direction', 'c7', [], [row({ direction: 'more' })], [{ key: 'directionMore' }]],
  [
    'the proposed direction',
    'c7',
    [row({ direction: 'more' })],
    [row({ direction: null })],
    [{ key: 'directionProposed' }],
  ],
  ['the year end', 'c7', [], [row({ yearEndOnly: true })], [{ key: 'yearEndOnly' }]],
  ['a direction is not told of figures', 'c4', [], [row({ direction: 'more', yearEndOnly: true })], []],
  ['an accepted finding', 'c6', [], [settle('', 'c6')], [{ key: 'accepted', code: 'ratio-wrong' }]],
  [
    'a finding set aside',
    'c6',
    [settle('', 'c6')],
    [settle('tỉnh duyệt', 'c6')],
    [{ key: 'setAside', params: { reason: 'tỉnh duyệt' }, code: 'ratio-wrong' }],
  ],
  [
    'a finding questioned again',
    'c6',
    [settle('', 'c6')],
    [settle(null, 'c6')],
    [{ key: 'questioned', code: 'ratio-wrong' }],
  ],
  ['a finding of another column', 'c7', [], [settle('', 'c6')], []],
  ['a finding of the row', 'c2', [], [settle('')], [{ key: 'accepted', code: 'ratio-wrong' }]],
  ['another text alone', 'c4', [], [typed('38')], []],
])('%s is told in %s', (_, id, before, edits, events) => {
  const was = edited(herd(), before)
  const is = edited(was, edits)
  const [rowBefore] = was.rows
  const [rowAfter] = is.rows
  const column = was.columns.find((each) => each.id === id)
  if (rowBefore === undefined || rowAfter === undefined || column === undefined) throw new Error('no cell')
  expect(cellEvents(rowBefore, rowAfter, column)).toMatchObject(events)
  expect(cellEvents(rowBefore, rowAfter, column)).toHaveLength(events.length)
})
