import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTable, parseTable } from '../../../renderer/grid/clipboard.ts'

describe('parseTable', () => {
  it('reads rows and cells as Excel writes them, without a row for the closing line break', () => {
    expect(parseTable('370\t368,77\r\n30\t31,7\r\n')).toEqual([
      ['370', '368,77'],
      ['30', '31,7'],
    ])
    expect(parseTable('\t\n\t')).toEqual([
      ['', ''],
      ['', ''],
    ])
  })

  it('reads a quoted cell with a line break, a tab and doubled quotes in it', () => {
    expect(parseTable('"Khu dân cư\nvăn hóa"\t"a ""b""\tc"')).toEqual([['Khu dân cư\nvăn hóa', 'a "b"\tc']])
  })

  it('takes a quote that does not enclose the cell for an ordinary character', () => {
    expect(parseTable('"Đạt" chuẩn\t5"')).toEqual([['"Đạt" chuẩn', '5"']])
    expect(parseTable('"mở\t1')).toEqual([['"mở', '1']])
  })

  it('reads back what formatTable writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'đ', '"', '\t', '\n', ' ', '1') })
    const table = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTable(formatTable(rows))).toEqual(rows)
        expect(formatTable(rows)).not.toBe('')
      }),
    )
  })
})
