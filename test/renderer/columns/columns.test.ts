import { describe, expect, it } from 'vitest'
import { columnProblems } from '../../../renderer/columns/problems.ts'
import { proposedGroups, proposedText, proposedTo } from '../../../renderer/columns/proposals.ts'
import { wholeColumn } from '../../../renderer/columns/wholeColumn.ts'
import { calculate } from '../../../shared/calculate.ts'
import { applyEdits } from '../../../shared/edit.ts'
import type { Column, Edit, Report, Role } from '../../../shared/model.ts'
import { shown } from '../../../shared/shown.ts'
import { build } from '../../shared/building.ts'

const ROLES: readonly Role[] = [
  'ordinal',
  'name',
  'unit',
  'previous',
  'plan',
  'plan',
  'actual',
  'ratio',
  'assessment',
]

/** Two plans under one heading, results under another. */
function columnsOf(change: (column: Column) => Partial<Column> = () => ({})): readonly Column[] {
  const headers = [
    ['TT'],
    ['Chỉ tiêu'],
    ['ĐVT'],
    ['Cùng kỳ năm 2022'],
    ['Kế hoạch 2023', 'Tỉnh giao'],
    ['Kế hoạch 2023', 'Huyện giao'],
    ['Kết quả năm 2023', 'Thực hiện'],
    ['Kết quả năm 2023', 'Tỷ lệ %'],
    ['Đánh giá'],
  ]
  return build([], { roles: ROLES }).columns.map((column, index) => ({
    ...column,
    header: headers[index] ?? [],
    ...change(column),
  }))
}

function given<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('not there')
  return found
}

const columnIn = (columns: readonly Column[], id: string) => given(columns.find((each) => each.id === id))

describe('proposals for an added column', () => {
  const columns = columnsOf()

  it.each<[Role, string, number, string]>([
    ['ratio', 'c5', 1, '% so với KH tỉnh giao'],
    ['assessment', 'c6', 1, 'Đánh giá so với KH huyện giao'],
    ['ratio', 'c4', 1, '% so với cùng kỳ'],
    ['change', 'c4', 1, 'Tăng, giảm so với cùng kỳ'],
    ['growth', 'c4', 1, 'Tốc độ tăng so với cùng kỳ (%)'],
    ['growth', 'c4', 5, 'Tăng bình quân năm so với cùng kỳ (%)'],
  ])('%s against %s', (role, to, steps, text) => {
    const assigners = { c5: 'province', c6: 'district' } as const
    const named = columnsOf(({ id }) => (id === 'c5' || id === 'c6' ? { assignedBy: assigners[id] } : {}))
    if (role !== 'ratio' && role !== 'change' && role !== 'growth' && role !== 'assessment') throw new Error()
    expect(proposedText(role, columnIn(named, to), named, steps)).toBe(text)
  })

  it.each<[readonly string[], Partial<Column>, string]>([
    [['Kế hoạch 2023'], {}, '% so với kế hoạch 2023'],
    [['KH 2023'], {}, '% so với KH 2023'],
    [['Kế hoạch', 'Huyện giao'], {}, '% so với KH huyện giao'],
    [['Đến năm 2025'], { term: true }, '% so với KH nhiệm kỳ'],
  ])('names a plan headed %j', (header, set, text) => {
    const named = columnsOf(({ id }) => (id === 'c5' ? { header, ...set } : {}))
    expect(proposedText('ratio', columnIn(named, 'c5'), named)).toBe(text)
  })

  it('compares a second ratio with the plan that none measures yet, a growth with what was before', () => {
    expect(columnIn(columns, 'c8').to).toBe('c6')
    expect(proposedTo('ratio', columns)).toBe('c5')
    expect(proposedTo('growth', columns)).toBe('c4')
    expect(
      proposedTo(
        'ratio',
        columns.filter(({ id }) => id !== 'c5'),
      ),
    ).toBeUndefined()
  })

  it('stands under the heading of results, not of plans, and tears none apart', () => {
    expect(proposedGroups(columnIn(columns, 'c8'), columns)).toEqual(['Kết quả năm 2023'])
    expect(proposedGroups(columnIn(columns, 'c6'), columns)).toEqual([])
    expect(proposedGroups(columnIn(columns, 'c5'), columns)).toEqual(['Kế hoạch 2023'])
    expect(proposedGroups(columnIn(columns, 'c9'), columns)).toEqual([])
  })
})

describe('columnProblems', () => {
  const report: Report = {
    ...build([['1', 'Lúa', 'Ha', '1', '2', '3', '4']], { roles: ROLES }),
    columns: columnsOf(),
  }

  function problems(id: string, ...edits: readonly Edit[]) {
    const applied = applyEdits(report, edits)
    if (!applied.ok) throw new Error(applied.failure.reason)
    const after = applied.value.report
    const { role, compared, steps, counts } = columnProblems(report, after, columnIn(after.columns, id))
    return [role, compared, steps, counts].flatMap((each) => each?.key.replace('settings:', '') ?? [])
  }
  const set = (column: string, settings: Extract<Edit, { type: 'column' }>['set']): Edit => ({
    type: 'column',
    column,
    set: settings,
  })

  it.each<[string, Edit[], string, string[]]>([
    ['a usual ratio', [], 'c8', []],
    ['a column with itself', [set('c8', { of: 'c5', to: 'c5' })], 'c8', ['comparedSame']],
    ['a plan by its result', [set('c8', { of: 'c5', to: 'c7' })], 'c8', ['comparedTurned']],
    ['an assessment without a plan', [set('c9', { to: 'c4' })], 'c9', ['comparedNoPlan']],
    ['a ratio of the same period before', [set('c8', { to: 'c4' })], 'c8', []],
    ['a second column of names', [set('c4', { role: 'name' })], 'c4', ['roleTaken']],
    ['no column of names', [set('c2', { role: 'text' })], 'c2', ['roleNoName']],
    ['adjusted plans that nobody noted', [], 'c5', ['countsNone']],
    [
      'adjusted plans',
      [
        {
          type: 'planValues',
          row: 'r1',
          column: 'c5',
          values: [
            { text: '2', decision: '' },
            { text: '3', decision: '' },
          ],
        },
      ],
      'c5',
      [],
    ],
  ])('%s', (_, edits, id, keys) => {
    expect(problems(id, ...edits)).toEqual(keys)
  })

  it('compares the years of an average growth with those of its columns', () => {
    const growth = (of: number | undefined, to: number | undefined, steps?: number) => {
      const columns = columnsOf(({ id }) =>
        id === 'c7'
          ? { year: of }
          : id === 'c4'
            ? { year: to }
            : id === 'c8'
              ? { role: 'growth', to: 'c4', steps }
              : {},
      )
      const after = { ...report, columns }
      return columnProblems(after, after, columnIn(columns, 'c8')).steps
    }
    expect(growth(2025, 2020)).toEqual({
      key: 'settings:stepsDiffer',
      params: { from: 2020, until: 2025, n: 5 },
    })
    expect(growth(2025, 2020, 5)).toBeUndefined()
    expect(growth(2025, undefined)).toBeUndefined()
    expect(growth(2023, 2023)?.key).toBe('settings:stepsSameYear')
    expect(growth(2020, 2025)?.key).toBe('settings:stepsBack')
  })
})

describe('wholeColumn', () => {
  const report = build([
    ['1', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'],
    ['2', 'Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt'],
    ['3', 'Điện', '%', '>90', '>90', '100', 'Đạt'],
    ['4', 'Khoai', 'Ha', '20', '10', '50', 'Không đạt'],
  ])
  const overruled: Report = {
    ...report,
    rows: report.rows.map((row) =>
      row.id === 'r4' ? { ...row, overrides: { c6: { text: '51', reason: '' } } } : row,
    ),
  }
  const ratio = columnIn(report.columns, 'c6')
  const after = (before: Report, edits: readonly Edit[]) => {
    const applied = applyEdits(before, edits)
    if (!applied.ok) throw new Error(applied.failure.reason)
    return applied.value.report
  }
  const texts = (of: Report) => of.rows.map((row) => shown(of, row, ratio, calculate(of)).text)

  it('takes the computed values, but not where a person overruled', () => {
    const taken = wholeColumn(overruled, calculate(overruled), ratio, 'computed')
    expect(taken).toMatchObject({ cells: 3, changed: 1, emptied: 1, overrides: 1, settled: 0 })
    expect(texts(after(overruled, taken.edits))).toEqual(['105,67', '99,67', '', '51'])
    expect(taken.edits).toHaveLength(1)
  })

  it('takes the file’s again, and lets what is found of them stand', () => {
    const before = after(overruled, wholeColumn(overruled, calculate(overruled), ratio, 'computed').edits)
    const kept = wholeColumn(before, calculate(before), ratio, 'file')
    expect(kept).toMatchObject({ cells: 3, changed: 2, emptied: 0, overrides: 1 })
    expect(kept.settled).toBeGreaterThan(0)
    const again = after(before, kept.edits)
    expect(texts(again)).toEqual(['105,66', '99,67', '100', '51'])
    expect(wholeColumn(again, calculate(again), ratio, 'file').edits).toEqual([])
  })

  it('has nothing to do where nothing is stated', () => {
    const plain = build([['1', 'Ngô', 'Ha', '30', '31,7']])
    expect(wholeColumn(plain, calculate(plain), ratio, 'computed').edits).toEqual([])
  })
})
