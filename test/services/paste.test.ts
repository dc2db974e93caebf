/** Tables from the clipboards of Excel, Word, LibreOffice, Google Sheets and web pages, read and stored by the real import. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eachWorkbook } from '../../electron/db/workbooks.ts'
import { forkReader } from '../../electron/readerFork.ts'
import { applyImport, readForImport, type PlannedImport } from '../../electron/services/import.ts'
import { pastedBytes } from '../../electron/services/paste.ts'
import { reportsToUpdate } from '../../electron/services/reimport.ts'
import { openReport } from '../../electron/services/reports.ts'
import { verify } from '../../electron/services/verify.ts'
import type { PastedContent } from '../../shared/pasted.ts'
import type { Result } from '../../shared/result.ts'
import { openedDatabase } from '../db/folder.ts'

const startReader = () => forkReader(join(import.meta.dirname, '../../electron/excel/readerProcess.ts'))

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.reason}`)
  return result.value
}

async function pasted(content: PastedContent): Promise<PlannedImport> {
  const source = { name: 'Bảng vừa dán', bytes: pastedBytes(content), pasted: true as const }
  return valueOf(await readForImport(source, startReader))
}

/** Excel 2003 states values by x:num, later ones only show them; bold and formats stand in classes. */
const EXCEL = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\,";}
.xl24 {font-weight:700; text-align:center;}
.xl25 {mso-number-format:"\\#\\,\\#\\#0\\.0";}
.xl26 {mso-number-format:"0\\.00%";}
--></style></head><body link=blue>
<table border=0 cellpadding=0 style='border-collapse:collapse'><!--StartFragment-->
 <tr><td class=xl24 rowspan=2>TT</td><td class=xl24 rowspan=2>Chỉ tiêu</td><td class=xl24 rowspan=2>Đơn vị tính</td>
  <td class=xl24 colspan=3>Năm 2023</td></tr>
 <tr><td class=xl24>Kế hoạch</td><td class=xl24>Thực hiện</td><td class=xl24>Tỷ lệ %</td></tr>
 <tr><td class=xl24>I</td><td class=xl24>KINH TẾ</td><td></td><td></td><td></td><td></td></tr>
 <tr><td x:num>1</td><td>Diện tích lúa</td><td>Ha</td><td class=xl25 x:num="2225.4">2,225.4</td><td class=xl25 x:num="2352.97">2,353.0</td><td class=xl26 x:num="1.0573">105.73%</td></tr>
<!--EndFragment--></table></body></html>`

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset="windows-1252"><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=VI><!--StartFragment-->
<p class=MsoNormal align=center><b>BIỂU CHỈ TIÊU NĂM 2023<o:p></o:p></b></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>TT<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Chỉ tiêu</b></p></td>
<td><p class=MsoNormal><b>ĐVT</b></p></td><td><p class=MsoNormal><b>Kế hoạch</b></p></td><td><p class=MsoNormal><b>Thực hiện</b></p></td></tr>
<tr><td><p class=MsoNormal>1</p></td><td><p class=MsoNormal>Diện tích<span style='mso-spacerun:yes'>  </span>lúa</p></td><td><p class=MsoNormal>Ha</p></td>
<td><p class=MsoNormal align=right>2.225,4</p></td><td><p class=MsoNormal align=right>2.352,97</p></td></tr></table><!--EndFragment--></body></html>`

const LIBRE_OFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/></head><body>
<table cellspacing="0"><colgroup width="85"></colgroup><tr><td height="17"><b>TT</b></td><td><b>Chỉ tiêu</b></td><td><b>Đơn vị</b></td><td><b>Kế hoạch</b></td><td><b>Thực hiện</b></td></tr>
<tr><td sdval="1" sdnum="1033;">1</td><td>Diện tích lúa</td><td>Ha</td><td sdval="2225.4" sdnum="1033;0;#,##0.0">2,225.4</td><td sdval="2352.97" sdnum="1033;0;#,##0.00">2,352.97</td></tr></table></body></html>`

const GOOGLE = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style>
<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0"><colgroup><col width="100"/></colgroup><tbody><tr><td style="font-weight:bold;">TT</td><td style="font-weight:bold;">Chỉ tiêu</td><td>Đơn vị</td><td>Kế hoạch</td><td>Thực hiện</td></tr>
<tr><td>1</td><td>Diện tích lúa</td><td>Ha</td><td data-sheets-value="{&quot;1&quot;:3}">2.225,4</td><td>2.352,97</td></tr></tbody></table>`

const WEB = `<div class="news"><h2>Chỉ tiêu năm 2023</h2><table><thead><tr><th>STT</th><th>Tên chỉ tiêu</th><th>Đơn vị tính</th><th>Kế hoạch</th><th>Kết quả thực hiện</th></tr></thead>
<tbody><tr><td>1</td><td><a href="#">Diện tích lúa</a><script>alert(1)</script></td><td>Ha</td><td>2.225,4</td><td>2.352,97</td></tr></tbody></table></div>`

const TEXT = 'TT\tChỉ tiêu\tĐơn vị\tKế hoạch\t"Thực\nhiện"\r\n1\tDiện tích lúa\tHa\t2.225,4\t2.352,97\r\n'

test.each<readonly [string, PastedContent, string]>([
  ['Excel', { html: EXCEL, text: TEXT }, '2.353,0'],
  ['Word', { html: WORD, text: TEXT }, '2.352,97'],
  ['LibreOffice', { html: LIBRE_OFFICE, text: TEXT }, '2.352,97'],
  ['Google Sheets', { html: GOOGLE, text: TEXT }, '2.352,97'],
  ['a web page', { html: WEB, text: 'Chỉ tiêu năm 2023' }, '2.352,97'],
  ['a text with tabs', { html: '', text: TEXT }, '2.352,97'],
  ['a text with tabs beside a page without a table', { html: '<p>TT</p>', text: TEXT }, '2.352,97'],
])('a table from %s is read with its roles and figures', async (_, content, shown) => {
  const { plan } = await pasted(content)
  const [table, ...more] = plan.tables
  expect(more).toEqual([])
  const roles = table?.columns.map(({ role }) => role)
  expect(roles?.slice(0, 5)).toEqual(['ordinal', 'name', 'unit', 'plan', 'actual'])
  const row = table?.rows.at(-1)
  expect([row?.ordinal, row?.name, row?.unit]).toEqual(['1', 'Diện tích lúa', 'Ha'])
  const figures = [3, 4].map((place) => row?.cells[table?.columns[place]?.column ?? 0])
  expect(figures.map((cell) => cell?.quantity?.value)).toEqual(['2225.4', '2352.97'])
  expect(figures.map((cell) => cell?.text)).toEqual(['2.225,4', shown])
})

test('Excel keeps its merged header, its per cents and its section', async () => {
  const [table] = (await pasted({ html: EXCEL, text: '' })).plan.tables
  expect(table?.columns.map(({ header }) => header.join(' / ')).slice(3)).toEqual([
    'Năm 2023 / Kế hoạch',
    'Năm 2023 / Thực hiện',
    'Năm 2023 / Tỷ lệ %',
  ])
  expect(table?.rows.map(({ kind, level }) => [kind, level])).toEqual([
    ['section', 0],
    ['indicator', 1],
  ])
  expect(table?.rows[1]?.cells[6]).toMatchObject({ text: '105,73%', quantity: { value: '105.73' } })
  expect(table?.period).toEqual({ kind: 'year', year: 2023 })
})

test('what is stored is a report without a workbook, never a newer state of another', async () => {
  const db = await openedDatabase()
  const planned = await pasted({ html: WORD, text: '' })
  const chosen = { index: 0, corrections: {} }
  const [id] = valueOf(applyImport(db, planned, [chosen], { author: 'Lan' }))
  const { report } = valueOf(openReport(db, id ?? ''))
  expect([report.title, report.source, report.rows.length]).toEqual(['BIỂU CHỈ TIÊU NĂM 2023', undefined, 1])
  expect([...eachWorkbook(db)]).toEqual([])
  expect(db.prepare('SELECT label_key FROM change').all()).toEqual([{ label_key: 'paste' }])
  expect(valueOf(verify(db))).toEqual([])
  expect(valueOf(reportsToUpdate(db, planned, chosen))).toEqual([])
})

test('what holds no table of indicators is refused in words about pasting', async () => {
  for (const content of [
    { html: '<table><tr><td>Xin chào</table>', text: '' },
    { html: '', text: 'a\tb\nc\td' },
  ]) {
    const source = { name: 'Bảng vừa dán', bytes: pastedBytes(content), pasted: true as const }
    expect(await readForImport(source, startReader)).toMatchObject({
      failure: { code: 'no-table', reason: 'paste-no-table' },
    })
  }
})
