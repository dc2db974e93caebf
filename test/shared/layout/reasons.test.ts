/** Why the recognition decided as it did, as keys that have their texts. */
import { describe, expect, it } from 'vitest'
import english from '../../../resources/locales/en/import.json' with { type: 'json' }
import vietnamese from '../../../resources/locales/vi/import.json' with { type: 'json' }
import { tableOf } from './sheetOf.ts'

const table = tableOf(
  [
    ['SẢN LƯỢNG', null, null, null, 'Đơn vị tính: tấn'],
    ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'Kết luận'],
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    ['1', 'Lúa', 10, 11, 'Vượt'],
    ['2', 'Ngô', 10, 9, 'Không đạt'],
    [null, null, null, 'CHỦ TỊCH'],
  ],
  { hiddenRows: [5] },
)

describe('the reasons of a plan', () => {
  it('name header, end, hidden rows, unit line, period and every column', () => {
    expect(table.reasons).toEqual([
      { key: 'reasonHeaderRows', params: { first: 2, last: 3 } },
      { key: 'reasonNumberRow', params: { row: 3 } },
      { key: 'reasonEndsBeforeSignature', params: { row: 5 } },
      { key: 'reasonHiddenRows', params: { rows: 1 } },
      { key: 'reasonUnitLine', params: { text: 'Đơn vị tính: tấn' } },
      { key: 'reasonPeriodUnknown', params: {} },
      { key: 'header-ordinal', params: { column: 'A', words: 'TT' } },
      { key: 'header-name', params: { column: 'B', words: 'Chỉ tiêu' } },
      { key: 'header-plan', params: { column: 'C', words: 'Kế hoạch' } },
      { key: 'header-actual', params: { column: 'D', words: 'Thực hiện' } },
      { key: 'cells-assessment', params: { column: 'E' } },
    ])
  })

  it('all have texts in both languages that take what they are given', () => {
    for (const texts of [vietnamese, english]) {
      const byKey = new Map<string, unknown>(Object.entries(texts))
      for (const { key, params } of table.reasons) {
        const names = [...String(byKey.get(key)).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
        expect([key, names.toSorted()]).toEqual([key, Object.keys(params).toSorted()])
      }
    }
  })
})
