/** Formulas of a workbook as evidence: what columns compare, which rows add up, and what no formula proves. */
import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaEvidence } from '../../../shared/layout/formulas.ts'
import { parseFormula } from '../../../shared/layout/formulaText.ts'
import { gridOf } from '../../../shared/layout/grid.ts'
import type { PlannedTable } from '../../../shared/layout/plan.ts'
import { reportFromTable } from '../../../shared/layout/toReport.ts'
import type { Report } from '../../../shared/model.ts'
import { sheetOf, tableOf, type CellSpec } from './sheetOf.ts'

/** A cell with a formula, "#" standing for its row, and a made-up result. */
function formula(text: string, shown = '9'): CellSpec {
  return { type: 'number', text: shown, value: shown.replace(/[^\d.-]/g, '') || '0', formula: text }
}

/** What column F says by its formulas in two of two rows: "ratio E/D", "-" for nothing. */
function compared(text: string, shown?: string): string {
  const rows = [10, 11].map((row) => [
    null,
    'Lúa',
    null,
    7,
    9,
    formula(text.replaceAll('#', String(row)), shown),
  ])
  const sheet = sheetOf(rows, { at: { row: 10, column: 1 } })
  const found = formulaEvidence(gridOf(sheet).rows, sheet.name).columns.get(6)
  if (found === undefined) return '-'
  const letter = (column: number) => 'ABCDEFG'.charAt(column - 1)
  return `${found.kind} ${letter(found.of)}/${letter(found.to)}${found.steps === undefined ? '' : ` ${found.steps}`}`
}

describe('what a column compares', () => {
  it.each<[string, string]>([
    ['E#/D#*100', 'ratio E/D'],
    ['=E#/D#*100', 'ratio E/D'],
    ['ROUND(E#/D#*100,2)', 'ratio E/D'],
    ['ROUND(E#/D#,4)*100', 'ratio E/D'],
    ['IF(D#=0,"",E#/D#)', 'ratio E/D'],
    ['IF(D#="","",E#/D#*100)', 'ratio E/D'],
    ['IF(OR(D#=0,E#=""),"",100*E#/D#)', 'ratio E/D'],
    ['IF(D#<>0,E#/D#*100,"-")', 'ratio E/D'],
    ['IF(ISERROR(E#/D#),"",E#/D#*100)', 'ratio E/D'],
    ['IFERROR(E#/D#*100,0)', 'ratio E/D'],
    ['IF(C#="","",E#/D#*100)', 'ratio E/D'],
    ['+E#/D#%', 'ratio E/D'],
    ['E#/(D#/100)', 'ratio E/D'],
    ['SUM(E#/D#*100)', 'ratio E/D'],
    ['PRODUCT(E#/D#,100)', 'ratio E/D'],
    ['$E#/$D#*100', 'ratio E/D'],
    ['e#/d#*100', 'ratio E/D'],
    ['ROUND( E# / D# * 100 ; 1 )', 'ratio E/D'],
    ["'Biểu'!E#/Biểu!D#*100", 'ratio E/D'],
    ['D#/E#*100', 'ratio D/E'],
    ['E#-D#', 'change E/D'],
    ['+E#-D#', 'change E/D'],
    ['-(D#-E#)', 'change E/D'],
    ['SUM(E#,-D#)', 'change E/D'],
    ['(E#-D#)/D#*100', 'growth E/D'],
    ['E#/D#*100-100', 'growth E/D'],
    ['E#*100/D#-100', 'growth E/D'],
    ['(E#/D#-1)*100', 'growth E/D'],
    ['E#/D#-1', 'growth E/D'],
    ['-(1-E#/D#)*100', 'growth E/D'],
    ['((E#/D#)^(1/5)-1)*100', 'growth E/D 5'],
    ['(POWER(E#/D#,1/4)-1)*100', 'growth E/D 4'],
  ])('%s: %s', (text, expected) => {
    expect(compared(text)).toBe(expected)
  })

  it.each([
    'E#/D#*10',
    'E#*D#',
    'E#+D#',
    'E#/$D$10*100',
    'E#/D9*100',
    'F#-1',
    'E#*1.05',
    'IF(E#>D#,"Vượt","Đạt")',
    'IF(E#>D#,E#/D#,D#/E#)',
    'VLOOKUP(B#,A:F,3)',
    "E#/'Biểu khác'!D#*100",
    '#REF!/D#*100',
    'E#/',
    '(E#/D#*100',
    'E#/D#*100)',
    '',
    '"E#/D#"',
    'ngưỡng/D#',
    'constructor(E#/D#)',
    'E#/D#*100&"%"',
  ])('nothing: %s', (text) => {
    expect(compared(text)).toBe('-')
  })

  it('is decided by most of its cells; a shared formula without text proves nothing', () => {
    const rows = (texts: readonly CellSpec[]) => sheetOf(texts.map((cell) => ['Lúa', 7, 9, cell]))
    const kindOf = (texts: readonly CellSpec[]) =>
      formulaEvidence(gridOf(rows(texts)).rows, 'Biểu').columns.get(4)?.kind
    expect(kindOf([formula('C1/B1*100'), formula('C2/B2*100'), 105])).toBe('ratio')
    expect(kindOf([formula('C1/B1*100'), 105, 106])).toBeUndefined()
    expect(kindOf([formula('C1/B1*100'), formula('C2-B2')])).toBeUndefined()
  })
})

describe('which rows add up', () => {
  const sumsOf = (cells: Readonly<Record<number, readonly string[]>>) => {
    const rows = Array.from({ length: 9 }, (_, index) => [
      'Lúa',
      ...(cells[index + 1]?.map((text) => formula(text)) ?? [1, 1]),
    ])
    const sheet = sheetOf(rows)
    return Object.fromEntries(formulaEvidence(gridOf(sheet).rows, sheet.name).sums)
  }

  it.each<[string, readonly number[] | undefined]>([
    ['SUM(B2:B4)', [2, 3, 4]],
    ['B2+B3', [2, 3]],
    ['+B2+B3+B5', [2, 3, 5]],
    ['SUM(B5,B2)', [2, 5]],
    ['SUM(B2:B3,B5:B6)', [2, 3, 5, 6]],
    ['SUM(B2:B3)+B5', [2, 3, 5]],
    ['ROUND(SUM(B2:B3),1)', [2, 3]],
    ['IFERROR(SUM(B2:B3),0)', [2, 3]],
    ['SUBTOTAL(9,B2:B4)', [2, 3, 4]],
    ['SUBTOTAL(109,$B$2:$B$4)', [2, 3, 4]],
    ['SUBTOTAL(1,B2:B4)', undefined],
    ['SUM(B2:C4)', undefined],
    ['SUM(C2:C4)', undefined],
    ['SUM(B1:B4)', undefined],
    ['SUM(B2:B4,B3)', undefined],
    ['B2-B3', undefined],
    ['B2', undefined],
    ['AVERAGE(B2:B4)', undefined],
    ['SUM(B2:B1048576)', undefined],
  ])('%s: %j', (text, rows) => {
    expect(sumsOf({ 1: [text] })[1]).toEqual(rows)
  })

  it('most columns of a row decide', () => {
    expect(sumsOf({ 1: ['B2+B3', 'C2+C3', 'D2+D4'] })[1]).toEqual([2, 3])
    expect(sumsOf({ 1: ['B2+B3', 'C2+C4'] })[1]).toBeUndefined()
  })

  it('a subtotal passes over the subtotals in its range', () => {
    expect(sumsOf({ 1: ['SUBTOTAL(9,B2:B6)'], 4: ['SUBTOTAL(9,B5:B6)'] })).toEqual({
      1: [2, 3, 5, 6],
      4: [5, 6],
    })
  })
})

describe('reading formulas', () => {
  it('takes anything in bounded time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-+*/^%(),;:"A-F1-9 .!$'<>=&SUMIF]*$/)),
        (text) => {
          const read = parseFormula(text, 'Biểu')
          expect(read === undefined || typeof read.type === 'string').toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it.each(['('.repeat(5_000), `${'-'.repeat(5_000)}1`, 'IF('.repeat(1_000), 'A1+'.repeat(10_000)])(
    'a deep or long one is none (%#)',
    (text) => {
      expect(parseFormula(text, 'Biểu')).toBeUndefined()
    },
  )
})

describe('in a table', () => {
  const head = ['TT', 'Chỉ tiêu', 'ĐVT', 'KH tỉnh giao', 'KH huyện giao', 'Thực hiện']

  function table(header: string, text: string, shown?: string): PlannedTable {
    const row = (place: number) => [
      String(place),
      `Chỉ tiêu ${place}`,
      'Ha',
      10 * place,
      20 * place,
      12 * place,
      formula(text.replaceAll('#', String(place + 1)), shown),
    ]
    return tableOf([[...head, header], row(1), row(2), row(3)])
  }
  const last = ({ columns }: PlannedTable) => {
    const { role, of, to } = columns.at(-1) ?? {}
    return [role, of, to]
  }
  const keys = ({ reasons }: PlannedTable) =>
    reasons.map(({ key }) => key).filter((key) => key.includes('Formula'))

  it('formulas say what a ratio compares', () => {
    const found = table('Tỷ lệ %', 'F#/D#*100')
    expect(last(found)).toEqual(['ratio', 6, 4])
    expect(keys(found)).toEqual(['reasonFormulaRatio'])
  })

  it('against the words of the header, which is said', () => {
    const found = table('% so với KH huyện giao', 'F#/D#*100')
    expect(last(found)).toEqual(['ratio', 6, 4])
    expect(keys(found)).toEqual(['reasonFormulaRatio', 'reasonFormulaOverWords'])
  })

  it('of a column whose header says otherwise', () => {
    const found = table('Tỷ lệ %', 'F#/D#*100-100')
    expect(last(found)).toEqual(['growth', 6, 4])
    expect(keys(found)).toEqual(['reasonFormulaGrowth', 'reasonFormulaOverWords'])
  })

  it('of a column whose header says nothing', () => {
    const found = table('Cột 7', 'F#/E#*100')
    expect(last(found)).toEqual(['ratio', 6, 5])
    expect(keys(found)).toEqual(['reasonFormulaRatio'])
    expect(last(table('Cột 7', 'F#-D#')).slice(0, 1)).toEqual(['change'])
  })

  it.each(['F#/D#', 'F#/D#*10', 'F#*2'])('%s makes no ratio of plain figures', (text) => {
    expect(last(table('Bình quân', text)).slice(0, 1)).toEqual(['number'])
  })

  it('a quotient that is shown as per cent does', () => {
    expect(last(table('Cột 7', 'F#/D#', '120%'))).toEqual(['ratio', 6, 4])
  })

  /** I is the sum of 1 and 2 by formula; of 2 the result is missing. */
  function totals(formulas: readonly CellSpec[]): Report {
    const planned = tableOf([
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'],
      ['I', 'Tổng diện tích', 'Ha', ...formulas],
      ['1', 'Lúa', 'Ha', 10, 12],
      ['2', 'Ngô', 'Ha', 20, null],
    ])
    return reportFromTable(planned, {}, { file: 'a.xlsx', hash: 'none' }, randomUUID, '2024-07-01T00:00:00Z')
  }

  it('a row that formulas add up is a sum, though a figure is missing', () => {
    expect(totals([formula('SUM(D3:D4)', '31'), formula('SUM(E3:E4)', '12')]).rows[0]?.rollUp).toBe('sum')
    expect(totals([31, 12]).rows[0]?.rollUp).toBeUndefined()
  })

  it('but not where the outline says otherwise', () => {
    expect(totals([formula('D3+D5', '31'), formula('E3+E5', '12')]).rows[0]?.rollUp).toBeUndefined()
  })
})
