import { describe, expect, it } from 'vitest'
import { basisOf } from '../../shared/basis.ts'
import { calculate } from '../../shared/calculate.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Edit, Report } from '../../shared/model.ts'
import { paperTable } from '../../shared/paper.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { shown, type Shown } from '../../shared/shown.ts'
import { build, HALF_YEAR } from './building.ts'

function shownIn(report: Report, row: string, column: string): Shown {
  const found = {
    row: report.rows.find(({ id }) => id === row),
    column: report.columns.find(({ id }) => id === column),
  }
  if (found.row === undefined || found.column === undefined) throw new Error(`${row}:${column}`)
  return shown(report, found.row, found.column, calculate(report))
}

function edited(report: Report, ...edits: Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}

/** As an import that knew these columns would have it. */
function restated(report: Report): Report {
  const rows = report.rows.map((row) => ({
    ...row,
    stated: Object.fromEntries(
      report.columns.flatMap((column) => {
        const stated = row.stated[column.id]
        return stated === undefined ? [] : [[column.id, { ...stated, basis: basisOf(report, row, column) }]]
      }),
    ),
  }))
  return { ...report, rows }
}

const typed = (row: string, column: string, text: string): Edit => ({ type: 'cell', row, column, text })

describe('shown', () => {
  const report = build([
    ['1', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'],
    { texts: ['', 'Đàn lợn', 'Con', '1.200', '≥ 99'], kind: 'item', mark: '-' },
  ])

  it('gives texts as typed, and a name with its mark', () => {
    expect(shownIn(report, 'r2', 'c2')).toEqual({ text: '- Đàn lợn', by: 'cell', differs: false })
    expect(shownIn(report, 'r1', 'c1').text).toBe('1')
    expect(shownIn(report, 'r1', 'c3').text).toBe('Ha')
    expect(shownIn(report, 'r2', 'c5').text).toBe('≥ 99')
  })

  it('keeps what the file states, marked where it differs, until something it depends on changes', () => {
    expect(shownIn(report, 'r1', 'c6')).toEqual({ text: '105,66', by: 'stated', differs: true })
    expect(shownIn(report, 'r1', 'c7')).toEqual({ text: 'Vượt', by: 'stated', differs: false })
    const after = edited(report, typed('r1', 'c4', '40'))
    expect(shownIn(after, 'r1', 'c6')).toEqual({ text: '79,25', by: 'computed', differs: false })
    expect(shownIn(after, 'r1', 'c7')).toEqual({ text: 'Không đạt', by: 'computed', differs: false })
    const back = edited(after, typed('r1', 'c4', '30'))
    expect(shownIn(back, 'r1', 'c6')).toEqual({ text: '105,66', by: 'stated', differs: true })
  })

  it('drops a stated verdict when the period asks for other words, not when only the year changes', () => {
    const other = edited(report, { type: 'properties', properties: { period: { kind: 'year', year: 2024 } } })
    expect(shownIn(other, 'r1', 'c7').by).toBe('stated')
    const half = edited(report, { type: 'properties', properties: { period: HALF_YEAR } })
    expect(shownIn(half, 'r1', 'c7').by).toBe('computed')
  })

  it('drops a stated text when a figure is read in another way, not when its reading is confirmed', () => {
    const doubtful = build([['1', 'Ngô', 'Ha', '7', '6.969', '100', 'Vượt']])
    const read = (value: string) => edited(doubtful, { type: 'reading', row: 'r1', column: 'c5', value })
    expect(shownIn(read('6969'), 'r1', 'c6').text).toBe('100')
    expect(shownIn(read('6.969'), 'r1', 'c6')).toEqual({ text: '99,56', by: 'computed', differs: false })
    expect(shownIn(read('6.969'), 'r1', 'c7').text).toBe('Không đạt')
  })

  it('puts what a person overruled before all else', () => {
    const after = edited(report, typed('r1', 'c7', 'Đạt'))
    expect(shownIn(after, 'r1', 'c7')).toEqual({ text: 'Đạt', by: 'override', differs: false })
    expect(shownIn(edited(after, typed('r1', 'c7', '')), 'r1', 'c7').by).toBe('stated')
  })

  it('does not call another spelling of the same figure or word different', () => {
    const spelt = build([
      ['1', 'Lúa', 'Ha', '370', '368,77', '99,670%', 'KHÔNG  ĐẠT'],
      ['2', 'Đảng viên', '%', '>90', '>90', '100', 'Đạt'],
    ])
    expect(shownIn(spelt, 'r1', 'c6').differs).toBe(false)
    expect(shownIn(spelt, 'r1', 'c7').differs).toBe(false)
    // Nothing is computed here, so nothing differs.
    expect(shownIn(spelt, 'r2', 'c6')).toEqual({ text: '100', by: 'stated', differs: false })
  })

  it('works a change and a growth out anew once one of their figures changes, and only then', () => {
    const report = build([['Lúa', 'Ha', '370', '368,77', '350', '105,36', '18,7', '5,3', 'x']], {
      roles: ['name', 'unit', 'plan', 'actual', 'previous', 'ratio', 'change', 'growth', 'note'],
    })
    const columns = report.columns.map((column) =>
      column.role === 'change' || column.role === 'growth' ? { ...column, to: 'c5' } : column,
    )
    const compared = restated({ ...report, columns })
    expect(shownIn(compared, 'r1', 'c7')).toEqual({ text: '18,7', by: 'stated', differs: true })
    expect(shownIn(compared, 'r1', 'c8')).toEqual({ text: '5,3', by: 'stated', differs: true })
    const after = edited(compared, typed('r1', 'c5', '360'))
    expect(shownIn(after, 'r1', 'c7')).toEqual({ text: '8,77', by: 'computed', differs: false })
    expect(shownIn(after, 'r1', 'c8')).toEqual({ text: '2,44', by: 'computed', differs: false })
    const place = after.columns.findIndex(({ id }) => id === 'c7')
    expect(paperTable(after, calculate(after)).rows[0]?.cells[place]?.text).toBe('8,77')
    for (const other of ['c3', 'c9']) {
      expect(shownIn(edited(compared, typed('r1', other, '1')), 'r1', 'c7').by).toBe('stated')
    }
  })

  it('shows no change that any figure of its row has left behind, where its columns are not known', () => {
    const report = build([['Lúa', 'Ha', '370', '368,77', '18,77']], {
      roles: ['name', 'unit', 'plan', 'actual', 'change'],
    })
    const columns = report.columns.map(({ of: _of, to: _to, ...column }) => column)
    const unknown = restated({ ...report, columns })
    expect(shownIn(unknown, 'r1', 'c5').by).toBe('stated')
    for (const figure of ['c3', 'c4']) {
      const after = edited(unknown, typed('r1', figure, '1'))
      expect(shownIn(after, 'r1', 'c5')).toEqual({ text: '', by: 'computed', differs: false })
    }
  })

  it('shows what a person chose: the computed figures of a column, or those of the file again', () => {
    const use = (which: 'computed' | 'file'): Edit => ({
      type: 'stated',
      column: 'c6',
      rows: ['r1'],
      use: which,
    })
    const replaced = edited(report, use('computed'))
    expect(shownIn(replaced, 'r1', 'c6')).toEqual({ text: '105,67', by: 'computed', differs: false })
    expect(shownIn(edited(replaced, use('file')), 'r1', 'c6').text).toBe('105,66')
  })

  it.each([
    ['a direction', { direction: 'less' }, 'Chưa đạt'],
    ['an assessment at the end of the year only', { yearEndOnly: true }, 'Đánh giá cuối năm'],
  ] as const)('drops a stated verdict when a person sets %s', (_about, set, wanted) => {
    const half = build([['1', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt']], { period: HALF_YEAR })
    const after = edited(half, { type: 'row', row: 'r1', set })
    expect(shownIn(after, 'r1', 'c7')).toEqual({ text: wanted, by: 'computed', differs: false })
    const back = edited(after, { type: 'row', row: 'r1', set: { direction: null, yearEndOnly: false } })
    expect(shownIn(back, 'r1', 'c7').by).toBe('stated')
  })

  it('drops a stated ratio where less is better when another method is chosen, and nowhere else', () => {
    const rows = [
      ['1', 'Tỷ lệ hộ nghèo', '%', '10,3', '10,09', '97,96'],
      ['2', 'Ngô', 'Ha', '30', '31,7', '105,66'],
    ]
    const policy = { ...DEFAULT_POLICY, less: 'plan-by-result' as const }
    const after = edited(build(rows), { type: 'properties', properties: { policy } })
    expect(shownIn(after, 'r1', 'c6')).toEqual({ text: '102,08', by: 'computed', differs: false })
    expect(shownIn(after, 'r2', 'c6').by).toBe('stated')
  })

  it('groups thousands in computed figures', () => {
    expect(shownIn(build([['1', 'A', '', '1', '1234,567']]), 'r1', 'c6').text).toBe('123.456,7')
  })
})
