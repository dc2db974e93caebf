import { describe, expect, it } from 'vitest'
import { isMark, splitMark } from '../../shared/marks.ts'
import { withText } from '../../shared/rowText.ts'
import { build } from './building.ts'
import { tableOf } from './layout/sheetOf.ts'

const MARKS = ['-', '–', '—', '−', '+', '*', '•', '●', '○', '▪']

describe('marks', () => {
  it.each(MARKS)('%s is one alone and before a name, imported and typed', (mark) => {
    expect(isMark(mark)).toBe(true)
    const text = `${mark} Đàn lợn`
    const { rows } = tableOf([
      ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện'],
      ['1', 'Tổng đàn', 10, 9],
      [null, text, 5, 4],
    ])
    expect(rows[1]).toMatchObject({ mark, name: 'Đàn lợn' })
    const report = build([['1', 'Bò']])
    const [row, name] = [report.rows[0], report.columns[1]]
    if (row === undefined || name === undefined) throw new Error('missing')
    expect(withText(row, name, { text })).toMatchObject({ mark, name: 'Đàn lợn' })
  })

  it('are none before a figure or alone', () => {
    for (const text of ['-5 %', '- 7,4', '+84', '-', '- ', 'Lúa - ngô']) {
      expect(splitMark(text)).toEqual({ name: text })
    }
  })

  it('leave the rest as typed', () => {
    expect(splitMark(' -“Một cửa”  ')).toEqual({ mark: '-', name: '“Một cửa”  ' })
  })
})
