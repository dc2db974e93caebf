import { describe, expect, it } from 'vitest'
import { actionsOf } from '../../../renderer/findings/actions.ts'
import { sharedFix } from '../../../renderer/findings/decisions.ts'
import { linesOf, type Unfolded } from '../../../renderer/findings/list.ts'
import { cellOf, placeOf } from '../../../renderer/findings/place.ts'
import { texts } from '../../../renderer/texts.ts'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import { setAsideEdit } from '../../../shared/check/fixes.ts'
import { applyEdits } from '../../../shared/edit.ts'
import type { Edit, FindingCode, Report } from '../../../shared/model.ts'
import { build } from '../../shared/building.ts'

/** Two ratios cut instead of rounded, one that is wrong, one figure that can be read in two ways. */
const report = build([
  ['1', 'Trồng ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'],
  ['2', 'Trồng lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt'],
  ['3', 'Đàn bò', 'Con', '350', '157', '44,85', 'Không đạt'],
  ['4', 'Đàn trâu', 'Con', '50', '66', '120', 'Vượt'],
  ['5', 'Sản lượng', 'Tấn', '1.500', '1,234.5', '', ''],
])
const t = texts.getFixedT('vi', ['common', 'findings'])

function findingsOf(of: Report, code?: FindingCode) {
  return check(of, calculate(of)).filter((each) => code === undefined || each.code === code)
}

function edited(of: Report, edits: readonly Edit[]): Report {
  const applied = applyEdits(of, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}

function actions(of: Report, unfolded: Unfolded, key: string) {
  const line = linesOf(findingsOf(of), unfolded).find((each) => each.key.startsWith(key))
  if (line === undefined) throw new Error(`no line ${key}`)
  const open = { report: of, computed: calculate(of), undo: null, redo: null }
  return actionsOf(open, line, t).map(({ label, hint }) => `${label} [${hint}]`)
}

describe('a fix for a whole group', () => {
  it('is one edit for all rows of a column, after which none of them is questioned', () => {
    const truncated = findingsOf(report, 'ratio-truncated')
    expect(truncated.map(({ row }) => row)).toEqual(['r1', 'r3'])
    const fix = sharedFix(report, calculate(report), truncated)
    expect(fix).toEqual({
      count: 2,
      edits: [{ type: 'stated', column: 'c6', rows: ['r1', 'r3'], use: 'computed' }],
    })
    const after = edited(report, fix?.edits ?? [])
    expect(findingsOf(after, 'ratio-truncated')).toEqual([])
    expect(findingsOf(after, 'ratio-wrong')).toHaveLength(1)
  })

  it('leaves out what a person must choose', () => {
    const doubtful = findingsOf(report, 'separator-unclear')
    expect(doubtful).toHaveLength(1)
    expect(sharedFix(report, calculate(report), doubtful)).toBeUndefined()
    const all = sharedFix(report, calculate(report), [...doubtful, ...findingsOf(report, 'ratio-truncated')])
    expect(all?.count).toBe(2)
  })

  it('never writes a cell twice: numbers that run on from each other are put right one after the other', () => {
    const numbers = ['1', '2', '3', '5', '6', '7', '9', '10', '11', '12']
    const broken = build(
      numbers.map((ordinal) => [ordinal, `Chỉ tiêu ${ordinal}`, 'Ha', '1', '1', '100', 'Đạt']),
    )
    let state = broken
    expect(findingsOf(state, 'ordinal-broken')).toHaveLength(2)
    for (let round = 0; round < 3 && findingsOf(state, 'ordinal-broken').length > 0; round++) {
      const found = findingsOf(state, 'ordinal-broken')
      const edits = sharedFix(state, calculate(state), found)?.edits ?? []
      const cells = edits.flatMap((edit) => (edit.type === 'cell' ? [`${edit.row} ${edit.column}`] : []))
      expect(new Set(cells).size).toBe(cells.length)
      state = edited(state, edits)
    }
    expect(state.rows.map(({ ordinal }) => ordinal)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ])
  })
})

describe('the buttons', () => {
  it('of a finding name what replaces it', () => {
    expect(actions(report, new Set(['ratio-truncated'] as const), 'ratio-truncated r1')).toEqual([
      'Giữ [G]',
      'Thay bằng 105,67 [T]',
      'Bỏ qua… [B]',
    ])
  })

  it('of a figure that can be read in two ways offer both', () => {
    const offered = actions(report, new Set(['separator-unclear'] as const), 'separator-unclear r5')
    expect(offered).toHaveLength(4)
    expect(offered[1]).toMatch(/^Đọc là .* \[T\]$/)
    expect(offered[2]).toMatch(/^Đọc là .* \[Shift\+T\]$/)
  })

  it('of a group say how many they decide', () => {
    expect(actions(report, new Set(), 'group ratio-truncated')).toEqual([
      'Giữ cả 2 [G]',
      'Thay cả 2 [T]',
      'Bỏ qua cả 2… [B]',
    ])
    expect(actions(report, new Set(), 'group ratio-wrong')).toEqual(['Giữ [G]', 'Thay [T]', 'Bỏ qua… [B]'])
    expect(actions(report, new Set(), 'group separator-unclear')).toEqual(['Giữ [G]', 'Bỏ qua… [B]'])
  })

  it('of what was settled only question it again', () => {
    const kept = edited(report, [setAsideEdit(findingsOf(report, 'ratio-wrong'), '')])
    expect(actions(kept, new Set(['settled'] as const), 'settled ratio-wrong')).toEqual(['Xem lại [X]'])
    expect(actions(kept, new Set(), 'settled')).toEqual([])
  })
})

describe('the place of a finding', () => {
  const [wrong] = findingsOf(report, 'ratio-wrong')
  if (wrong === undefined) throw new Error('no finding')

  it('is its row by ordinal and name, and its column', () => {
    expect(placeOf(report, wrong, t)).toEqual({ row: '4. Đàn trâu', column: 'Cột 6' })
    expect(cellOf(report, wrong)).toEqual({ row: 'r4', column: 'c6' })
  })

  it('tells columns of one name apart by their groups', () => {
    const columns = report.columns.map((column) => ({
      ...column,
      header:
        column.role === 'ratio'
          ? ['Năm 2023', 'Tỷ lệ']
          : column.id === 'c5'
            ? ['Năm 2022', 'Tỷ lệ']
            : column.header,
    }))
    expect(placeOf({ ...report, columns }, wrong, t).column).toBe('Năm 2023 – Tỷ lệ')
  })

  it('of a row without a name is its number, of a whole report the report', () => {
    const rows = report.rows.map((row) => ({ ...row, ordinal: '', name: '' }))
    expect(placeOf({ ...report, rows }, wrong, t).row).toBe('Dòng thứ 4')
    const whole = { code: wrong.code, severity: wrong.severity, params: {} }
    expect(placeOf(report, whole, t)).toEqual({ row: 'Cả biểu', column: '' })
    expect(cellOf(report, whole)).toBeUndefined()
  })

  it('is the name where the column is hidden, and nowhere where the row is', () => {
    const columns = report.columns.map((column) =>
      column.id === 'c6' ? { ...column, hidden: true } : column,
    )
    expect(cellOf({ ...report, columns }, wrong)).toEqual({ row: 'r4', column: 'c2' })
    const rows = report.rows.map((row) => (row.id === 'r4' ? { ...row, hidden: true } : row))
    expect(cellOf({ ...report, rows }, wrong)).toBeUndefined()
  })
})
