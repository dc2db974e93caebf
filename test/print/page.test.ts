import { describe, expect, it } from 'vitest'
import { bands } from '../../electron/print/bands.ts'
import { breakableHtml, escapeHtml, withSlots } from '../../electron/print/html.ts'
import { measuringDocument, printedDocument } from '../../electron/print/page.ts'
import { calculate } from '../../shared/calculate.ts'
import type { Report } from '../../shared/model.ts'
import { paperTable } from '../../shared/paper.ts'
import { changed, everyKind, wide } from '../outputReports.ts'
import { build } from '../shared/building.ts'
import { importFixture } from '../shared/importing.ts'

const setting = { landscape: false, fontSize: 12 }

function htmlOf(report: Report): string {
  return measuringDocument(report, [paperTable(report, calculate(report))], setting)
}

/** The cells of each row, by their texts and spans: "Chỉ tiêu↓2". */
function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, cells]) =>
    [...(cells ?? '').matchAll(/<t[hd]([^>]*)>(.*?)<\/t[hd]>/gs)].map(([, attributes, text]) => {
      const across = /colspan="(\d+)"/.exec(attributes ?? '')?.[1]
      const down = /rowspan="(\d+)"/.exec(attributes ?? '')?.[1]
      return `${text ?? ''}${across ? `→${across}` : ''}${down ? `↓${down}` : ''}`
    }),
  )
}

describe('the table on paper', () => {
  it('has the merged header of the source', () => {
    expect(rowsOf(htmlOf(importFixture('luc-binh-2023'))).slice(0, 2)).toEqual([
      [
        'TT↓2',
        'Chỉ tiêu↓2',
        'Đơn vị↓2',
        'Kế hoạch 2023↓2',
        'Kết quả năm 2023→2',
        'Ghi chú (vượt, đạt, không đạt)↓2',
      ],
      ['Thực hiện', 'Tỷ lệ%'],
    ])
  })

  it('names a column that the program added', () => {
    expect(rowsOf(htmlOf(importFixture('bac-kan-6-thang-2024')))[0]?.at(-1)).toBe('Tỷ lệ %')
  })

  it('shows what is shown: the override, else what the file states, else what is computed', () => {
    const rows = rowsOf(htmlOf(everyKind()))
    expect(rows.find((row) => row[1] === 'Diện tích lúa')?.slice(3)).toEqual([
      '2.225,4',
      '2.352,97',
      '105,73',
      'Vượt',
      '',
    ])
    expect(rows.find((row) => row[1] === 'Hộ kinh doanh')?.slice(5, 7)).toEqual([
      '105,68',
      'Đánh giá cuối năm',
    ])
    expect(rows.find((row) => row[1] === '- Đàn lợn')?.slice(5, 7)).toEqual(['74,85', ''])
  })

  it('has section names in bold across the row', () => {
    const html = htmlOf(everyKind())
    expect(rowsOf(html)).toContainEqual(['A', 'KINH TẾ→7'])
    expect(html).toContain('<tr class="bold"><td class="centre">A</td>')
  })

  it('does not merge a section that says something beside its name', () => {
    const report = build([{ kind: 'section', texts: ['I', 'Kinh tế', '', '', '', '', '', 'xem phụ lục'] }], {
      roles: ['ordinal', 'name', 'unit', 'plan', 'actual', 'ratio', 'assessment', 'note'],
    })
    expect(rowsOf(htmlOf(report))).toContainEqual(['I', 'Kinh tế', '', '', '', '', '', 'xem phụ lục'])
  })

  it('leaves hidden columns and rows out', () => {
    const html = htmlOf(changed(everyKind(), {}, { 7: { hidden: true } }, { 1: { hidden: true } }))
    expect(html).not.toContain('Ghi chú')
    expect(html).not.toContain('Diện tích lúa')
    expect(rowsOf(html)).toContainEqual(['A', 'KINH TẾ→6'])
  })

  it('says nothing of notes, sources and reasons', () => {
    const html = htmlOf(changed(everyKind(), {}, {}, { 1: { note: 'hỏi lại thống kê' } }))
    expect(html).not.toContain('hỏi lại thống kê')
    expect(html).not.toContain('chưa chốt')
  })
})

describe('the lines around the table', () => {
  it('are letterhead, title as typed, subtitle and signature', () => {
    const html = htmlOf(changed(everyKind(), { title: 'Phụ lục I\nBiểu kết quả 6 tháng' }))
    expect(html).toContain('<h1 class="title">Phụ lục I</h1>')
    expect(html).toContain('<h1 class="title">Biểu kết quả 6 tháng</h1>')
    expect(html).toMatch(/<p class="subtitle">\(Kèm theo Báo cáo số 12\/BC-UBND/)
    expect(html).toContain(
      '<p style="font-size:12pt;font-weight:bold"><span class="part">XÃ LỤC BÌNH</span></p>',
    )
    expect(html).toMatch(/class="signature".*TM. ỦY BAN NHÂN DÂN.*CHỦ TỊCH.*Nguyễn Thị Ánh/s)
  })

  it('are not there where the report has none', () => {
    const html = htmlOf(build([['1', 'Lúa', 'Ha', '1', '1', '', '']])).replace(/<style>.*<\/style>/s, '')
    expect(html).not.toMatch(/letterhead|subtitle|signature|number/)
    expect(htmlOf(changed(build([]), { title: '' }))).not.toContain('class="title-block"')
  })

  it('give room to write by hand where number and day are left open', () => {
    expect(htmlOf(importFixture('bac-kan-6-thang-2024'))).toContain(
      'Báo cáo số<span class="slot"> </span>/BC-UBND ngày<span class="slot"> </span>/6/2024',
    )
    expect(withSlots('ngày tháng năm 2024')).toBe(
      'ngày<span class="slot"> </span>tháng<span class="slot"> </span>năm 2024',
    )
    expect(withSlots('Báo cáo số 05/BC ngày 02/6/2024')).not.toContain('slot')
  })
})

describe('text in HTML', () => {
  it('is escaped, in every place', () => {
    const evil = '<script>alert("&")</script>'
    const report = changed(
      build([['1', evil, evil, evil, evil, evil, evil]]),
      {
        title: evil,
        subtitle: evil,
        letterhead: [{ side: 'left', lines: [evil] }],
        signature: [{ side: 'right', lines: [evil] }],
      },
      { 3: { header: [evil, evil] } },
    )
    const table = paperTable(report, calculate(report))
    const page = { table, columnWidths: [], rows: { start: 0, end: 1 }, title: true, signature: true }
    for (const html of [htmlOf(report), printedDocument(report, [page], setting)]) {
      expect(html).not.toMatch(/<script/i)
      expect(html).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)')
    }
  })

  it('is composed Unicode', () => {
    expect(escapeHtml('Đạt'.normalize('NFD'))).toBe('Đạt')
  })

  it('can be broken only in words that would never fit', () => {
    expect(breakableHtml('hợp vệ sinh')).toBe('hợp vệ sinh')
    expect(breakableHtml('a&'.repeat(15))).toBe(`${'a&amp;'.repeat(10)}<wbr>${'a&amp;'.repeat(5)}`)
  })
})

describe('the pages', () => {
  const report = importFixture('luc-binh-2023')
  const table = paperTable(report, calculate(report))
  const page = (start: number, end: number, title: boolean, signature: boolean) => ({
    table,
    columnWidths: table.columns.map(() => 80),
    rows: { start, end },
    title,
    signature,
  })
  const sections = printedDocument(report, [page(0, 20, true, false), page(20, 32, false, true)], setting)
    .split('<section>')
    .slice(1)

  it('each have the header and their rows', () => {
    expect(sections.map((html) => rowsOf(html).length)).toEqual([22, 14])
    for (const html of sections) expect(html).toContain('<thead><tr><th rowspan="2">TT</th>')
  })

  it('have their number from the second on', () => {
    expect(sections[0]).not.toContain('class="number"')
    expect(sections[1]).toContain('<p class="number">2</p>')
  })

  it('have the title first and the signature last', () => {
    expect(sections.map((html) => html.includes('class="title"'))).toEqual([true, false])
    expect(sections.map((html) => html.includes('class="signature"'))).toEqual([false, true])
  })

  it('have no table where only the signature is left', () => {
    const last = printedDocument(report, [page(0, 32, true, false), page(32, 32, false, true)], setting)
    expect(last.split('<section>')[2]).not.toContain('<table')
  })
})

describe('notes below the table', () => {
  const report = changed(
    everyKind(),
    {},
    {},
    { 3: { overrides: { c7: { text: 'Đạt', reason: 'A <b> & c' } } } },
  )
  const table = paperTable(report, calculate(report), { reasons: true })
  const rows = table.rows.length
  const page = (start: number, end: number) => ({
    table,
    columnWidths: [],
    rows: { start, end },
    title: false,
    signature: false,
  })

  it('are marked in the cell and stand below the last row, escaped', () => {
    const html = printedDocument(report, [page(0, rows + 2)], setting)
    expect(html).toContain('>Đạt<sup>(1)</sup></td>')
    expect(html).toContain(
      '</table>\n<p class="note">Ghi chú:</p>\n<p class="note">(1) Sửa tay: A &lt;b&gt; &amp; c</p>',
    )
    expect(measuringDocument(report, [table], setting)).toContain('<p class="note">(1) Sửa tay')
  })

  it('go on to a page of their own without a table', () => {
    const [, first = '', second = ''] = printedDocument(
      report,
      [page(0, rows), page(rows, rows + 1)],
      setting,
    ).split('<section>')
    expect([first.includes('class="note"'), second.includes('class="note"')]).toEqual([false, true])
    expect(second).not.toContain('<table')
  })

  it('stand below the last band only', () => {
    const noted = { ...paperTable(wide(30, 5), new Map()), notes: ['Ghi chú'] }
    const needs = noted.columns.map(() => ({ least: 100, wanted: 100 }))
    expect(bands(noted, needs, 1000).map(({ notes }) => notes.length)).toEqual([0, 0, 0, 0, 1])
  })
})

describe('bands of a table too wide for any paper', () => {
  const report = wide(30, 20)
  const table = paperTable(report, new Map())
  const cut = bands(
    table,
    table.columns.map(() => ({ least: 100, wanted: 100 })),
    1000,
  )

  it('hold every column once, with ordinal, name and unit leading each', () => {
    expect(cut.map((band) => band.columns.length)).toEqual([10, 10, 10, 10, 5])
    for (const band of cut) {
      expect(band.columns.slice(0, 3).map((column) => column.role)).toEqual(['ordinal', 'name', 'unit'])
    }
    expect(cut.flatMap((band) => band.columns.slice(3))).toEqual(table.columns.slice(3))
  })

  it('have every row with the cells of their columns', () => {
    for (const band of cut) {
      expect(band.rows.map((row) => row.row)).toEqual(table.rows.map((row) => row.row))
      expect(band.rows[0]?.cells.map((cell) => cell.across)).toEqual([1, band.columns.length - 1])
    }
    const cells = cut.flatMap((band) => band.rows[1]?.cells.slice(3).map((cell) => cell.text))
    expect(cells).toEqual(table.rows[1]?.cells.slice(3).map((cell) => cell.text))
  })

  it('merge the groups that they hold', () => {
    expect(cut[0]?.header[0]?.slice(3).map((cell) => [cell.text, cell.across])).toEqual([
      ['Năm 2015', 3],
      ['Năm 2016', 3],
      ['Năm 2017', 1],
    ])
  })

  it('are one for each column that is too wide even alone', () => {
    const each = bands(
      table,
      table.columns.map(() => ({ least: 900, wanted: 900 })),
      1000,
    )
    expect(each).toHaveLength(30)
  })
})
