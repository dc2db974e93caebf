/**
 * From the bytes of an .xls file (Excel 5 to 2003) to plain cells. Values and formulas are read by a library; fonts and
 * runs, which it leaves out and old encodings need, from the records themselves.
 */
import { CFB, read as readBySheetJs, type CellObject, type WorkSheet } from '@e965/xlsx'
import type { Sheet, SheetCell, Workbook } from '../../../shared/sheet.ts'
import { storedContent, textContent, type CellContent } from '../cellContent.ts'
import { withLegibleNames } from '../legacy/sheetNames.ts'
import { LIMITS } from '../limits.ts'
import { Refusal, refuse } from '../refusal.ts'
import type { RichText } from '../richText.ts'
import { PLAIN_STYLE } from '../styles.ts'
import { placeOf, readCellStyles, type StyledCell } from './cellStyles.ts'
import { readGlobals, type XlsGlobals } from './globals.ts'
import type { XlsText } from './strings.ts'

/** What is used of the library's reader of old containers, for which it has no types. */
interface Containers {
  readonly read: (bytes: Uint8Array, options: { readonly type: 'buffer' }) => object
  readonly find: (container: object, name: string) => { readonly content: unknown } | null
}
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the library says `any`
const containers: Containers = CFB

/** As `readWorkbook` for one of its formats: refuses with the reason, is bounded in memory but not in time. */
export function readXls(bytes: Uint8Array): Workbook {
  const stream = workbookStream(bytes)
  const globals = readGlobals(stream)
  const library = readByLibrary(bytes)
  const date1904 = library.Workbook?.WBProps?.date1904 === true
  const sheets: Sheet[] = []
  let cellsBefore = 0
  let next = 0
  for (const name of library.SheetNames) {
    const sheet = library.Sheets[name]
    if (sheet === undefined || !isWorksheet(sheet)) continue
    const { offset, hidden } = globals.sheets[next++] ?? refuse('unreadable', 'xls-damaged')
    const styled = readCellStyles(stream, offset, globals)
    const cells = cellsOf(sheet, name, cellsBefore, (cell, place) =>
      contentOf(cell, styled.get(place), globals, date1904),
    )
    cellsBefore += cells.length
    sheets.push({ name: name.normalize('NFC'), hidden, cells, ...layoutOf(sheet, cells) })
  }
  return { format: 'xls', sheets: withLegibleNames(sheets) }
}

/** The stream of Excel 97 to 2003, else of Excel 5 and 95. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  const content = attempt(bytes, (): unknown => {
    const container = containers.read(bytes, { type: 'buffer' })
    if (containers.find(container, 'EncryptedPackage')) return refuse('encrypted', 'encrypted')
    const entry = containers.find(container, 'Workbook') ?? containers.find(container, 'Book')
    return entry?.content
  })
  if (content instanceof Uint8Array) return content
  if (Array.isArray(content)) return Uint8Array.from(content)
  return refuse('not-a-workbook', 'not-a-workbook')
}

function readByLibrary(bytes: Uint8Array) {
  return attempt(bytes, () =>
    readBySheetJs(bytes, {
      type: 'array',
      dense: true,
      cellFormula: true,
      cellText: false,
      cellStyles: true,
    }),
  )
}

/** The library throws what it likes at a damaged file. Of one with a password, damaged or not, the password is what matters. */
function attempt<T>(bytes: Uint8Array, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw error
    const name = Buffer.from('EncryptedPackage\0', 'utf16le')
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)) {
      return refuse('encrypted', 'encrypted')
    }
    return refuse('unreadable', 'xls-damaged')
  }
}

function isWorksheet(sheet: WorkSheet): boolean {
  return sheet['!type'] === undefined || sheet['!type'] === 'sheet'
}

function cellsOf(
  sheet: WorkSheet,
  name: string,
  before: number,
  content: (cell: CellObject, place: number) => CellContent & Pick<SheetCell, 'bold' | 'indent'>,
): readonly SheetCell[] {
  const cells: SheetCell[] = []
  const columns = new Set<number>()
  let rows = 0
  for (const [rowIndex, row] of sparse(sheet['!data'])) {
    let some = false
    for (const [columnIndex, cell] of sparse(row)) {
      // Cells that only look like something have no value.
      if (cell.t === 'z' && cell.f === undefined) continue
      const read = content(cell, placeOf(rowIndex, columnIndex))
      if (read.text === '' && read.value === undefined && cell.f === undefined) continue
      cells.push({
        row: rowIndex + 1,
        column: columnIndex + 1,
        ...read,
        ...(cell.f !== undefined && { formula: cell.f }),
        ...(cell.f !== undefined && cell.t === 'z' && { uncalculated: true }),
      })
      columns.add(columnIndex)
      some = true
    }
    if (some) rows++
    if (before + cells.length > LIMITS.cells) refuse('limit', 'too-many-cells', { limit: LIMITS.cells })
  }
  if (rows > LIMITS.rows) refuse('limit', 'too-many-rows', { sheet: name, limit: LIMITS.rows })
  if (columns.size > LIMITS.columns) {
    refuse('limit', 'too-many-columns', { sheet: name, limit: LIMITS.columns })
  }
  return cells
}

function contentOf(
  cell: CellObject,
  styled: StyledCell | undefined,
  globals: XlsGlobals,
  date1904: boolean,
): CellContent & Pick<SheetCell, 'bold' | 'indent'> {
  const style = globals.styles[styled?.style ?? -1] ?? PLAIN_STYLE
  const look = {
    ...(style.bold === true && { bold: true as const }),
    ...(style.indent !== undefined && { indent: style.indent }),
  }
  switch (cell.t) {
    case 'n':
      return { ...storedContent(undefined, String(cell.v), style, date1904), ...look }
    case 'b':
      return { ...storedContent('b', cell.v === true ? '1' : '0', style, date1904), ...look }
    case 'e':
      return { ...storedContent('e', cell.w ?? ERRORS[Number(cell.v)] ?? '#N/A', style, date1904), ...look }
    default: {
      const text = typeof cell.v === 'string' ? cell.v : ''
      return { ...textContent(richText(styled?.text ?? { text, runs: [] }, globals), style), ...look }
    }
  }
}

/** What a cell shows for the number that stands for an error. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}

function richText({ text, runs }: XlsText, { fonts }: XlsGlobals): RichText {
  const composed = text.normalize('NFC')
  if (runs.length === 0) return { text: composed }
  const pieces = [{ at: 0 }, ...runs].map(({ at, ...run }, index) => {
    const font = 'font' in run && typeof run.font === 'number' ? fonts.get(run.font)?.name : undefined
    const piece = text.slice(at, runs[index]?.at ?? text.length)
    return { text: piece, ...(font !== undefined && { font }) }
  })
  return { text: composed, runs: pieces.filter((piece) => piece.text !== '') }
}

function layoutOf(
  sheet: WorkSheet,
  cells: readonly SheetCell[],
): Pick<Sheet, 'merges' | 'columns' | 'hiddenRows'> {
  const lastColumn = cells.reduce((last, { column }) => Math.max(last, column), 0)
  return {
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    })),
    columns: sparse(sheet['!cols'])
      .filter(([index]) => index < lastColumn)
      .map(([index, { width, hidden = false }]) => ({
        column: index + 1,
        ...(width !== undefined && { width }),
        hidden,
      })),
    hiddenRows: sparse(sheet['!rows']).flatMap(([index, { hidden }]) => (hidden === true ? [index + 1] : [])),
  }
}

/** The library's lists have holes. */
function sparse<T>(list: readonly (T | undefined)[] | undefined): [index: number, entry: T][] {
  const entries: [number, T][] = []
  list?.forEach((entry, index) => {
    if (entry !== undefined) entries.push([index, entry])
  })
  return entries
}
