/** What a person corrects in the preview: kinds, levels, rows and columns left out, where the table begins and ends. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctedRows, importedRows } from '../../../shared/layout/correctRows.ts'
import type { PlanCorrections, PlannedRow } from '../../../shared/layout/plan.ts'
import { correctedTable, reportFromTable } from '../../../shared/layout/toReport.ts'
import type { RowKind } from '../../../shared/model.ts'
import { rowLine, tableOf } from './sheetOf.ts'

const table = tableOf([
  ['KẾT QUẢ NĂM 2023'],
  ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Ghi chú'],
  ['I', 'NÔNG NGHIỆP'],
  ['1', 'Trồng trọt', 'Ha', 30, 31],
  ['-', 'Lúa', 'Ha', 10, 11],
  ['-', 'Ngô', 'Ha', 20, 20],
  ['II', 'VĂN HÓA'],
  ['1', 'Làng văn hóa', 'Làng', 5, 5, 'giữ'],
])

function lines(corrections: PlanCorrections): readonly string[] {
  return correctedTable(table, corrections).rows.map(rowLine)
}

describe('corrected rows', () => {
  it('stay as they were recognised without corrections', () => {
    expect(correctedTable(table, {}).rows).toEqual(table.rows)
    expect(lines({ rows: {} })).toEqual([
      '0 section I NÔNG NGHIỆP',
      '1 indicator 1 Trồng trọt (Ha)',
      '2 item - Lúa (Ha)',
      '2 item - Ngô (Ha)',
      '0 section II VĂN HÓA',
      '1 indicator 1 Làng văn hóa (Làng)',
    ])
  })

  it.each<readonly [what: string, corrections: PlanCorrections, changed: readonly string[]]>([
    [
      'a kind',
      { rows: { 5: { kind: 'total' } } },
      ['0 section I NÔNG NGHIỆP', '1 indicator 1 Trồng trọt (Ha)', '2 total - Lúa (Ha)'],
    ],
    [
      'a level moved out',
      { rows: { 5: { kind: 'indicator', level: 1 } } },
      [
        '0 section I NÔNG NGHIỆP',
        '1 indicator 1 Trồng trọt (Ha)',
        '1 indicator - Lúa (Ha)',
        '2 item - Ngô (Ha)',
      ],
    ],
    [
      'a level deeper than the row above allows',
      { rows: { 4: { level: 7 } } },
      ['0 section I NÔNG NGHIỆP', '1 indicator 1 Trồng trọt (Ha)', '1 item - Lúa (Ha)', '1 item - Ngô (Ha)'],
    ],
    [
      'a row left out: those below it take its place',
      { rows: { 4: { leftOut: true } } },
      ['0 section I NÔNG NGHIỆP', '1 item - Lúa (Ha)', '1 item - Ngô (Ha)', '0 section II VĂN HÓA'],
    ],
    [
      'a row taken again',
      { rows: { 4: { leftOut: false } } },
      ['0 section I NÔNG NGHIỆP', '1 indicator 1 Trồng trọt (Ha)', '2 item - Lúa (Ha)'],
    ],
    [
      'the header down to a row of the table',
      { headerRows: { first: 2, last: 6 } },
      ['0 section II VĂN HÓA'],
    ],
    ['the last row', { lastRow: 4 }, ['0 section I NÔNG NGHIỆP', '1 indicator 1 Trồng trọt (Ha)']],
  ])('%s', (_, corrections, first) => {
    expect(lines(corrections).slice(0, first.length)).toEqual(first)
  })

  it('end with the last row that was wanted', () => {
    expect(lines({ lastRow: 4 })).toHaveLength(2)
    expect(lines({ headerRows: { first: 2, last: 6 } })).toHaveLength(2)
  })

  it('are an outline whatever is asked for, each row at most one level below the one above it', () => {
    const kinds: readonly RowKind[] = ['section', 'indicator', 'item', 'total']
    const row = fc.record({
      kind: fc.constantFrom(...kinds),
      level: fc.nat(6),
      corrected: fc.option(fc.record({ level: fc.nat(12), leftOut: fc.boolean() }, { requiredKeys: [] }), {
        nil: undefined,
      }),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (specs) => {
        const rows: readonly PlannedRow[] = specs.map(({ kind, level }, index) => {
          const name = `n${index}`
          return { row: index + 1, kind, level, ordinal: '', name, unit: '', hidden: false, cells: {} }
        })
        const corrections = Object.fromEntries(
          specs.flatMap(({ corrected }, index) => (corrected === undefined ? [] : [[index + 1, corrected]])),
        )
        const made = importedRows(correctedRows(rows, { rows: corrections }))
        made.forEach(({ level }, index) => {
          expect(level).toBeLessThanOrEqual((made[index - 1]?.level ?? -1) + 1)
          expect(level).toBeGreaterThanOrEqual(0)
        })
        expect(made.map(({ row: at }) => at)).toEqual(
          rows.filter(({ row: at }) => corrections[at]?.leftOut !== true).map(({ row: at }) => at),
        )
      }),
    )
  })
})

describe('columns left out', () => {
  const report = (corrections: PlanCorrections) => {
    let next = 0
    return reportFromTable(table, corrections, { file: 'a.xlsx', hash: '' }, () => `id${++next}`, '')
  }

  it('are no columns of the report, and nothing of them is in its rows', () => {
    const made = report({ leftOutColumns: [6] })
    expect(made.columns.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E', undefined, undefined])
    expect(JSON.stringify(made.rows)).not.toContain('giữ')
  })

  it('are not missed by what compared them', () => {
    const made = report({ leftOutColumns: [4] })
    expect(made.columns.map(({ role }) => role)).toEqual(['ordinal', 'name', 'unit', 'actual', 'note'])
  })

  it('leave the rows as they were read, but for the columns of their names, ordinals and units', () => {
    const kinds = (corrections: PlanCorrections) => report(corrections).rows.map(({ kind }) => kind)
    expect(kinds({ leftOutColumns: [4, 5] })).toEqual(kinds({}))
    const withoutUnits = report({ leftOutColumns: [3] })
    expect(withoutUnits.rows.map(({ unit }) => unit)).toEqual(['', '', '', '', '', ''])
    expect(withoutUnits.rows.map(({ name }) => name)).toEqual(report({}).rows.map(({ name }) => name))
  })

  it('give their role to none: a role corrected before counts no more', () => {
    const made = report({ leftOutColumns: [6], roles: { 6: 'name' } })
    expect(made.rows[1]).toMatchObject({ name: 'Trồng trọt', ordinal: '1' })
  })
})
