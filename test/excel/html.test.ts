/** Web pages that hold tables, as many systems save them under the name .xls. */
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { cellsByAddress, read, refusal } from './xlsx.ts'

function textsOf(page: string): Readonly<Record<string, string>> {
  const [sheet] = read(Buffer.from(page)).sheets
  return Object.fromEntries(
    Object.entries(sheet ? cellsByAddress(sheet) : {}).map(([address, { text = '' }]) => [address, text]),
  )
}

const page = (body: string): string =>
  `<html><head><title>Biểu</title><style>td { a: b }</style></head><body>${body}</body></html>`
const table = (rows: string): string => page(`<table>${rows}</table>`)

test.each<[name: string, page: string, expected: Readonly<Record<string, string>>]>([
  [
    'a table',
    table('<tr><th>TT<th>Chỉ tiêu</tr><tr><td>1</td><td>Diện tích</td></tr>'),
    { A1: 'TT', B1: 'Chỉ tiêu', A2: '1', B2: 'Diện tích' },
  ],
  [
    'cells and rows that nobody closes',
    table('<tr><td>a<td>b<tr><td>c<td>d'),
    { A1: 'a', B1: 'b', A2: 'c', B2: 'd' },
  ],
  [
    'cells across and down',
    table('<tr><td rowspan=2>a<td colspan="2">b<td>c</tr><tr><td>d<td>e<td>f</tr><tr><td>g</tr>'),
    { A1: 'a', B1: 'b', D1: 'c', B2: 'd', C2: 'e', D2: 'f', A3: 'g' },
  ],
  [
    'empty cells and rows keep their place',
    table('<tr><td>&nbsp;<td>a</tr><tr></tr><tr><td></td><td>b</tr>'),
    { B1: 'a', B3: 'b' },
  ],
  [
    'white space and breaks',
    table('<tr><td>\n  Ghi  chú<br>(vượt,\n đạt)<p>x</p> </td></tr>'),
    { A1: 'Ghi chú\n(vượt, đạt)\nx' },
  ],
  ['entities', table('<tr><td>a &lt; b &amp; c &#8805; 9 &aacute;</td></tr>'), { A1: 'a < b & c ≥ 9 á' }],
  [
    'lines around tables',
    page('<h2>BIỂU KẾT QUẢ</h2><p>(Kèm theo)</p><table><tr><td>a</table><div>Người lập</div>'),
    { A1: 'BIỂU KẾT QUẢ', A2: '(Kèm theo)', A3: 'a', A4: 'Người lập' },
  ],
  [
    'two tables, one below the other',
    page('<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>'),
    { A1: 'a', B1: 'b', A2: 'c', B2: 'd' },
  ],
  [
    'a table within a cell of the page',
    table('<tr><td>Tiêu đề <table><tr><td>a<td>b</tr><tr><td>c</tr></table> Cuối</td></tr>'),
    { A1: 'Tiêu đề', A2: 'a', B2: 'b', A3: 'c', A4: 'Cuối' },
  ],
  [
    'what is not shown',
    table(
      '<tr><td>a<script>var x = "<td>"</script><span style="display: none">b</span><!-- c --></td><td hidden>d</td></tr>',
    ),
    { A1: 'a' },
  ],
])('%s', (_, html, expected) => {
  expect(textsOf(html)).toEqual(expected)
})

test('merges, bold, hidden rows; the sheet is called after the file', () => {
  const html = table(
    '<tr style="display:none"><td>x<td>y</tr><tr><th colspan=2>a</th></tr><tr><td rowspan=2><b>b</b><td style="font-weight:700">c</tr><tr><td><b>d</b> e</tr>',
  )
  const result = readWorkbook(Buffer.from(html), 'Báo cáo.xls')
  if (!result.ok) throw new Error(result.failure.reason)
  const [sheet] = result.value.sheets
  expect(result.value.format).toBe('html')
  expect(sheet).toMatchObject({ name: 'Báo cáo', hiddenRows: [1] })
  expect(sheet?.merges).toEqual([
    { top: 2, left: 1, bottom: 2, right: 2 },
    { top: 3, left: 1, bottom: 4, right: 1 },
  ])
  expect(sheet?.cells.map(({ text, bold }) => [text, bold])).toEqual([
    ['x', undefined],
    ['y', undefined],
    ['a', true],
    ['b', true],
    ['c', true],
    ['d e', undefined],
  ])
})

test('numbers that LibreOffice shows in another country’s way', () => {
  const [sheet] = read(
    Buffer.from(
      table(
        '<tr><td sdval="1234.5" sdnum="1033;0;#,##0.00">1,234.50</td><td sdval="0.5" sdnum="1033;">0.5</td></tr>',
      ),
    ),
  ).sheets
  expect(sheet && cellsByAddress(sheet)).toEqual({
    A1: { type: 'number', text: '1.234,50', value: '1234.5' },
    B1: { type: 'number', text: '0,5', value: '0.5' },
  })
})

describe('encodings', () => {
  const rows = '<tr><td>Chỉ tiêu<td>Sản lượng</tr>'
  test.each([
    ['UTF-8', Buffer.from(table(rows))],
    ['UTF-16', Buffer.from(`\ufeff${table(rows)}`, 'utf16le')],
    [
      'TCVN3',
      Buffer.from(
        `<html><meta charset=iso-8859-1><table><tr><td>ChØ tiªu<td>S¶n l\u00ad\u00eeng</table>`,
        'latin1',
      ),
    ],
    ['TCVN3 in UTF-8', Buffer.from(`<html><table><tr><td>ChØ tiªu<td>S¶n l\u00ad\u00eeng</table>`)],
  ])('%s', (_, bytes) => {
    expect(read(bytes).sheets[0]?.cells.map(({ text }) => text)).toEqual(['Chỉ tiêu', 'Sản lượng'])
  })

  test('one that the page names', () => {
    const bytes = Buffer.from(
      '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><table><tr><td>\xc4\xe0</table>',
      'latin1',
    )
    expect(read(bytes).sheets[0]?.cells[0]?.text).toBe('Да')
  })
})

describe('pages that are refused', () => {
  test.each<[string, () => string, string]>([
    ['without a table', () => page('<p>Không tìm thấy'), 'not-a-workbook html-file'],
    ['with bytes that are no text', () => `${page('<table>')}\x01`, 'not-a-workbook html-file'],
    ['a text too long', () => table(`<tr><td>${'x'.repeat(32_768)}`), 'limit text-too-long'],
    ['too many rows', () => table('<tr><td>1'.repeat(200_001)), 'limit too-many-rows'],
    ['too many columns', () => table(`<tr>${'<td>1'.repeat(513)}`), 'limit too-many-columns'],
    [
      'cells across for ever',
      () => table(`<tr>${'<td colspan=1000>1'.repeat(20)}`),
      'limit too-many-columns',
    ],
    [
      'cells down for ever',
      () => table('<tr><td rowspan=999999999>a<td>1'.repeat(1_000)),
      'limit too-many-columns',
    ],
    ['tables in tables', () => page('<table><tr><td>'.repeat(20_000)), 'limit xml-too-deep'],
  ])('%s', (_, html, reason) => {
    expect(refusal(Buffer.from(html()))).toBe(reason)
  })
})

test('what the style sheet says of cells by their class counts, but for what a cell says itself', () => {
  const html = `<html><head><style><!--table {a: b}
    .xl1, td.xl2 {font-weight:700;}
    .xl3 {mso-number-format:"0\\.0%"; font-weight:400}
    .xl4 {mso-number-format:Standard;}
    .xl5 {display:none;}
  --></style></head><body><table>
    <tr><td class=xl1>a<td class="other xl2">b<td class=xl1 style="font-weight:normal">c<td class=xl5>d</tr>
    <tr><td class=xl3 x:num="0.9967">99.7%<td class=xl4 x:num="1234.5">1,234.50<td x:num="31.74">32<td x:num>7</tr>
  </table></body></html>`
  const [sheet] = read(Buffer.from(html)).sheets
  expect(
    sheet?.cells.map(({ text, value, bold, digitsHidden }) => [text, value, bold, digitsHidden]),
  ).toEqual([
    ['a', undefined, true, undefined],
    ['b', undefined, true, undefined],
    ['c', undefined, undefined, undefined],
    ['99,7%', '99.67', undefined, true],
    ['1.234,50', '1234.5', undefined, undefined],
    ['31,74', '31.74', undefined, undefined],
    ['7', undefined, undefined, undefined],
  ])
})
