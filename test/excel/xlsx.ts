/** Small workbooks from hand-written XML, for tests. */
import type { Sheet, SheetCell, Workbook } from '../../shared/sheet.ts'
import { addressOf } from '../../electron/excel/address.ts'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { zip, type WrittenEntry } from './zipWriter.ts'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface Xlsx {
  /** The rows of the first sheet: what stands in sheetData. */
  readonly rows?: string
  /** What stands after sheetData, such as merges. */
  readonly after?: string
  /** What stands before sheetData, such as columns. */
  readonly before?: string
  /** The items of the shared strings. */
  readonly strings?: string
  /** What stands in styleSheet. */
  readonly styles?: string
  /** In place of, or beside, the parts above. A part of "" is left out. */
  readonly parts?: Readonly<Record<string, string>>
  /** More entries, or entries that lie. */
  readonly entries?: readonly WrittenEntry[]
}

export function sheetXml({ rows = '', before = '', after = '' }: Xlsx): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
}

export function partsOf(xlsx: Xlsx): Readonly<Record<string, string>> {
  return {
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': workbookXml('<sheet name="Biểu" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      ...(xlsx.strings !== undefined && { rId2: ['sharedStrings', 'sharedStrings.xml'] }),
      ...(xlsx.styles !== undefined && { rId3: ['styles', 'styles.xml'] }),
    }),
    'xl/worksheets/sheet1.xml': sheetXml(xlsx),
    ...(xlsx.strings !== undefined && {
      'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${xlsx.strings}</sst>`,
    }),
    ...(xlsx.styles !== undefined && {
      'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${xlsx.styles}</styleSheet>`,
    }),
    ...xlsx.parts,
  }
}

export function workbookXml(sheets: string, rest = '', properties = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${properties}<sheets>${sheets}</sheets>${rest}</workbook>`
}

/** By id: the last word of the type, and the target. */
export function relationships(
  targets: Readonly<Record<string, readonly [type: string, target: string]>>,
): string {
  const items = Object.entries(targets).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`
}

export function xlsx(contents: Xlsx): Uint8Array {
  const parts = Object.entries(partsOf(contents)).filter(([, content]) => content !== '')
  return zip([...parts.map(([name, content]) => ({ name, content })), ...(contents.entries ?? [])])
}

/** The workbook, or an error that says why it was refused. */
export function read(bytes: Uint8Array): Workbook {
  const result = readWorkbook(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

export function readFirstSheet(contents: Xlsx): Sheet {
  const [sheet] = read(xlsx(contents)).sheets
  if (!sheet) throw new Error('A workbook without sheets.')
  return sheet
}

/** By address, with only the properties that the cell has. */
export function cellsByAddress(sheet: Sheet): Readonly<Record<string, Partial<SheetCell>>> {
  return Object.fromEntries(
    sheet.cells.map(({ row, column, ...rest }) => [
      addressOf(row, column),
      Object.fromEntries(Object.entries<unknown>(rest).filter(([, value]) => value !== undefined)),
    ]),
  )
}

/** Why a file is refused: "code reason", or "read". */
export function refusal(bytes: Uint8Array): string {
  const result = readWorkbook(bytes)
  return result.ok ? 'read' : `${result.failure.code} ${result.failure.reason}`
}
