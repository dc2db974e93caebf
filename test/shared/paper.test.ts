import { describe, expect, it } from 'vitest'
import { calculate } from '../../shared/calculate.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Edit, LessRating, Report } from '../../shared/model.ts'
import { headedColumns, headingsOf, paperTable } from '../../shared/paper.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { build, type BuiltRow } from './building.ts'

function edited(report: Report, ...edits: readonly Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}

const rating = (less: LessRating, base?: string): Edit => ({
  type: 'properties',
  properties: { policy: { ...DEFAULT_POLICY, less, ...(base !== undefined && { base }) } },
})

const override = (row: string, column: string, text: string, reason: string): Edit => ({
  type: 'cell',
  row,
  column,
  text,
  reason,
})

function notesOf(report: Report, options = {}): readonly string[] {
  const [heading, ...notes] = paperTable(report, calculate(report), options).notes
  expect(heading).toBe(notes.length === 0 ? undefined : 'Ghi chú:')
  return notes
}

describe('the note on how lower-is-better is rated', () => {
  const poor = ['1', 'Tỷ lệ hộ nghèo', '%', '10,3', '10,09', '', '']
  const rice = ['2', 'Lúa', 'Ha', '10', '12', '', '']

  it.each<readonly [LessRating, readonly string[]]>([
    ['none', []],
    ['met-is-100', ['Chỉ tiêu càng thấp càng tốt: đạt kế hoạch thì tỷ lệ là 100.']],
    ['plan-by-result', ['Chỉ tiêu càng thấp càng tốt: tỷ lệ = kế hoạch/thực hiện.']],
    ['two-minus', ['Chỉ tiêu càng thấp càng tốt: tỷ lệ = 2 − thực hiện/kế hoạch.']],
  ])('by "%s"', (less, notes) => {
    expect(notesOf(edited(build([poor, rice]), rating(less)))).toEqual(notes)
  })

  it('names the base year of a reduction', () => {
    const report = build([['1', 'Tỷ lệ hộ nghèo', '%', '15', '10,3', '10,09', '']], {
      roles: ['ordinal', 'name', 'unit', 'previous', 'plan', 'actual', 'ratio'],
    })
    expect(notesOf(edited(report, rating('reduction', 'c4')))).toEqual([
      'Chỉ tiêu càng thấp càng tốt: tỷ lệ = (năm gốc − thực hiện)/(năm gốc − kế hoạch), năm gốc là “Cột 4”.',
    ])
  })

  it('is left out where no such ratio is printed', () => {
    const rated = rating('two-minus')
    expect(notesOf(edited(build([rice]), rated))).toEqual([])
    const report = edited(build([poor, rice]), rated)
    expect(notesOf(edited(report, override('r1', 'c6', '100', '')))).toEqual([])
    expect(notesOf(edited(report, { type: 'column', column: 'c6', set: { hidden: true } }))).toEqual([])
    const rows = report.rows.map((row) => (row.id === 'r1' ? { ...row, hidden: true } : row))
    expect(notesOf({ ...report, rows })).toEqual([])
  })
})

describe('the reasons of overruled cells', () => {
  const rows: readonly BuiltRow[] = ['Lúa', 'Ngô', 'Sắn', 'Lạc'].map((name, index) => ({
    texts: [String(index + 1), name, 'Ha', '10', '12', '', ''],
  }))
  const report = edited(
    build(rows),
    override('r1', 'c7', 'Đánh giá cuối năm', 'Do thiên tai'),
    override('r2', 'c6', '100', ''),
    override('r3', 'c7', 'Đạt', ' Do thiên tai'),
    override('r4', 'c7', 'Đạt', 'Số ước'),
  )

  it('are printed on request, each once, numbered from the top', () => {
    expect(notesOf(report, { reasons: true })).toEqual([
      '(1) Sửa tay: Do thiên tai',
      '(2) Sửa tay: không ghi lý do',
      '(3) Sửa tay: Số ước',
    ])
    const table = paperTable(report, calculate(report), { reasons: true })
    const marked = table.rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, text, mark }) =>
        mark === undefined ? [] : [`${row.id} ${column} ${text} ${mark}`],
      ),
    )
    expect(marked).toEqual(['r1 6 Đánh giá cuối năm (1)', 'r2 5 100 (2)', 'r3 6 Đạt (1)', 'r4 6 Đạt (3)'])
  })

  it('are not printed otherwise, nor where the cells are not', () => {
    expect(notesOf(report)).toEqual([])
    const hidden = edited(report, { type: 'column', column: 'c7', set: { hidden: true } })
    expect(notesOf(hidden, { reasons: true })).toEqual(['(1) Sửa tay: không ghi lý do'])
    const { rows: printed } = paperTable(report, calculate(report))
    expect(printed.flatMap(({ cells }) => cells.map(({ mark }) => mark))).not.toContain('(1)')
  })
})

describe('the heading of a plan that was adjusted', () => {
  const values = (row: string, first: string, last: string): Edit => ({
    type: 'planValues',
    row,
    column: 'c4',
    values: [
      { text: '10', decision: first },
      { text: '9', decision: last, date: '2024-06-15' },
    ],
  })
  const report = build([
    ['1', 'Lúa', 'Ha', '10', '12', '', ''],
    ['2', 'Ngô', 'Ha', '10', '12', '', ''],
    ['3', 'Sắn', 'Ha', '', '12', '', ''],
  ])
  const counts = (which: 'first' | 'latest'): Edit => ({
    type: 'column',
    column: 'c4',
    set: { counts: which },
  })

  function heading(of: Report): string {
    const plan = of.columns[3]
    return plan === undefined ? '' : headingsOf(of, plan).join(' | ')
  }

  it.each<readonly [string, readonly Edit[], string]>([
    ['none', [], 'Cột 4'],
    [
      'of every row with a plan',
      [values('r1', '1/QĐ', '45/QĐ'), values('r2', '1/QĐ', '46/QĐ')],
      'Cột 4\n(theo kế hoạch điều chỉnh)',
    ],
    ['of some rows', [values('r1', '1/QĐ', '45/QĐ')], 'Cột 4\n(có điều chỉnh)'],
    [
      'of every row, as first assigned',
      [values('r1', '1/QĐ', '45/QĐ'), values('r2', '1/QĐ', '46/QĐ'), counts('first')],
      'Cột 4\n(theo kế hoạch giao đầu năm)',
    ],
    [
      'of some rows, as first assigned',
      [values('r1', '1/QĐ', '45/QĐ'), counts('first')],
      'Cột 4\n(giao đầu năm)',
    ],
    [
      'a single value',
      [{ type: 'planValues', row: 'r1', column: 'c4', values: [{ text: '10', decision: '1/QĐ' }] }],
      'Cột 4',
    ],
  ])('%s', (_which, edits, wanted) => {
    const after = edited(report, ...edits)
    expect(heading(after)).toBe(wanted)
    expect(
      paperTable(after, calculate(after))
        .header.flat()
        .map(({ text }) => text),
    ).toContain(wanted)
  })

  it('is explained below the table by rows and decisions', () => {
    const one = edited(report, values('r1', '1/QĐ', '45/QĐ-UBND'), values('r2', '', ' 45/QĐ-UBND'))
    expect(notesOf(one)).toEqual(['Kế hoạch đã điều chỉnh: dòng 1, 2 (45/QĐ-UBND ngày 15/06/2024).'])
    const two = edited(report, values('r1', '1/QĐ', '45/QĐ'), values('r2', '', '46/QĐ'), counts('first'))
    expect(notesOf(two)).toEqual(['Kế hoạch giao đầu năm của chỉ tiêu đã điều chỉnh: dòng 1 (1/QĐ); dòng 2.'])
    const hidden = edited(one, { type: 'column', column: 'c4', set: { hidden: true } })
    expect(notesOf(hidden)).toEqual([])
  })

  it('leaves the columns as they are as long as no heading changes', () => {
    expect(headedColumns(report)).toBe(report.columns)
    const after = edited(report, values('r1', '', ''))
    const next = edited(after, override('r2', 'c7', 'Đạt', ''))
    expect(headedColumns(after)).not.toBe(after.columns)
    expect(headedColumns(next)).toBe(headedColumns(after))
  })
})

describe('figures that are not firm', () => {
  const firm = (
    row: string,
    kind: 'actual' | 'estimate' | 'forecast',
    asOf?: string,
    column = 'c5',
  ): Edit => ({
    type: 'metadata',
    row,
    column,
    set: { kind, ...(asOf !== undefined && { asOf }) },
  })
  const texts = (ordinal: string, name: string, result = '12') => [ordinal, name, 'Ha', '10', result, '', '']
  const report = build([
    texts('1', 'Lúa'),
    texts('2', 'Ngô'),
    texts('', 'Ngô lai'),
    texts('3', 'Sắn'),
    texts('4', 'Lạc', ''),
  ])

  it('are told below the table, by kind and day', () => {
    const marked = edited(
      report,
      firm('r1', 'estimate', '2024-06-30'),
      firm('r2', 'forecast'),
      firm('r3', 'estimate', '2024-06-30'),
      firm('r4', 'estimate'),
      firm('r5', 'estimate'),
    )
    expect(notesOf(marked)).toEqual([
      'Số ước ở cột “Cột 5”: dòng 1, “Ngô lai” (đến 30/06/2024); dòng 3.',
      'Số dự kiến ở cột “Cột 5”: dòng 2.',
    ])
    const hidden = marked.rows.map((row) => (row.id === 'r2' ? { ...row, hidden: true } : row))
    expect(notesOf({ ...marked, rows: hidden })).toHaveLength(1)
  })

  it('say nothing of firm ones, nor of estimates under a heading that says so', () => {
    expect(notesOf(edited(report, firm('r1', 'actual', '2024-06-30')))).toEqual([])
    const estimated = build([texts('1', 'Lúa')], {
      roles: ['ordinal', 'name', 'unit', 'plan', 'estimate', 'ratio', 'assessment'],
    })
    expect(notesOf(edited(estimated, firm('r1', 'estimate')))).toEqual([])
    expect(notesOf(edited(estimated, firm('r1', 'forecast')))).toEqual(['Số dự kiến ở cột “Cột 5”: dòng 1.'])
  })
})

describe('digits', () => {
  it('are those of the column, else of the report', () => {
    const report = edited(build([['1', 'Lúa', 'Ha', '30', '31,7', '', '']]), {
      type: 'properties',
      properties: { policy: { ...DEFAULT_POLICY, digits: 0 } },
    })
    const ratioIn = (of: Report) => paperTable(of, calculate(of)).rows[0]?.cells[5]?.text
    expect(ratioIn(report)).toBe('106')
    expect(ratioIn(edited(report, { type: 'column', column: 'c6', set: { digits: 1 } }))).toBe('105,7')
  })
})
