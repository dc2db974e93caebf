/** What column numbers, formulas of sums, ordinals in names and units behind names tell. */
import { describe, expect, it } from 'vitest'
import { addedRows } from '../../../shared/layout/addedRows.ts'
import { parseFormula } from '../../../shared/layout/formulaText.ts'
import { numberedComparisons } from '../../../shared/layout/numberRow.ts'
import { outlineOrdinals } from '../../../shared/layout/ownOrdinals.ts'
import { unitOfLine, unitsByNames } from '../../../shared/layout/rowUnits.ts'

describe('rows of column numbers', () => {
  it.each([
    ['(3)=(2)/(1)', 'ratio', 2, 1],
    ['3=2/1', 'ratio', 2, 1],
    ['3 = 2/1*100', 'ratio', 2, 1],
    ['3=2/1x100', 'ratio', 2, 1],
    ['3=2:1', 'ratio', 2, 1],
    ['[3]=[2]/[1]%', 'ratio', 2, 1],
    ['3=2-1', 'change', 2, 1],
    ['(3)=(2)-(1)', 'change', 2, 1],
    ['3=(2-1)/1', 'growth', 2, 1],
    ['(3)=((2)-(1))/(1)*100', 'growth', 2, 1],
    ['3=2/1*100-100', 'growth', 2, 1],
  ])('"%s" is a %s of column %s to %s', (text, role, of, to) => {
    const cells = ['1', '2', text].map((number, index) => ({
      row: 1,
      column: index + 1,
      type: 'text' as const,
      text: number,
    }))
    const found = numberedComparisons({ row: 1, cells, unseen: [] })
    expect([...found]).toEqual([[3, { role, of, to, text }]])
  })

  it.each(['3', '3=1+2', '3=5/4', '3=3/1', 'A', '3=1*2'])('"%s" compares nothing', (text) => {
    const cells = ['1', '2', text].map((number, index) => ({
      row: 1,
      column: index + 1,
      type: 'text' as const,
      text: number,
    }))
    expect(numberedComparisons({ row: 1, cells, unseen: [] }).size).toBe(0)
  })
})

describe('formulas that add rows up', () => {
  it.each<[string, readonly number[] | undefined]>([
    ['SUM(E11:E13)', [11, 12, 13]],
    ['=SUM($E$11:$E$12)', [11, 12]],
    ['E11+E12', [11, 12]],
    ['+E11+E13', [11, 13]],
    ['ROUND(E11+E12,1)', [11, 12]],
    ['E11*100', undefined],
    ['SUM(E11,E15:E16)', [11, 15, 16]],
    ['sum(e11;e12)', [11, 12]],
    ['SUM(D11:D13)', undefined],
    ['SUM(E11:F13)', undefined],
    ['E11-E12', undefined],
    ['SUM(E11:E12)/2', undefined],
    ['SUM(E1:E5000)', undefined],
    ['SUM(Sheet2!E1:E5)', undefined],
  ])('%s: %j', (formula, rows) => {
    expect(addedRows(parseFormula(formula, ''), 5)).toEqual(rows)
  })
})

describe('ordinals that count', () => {
  const rows = (...names: readonly string[]) =>
    names.map((name, index) => ({ ordinal: String(index + 1), name }))

  it('are those in the names where the column counts the lines', () => {
    expect(outlineOrdinals(rows('I. Lúa', '1. Xuân', '2. Mùa', 'II. Ngô', '1. Xuân'))).toEqual([
      'I',
      '1',
      '2',
      'II',
      '1',
    ])
  })

  it.each([
    ['few lines', rows('I. Lúa', '1. Xuân', '2. Mùa')],
    ['plain names', rows('Lúa', 'Ngô', 'Sắn', 'Khoai', 'Lạc', 'I. Vừng')],
    [
      'a column that begins anew',
      ['1', '2', '1', '2', '1', '2'].map((ordinal) => ({ ordinal, name: 'I. Lúa' })),
    ],
  ])('are those of the column with %s', (_, numbered) => {
    expect(outlineOrdinals(numbered)).toEqual(numbered.map(({ ordinal }) => ordinal))
  })
})

describe('units', () => {
  const row = (name: string, ancestors: readonly number[] = [], counts = true) => ({
    name,
    unit: '',
    counts,
    ancestors,
  })

  it.each([
    ['Sản lượng (tấn)', 'tấn'],
    ['Diện tích (Nghìn ha)', 'Nghìn ha'],
    ['Dân số (Nghìn người)', 'Nghìn người'],
    ['Tỷ lệ hộ nghèo (%)', '%'],
    ['Năng suất (tạ/ha):', 'tạ/ha'],
    ['Thu khác (kể cả thu hồi)', ''],
    ['Vốn đầu tư (vốn tự có)', ''],
    ['Tổng cộng (I+II)', ''],
    ['Than đá', ''],
  ])('behind the name "%s": "%s"', (name, unit) => {
    expect(unitsByNames([row(name)], '')).toEqual([unit])
  })

  it('are those of the rows above, else of all; rates and headings have none', () => {
    expect(
      unitsByNames(
        [row('Diện tích (ha)', [], false), row('Lúa', [0]), row('Tỷ lệ che phủ', []), row('Thu', [])],
        'triệu đồng',
      ),
    ).toEqual(['', 'ha', '', 'triệu đồng'])
  })

  it.each([
    ['Đơn vị tính: triệu đồng', 'triệu đồng'],
    ['(ĐVT: Nghìn tấn)', 'Nghìn tấn'],
    ['Đơn vị: Triệu đồng.', 'Triệu đồng'],
    ['Tỷ đồng', 'Tỷ đồng'],
    ['Nghìn tấn; triệu USD', ''],
    ['Đơn vị tính: triệu đồng, %', ''],
  ])('in the line "%s": "%s"', (line, unit) => {
    expect(unitOfLine(line)).toBe(unit)
  })
})
