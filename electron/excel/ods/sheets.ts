/** Reads the tables of an OpenDocument spreadsheet: rows and cells that stand for many are written out where they say something. */
import type { CellRange, Sheet, SheetCell } from '../../../shared/sheet.ts'
import { addressOf, MAX_COLUMN, MAX_ROW } from '../address.ts'
import { CellCounter } from '../cellCounter.ts'
import { LIMITS } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { isTooLong } from '../text.ts'
import type { XmlElement, XmlHandler } from '../xml.ts'
import { CellText } from './cellText.ts'
import { contentOf, storedValue, truthValue, type StoredValue } from './cellValue.ts'
import { plainFormula } from './formula.ts'
import { TABLE, TEXT } from './namespaces.ts'
import type { OdsStyles } from './styles.ts'

/** Around rows and columns there are only groups. */
const GROUPS: ReadonlySet<string> = new Set([
  'table-row-group',
  'table-header-rows',
  'table-rows',
  'table-column-group',
  'table-header-columns',
  'table-columns',
])

interface Span {
  readonly first: number
  readonly last: number
}

interface Columns extends Span {
  readonly style: string | undefined
  readonly width: number | undefined
  readonly hidden: boolean
}

interface OpenCell {
  readonly text: CellText
  readonly stored: StoredValue
  readonly style: string | undefined
  readonly formula: string | undefined
  readonly column: number
  readonly repeated: number
}

/** A cell of the open row; the row's number comes when it is written out. */
interface RowCell {
  readonly cell: Omit<SheetCell, 'row' | 'column'>
  readonly column: number
  readonly repeated: number
}

interface OpenTable {
  readonly name: string
  readonly hidden: boolean
  readonly counter: CellCounter
  readonly cells: SheetCell[]
  readonly merges: CellRange[]
  readonly columns: Columns[]
  readonly hiddenRows: Span[]
  column: number
  row: number
  lastRow: number
  lastColumn: number
}

export class OdsSheets implements XmlHandler {
  readonly sheets: Sheet[] = []
  private readonly styles: OdsStyles
  private readonly part: string
  private count = 0
  private table: OpenTable | undefined
  /** Of the open row. */
  private row:
    { readonly repeated: number; readonly style: string | undefined; readonly cells: RowCell[] } | undefined
  private column = 0
  private cell: OpenCell | undefined
  /** The depth of an element that is passed over with all that is in it; 0 for none. */
  private skipped = 0

  constructor(styles: OdsStyles, part: string) {
    this.styles = styles
    this.part = part
  }

  open(element: XmlElement, path: readonly string[]): void {
    if (this.skipped > 0) return
    if (this.cell) this.openInCell(element, path.length, this.cell)
    else if (element.uri !== TABLE) this.skipped = path.length
    else if (element.name === 'table' && path.at(-2) === 'spreadsheet') this.openTable(element)
    else if (this.table === undefined) this.skipped = path.length
    else if (element.name === 'table-column') this.openColumn(element, this.table)
    else if (element.name === 'table-row' && this.row === undefined) this.openRow(element, this.table)
    else if (element.name === 'table-cell' || element.name === 'covered-table-cell') {
      this.openCell(element, this.table)
    } else if (!GROUPS.has(element.name)) this.skipped = path.length
  }

  close(name: string, path: readonly string[]): void {
    if (this.skipped > 0) {
      if (path.length === this.skipped) this.skipped = 0
      return
    }
    if (this.cell) {
      if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell(this.cell)
      else this.cell.text.close(name)
    } else if (name === 'table-row') this.closeRow()
    else if (name === 'table') this.closeTable()
  }

  text(text: string, path: readonly string[]): void {
    // Between paragraphs there is only the white space of the file.
    if (this.skipped === 0 && path.at(-1) !== 'table-cell' && path.at(-1) !== 'covered-table-cell') {
      this.cell?.text.text(text)
    }
  }

  /** Notes, pictures and tables within a cell are not its text. */
  private openInCell(element: XmlElement, depth: number, cell: OpenCell): void {
    const isText = element.uri === TEXT && element.name !== 'note' && element.name !== 'ruby-text'
    if (isText) cell.text.open(element)
    else this.skipped = depth
  }

  private openTable(element: XmlElement): void {
    if (this.sheets.length >= LIMITS.sheets) refuse('limit', 'too-many-sheets', { limit: LIMITS.sheets })
    const name = (element.attributeIn(TABLE, 'name') ?? '').normalize('NFC').slice(0, LIMITS.textLength)
    this.table = {
      name,
      hidden: this.styles.isHiddenTable(element.attribute('style-name')),
      counter: new CellCounter(name, this.count),
      cells: [],
      merges: [],
      columns: [],
      hiddenRows: [],
      column: 0,
      row: 0,
      lastRow: 0,
      lastColumn: 0,
    }
  }

  private openColumn(element: XmlElement, table: OpenTable): void {
    const repeated = repetition(element, 'number-columns-repeated')
    table.columns.push({
      first: table.column + 1,
      last: table.column + repeated,
      style: element.attribute('default-cell-style-name'),
      width: this.styles.columnWidth(element.attribute('style-name')),
      hidden: isHidden(element),
    })
    table.column += repeated
  }

  private openRow(element: XmlElement, table: OpenTable): void {
    const repeated = repetition(element, 'number-rows-repeated')
    if (isHidden(element)) table.hiddenRows.push({ first: table.row + 1, last: table.row + repeated })
    this.row = { repeated, style: element.attribute('default-cell-style-name'), cells: [] }
    this.column = 0
  }

  private openCell(element: XmlElement, table: OpenTable): void {
    const column = this.column + 1
    const repeated = repetition(element, 'number-columns-repeated')
    this.column += repeated
    const across = repetition(element, 'number-columns-spanned')
    const down = repetition(element, 'number-rows-spanned')
    const row = table.row + 1
    if ((across > 1 || down > 1) && column <= MAX_COLUMN && row <= MAX_ROW) {
      table.merges.push({
        top: row,
        left: column,
        bottom: Math.min(row + down - 1, MAX_ROW),
        right: Math.min(column + across - 1, MAX_COLUMN),
      })
    }
    const formula = element.attributeIn(TABLE, 'formula')
    const refuseLength = (): never => {
      const where = `${table.name}!${addressOf(row, column)}`
      return refuse('limit', 'text-too-long', { where, limit: LIMITS.textLength })
    }
    if (formula !== undefined && isTooLong(formula)) refuseLength()
    // What LibreOffice makes of a truth value that is no formula in Excel.
    const [, truth] = /^of:=(TRUE|FALSE)\(\)$/.exec(formula ?? '') ?? []
    this.cell = {
      text: new CellText(this.styles, refuseLength),
      stored: truth === undefined ? storedValue(element) : truthValue(truth === 'TRUE'),
      style: element.attributeIn(TABLE, 'style-name'),
      formula: truth === undefined ? formula : undefined,
      column,
      repeated,
    }
  }

  private closeCell({ text, stored, style, formula, column, repeated }: OpenCell): void {
    this.cell = undefined
    const { row, table } = this
    if (row === undefined || table === undefined) return
    const rich = text.toRich()
    const isEmpty = rich.text === '' && stored.kind === undefined
    if (isEmpty && formula === undefined) return
    const byColumn = () => table.columns.find(({ first, last }) => column >= first && column <= last)?.style
    const look = this.styles.cell(style ?? row.style ?? byColumn())
    const content = contentOf(stored, rich, look, formula)
    if (content.text === '' && content.value === undefined && formula === undefined) return
    const bold = rich.bold ?? look.bold
    row.cells.push({
      column,
      repeated,
      cell: {
        ...content,
        ...(formula !== undefined && { formula: plainFormula(formula).normalize('NFC') }),
        ...(isEmpty && { uncalculated: true }),
        ...(bold === true && { bold }),
        ...(look.indent !== undefined && { indent: look.indent }),
      },
    })
  }

  private closeRow(): void {
    const { row, table } = this
    this.row = undefined
    if (row === undefined || table === undefined) return
    if (row.cells.length > 0) {
      for (let number = table.row + 1; number <= table.row + row.repeated; number++) {
        for (const each of row.cells) this.writeOut(each, number, table)
      }
    }
    table.row += row.repeated
  }

  private writeOut({ cell, column, repeated }: RowCell, row: number, table: OpenTable): void {
    for (let at = column; at < column + repeated; at++) {
      if (row > MAX_ROW || at > MAX_COLUMN) refuse('unreadable', 'xml-malformed', { part: this.part })
      table.counter.count(row, at)
      table.cells.push({ row, column: at, ...cell })
      table.lastColumn = Math.max(table.lastColumn, at)
    }
    table.lastRow = row
  }

  private closeTable(): void {
    const { table } = this
    this.table = undefined
    if (table === undefined) return
    const { name, hidden, cells, merges, lastRow, lastColumn } = table
    this.count += cells.length
    this.sheets.push({
      name,
      hidden,
      cells,
      merges,
      columns: table.columns.flatMap(({ width, hidden: isHiddenColumn, ...span }) =>
        numbers(span, lastColumn).map((column) => ({
          column,
          ...(width !== undefined && { width }),
          hidden: isHiddenColumn,
        })),
      ),
      hiddenRows: table.hiddenRows.flatMap((span) => numbers(span, lastRow)),
    })
  }
}

/** Up to the last with content: the rest of the sheet stands in one element that is repeated to its end. */
function numbers({ first, last }: Span, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(last, end) - first + 1) }, (_, index) => first + index)
}

function repetition(element: XmlElement, name: string): number {
  const value = Number(element.attributeIn(TABLE, name) ?? 1)
  return Number.isSafeInteger(value) && value > 0 ? value : 1
}

/** Rows and columns that are folded away, or that a filter leaves out. */
function isHidden(element: XmlElement): boolean {
  const visibility = element.attributeIn(TABLE, 'visibility')
  return visibility === 'collapse' || visibility === 'filter'
}
