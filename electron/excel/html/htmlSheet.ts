/** Lays the rows of a page's tables, and its lines of text, out on one sheet. */
import type { CellRange, LegacyEncoding, Sheet, SheetCell } from '../../../shared/sheet.ts'
import { addressOf, MAX_COLUMN } from '../address.ts'
import { CellCounter } from '../cellCounter.ts'
import { storedContent, textContent } from '../cellContent.ts'
import { LIMITS } from '../limits.ts'
import { numberFormat } from '../numberFormat.ts'
import { refuse } from '../refusal.ts'
import { ClassStyles, statedFormat } from './classStyles.ts'
import { HtmlText } from './htmlText.ts'

type Attributes = Readonly<Record<string, string>>

/** What stands in these is not shown. */
const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'select',
  'textarea',
])
const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const BLOCKS: ReadonlySet<string> = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 center form section article header footer main tr table body html hr'.split(
    ' ',
  ),
)
/** Browsers take no more. */
const MOST_DOWN = 65_534
const MOST_ACROSS = 1_000
/** Elements within each other, for people forget to close them; more is made to do harm. */
const MOST_OPEN = 1_000

/** A table of the page that is open; tables may stand inside cells of others. */
interface OpenTable {
  /** The row above which each column is taken by a cell that reaches down. */
  readonly taken: Map<number, number>
  /** The last column of the open row that is filled. */
  column: number
  cell: OpenCell | undefined
  /** A table stood in the open row: what comes after it goes below. */
  interrupted: boolean
}

interface OpenCell {
  readonly text: HtmlText
  readonly across: number
  readonly down: number
  /** What LibreOffice or Excel says that a number is, whatever country's way it is shown in. */
  readonly number?: { readonly value: string; readonly format: string }
}

export class HtmlSheet {
  private readonly name: string
  private readonly legacy: LegacyEncoding | undefined
  private readonly counter: CellCounter
  private readonly cells: SheetCell[] = []
  private readonly merges: CellRange[] = []
  private readonly hiddenRows: number[] = []
  private readonly tables: OpenTable[] = []
  private readonly styles = new ClassStyles()
  private styleSheet = ''
  private hasTable = false
  private row = 0
  /** Outside of tables. */
  private line = new HtmlText()
  /** For each open element: whether it makes what is in it bold, and unseen. */
  private readonly looks: { readonly element: string; readonly bold: boolean; readonly unseen: boolean }[] =
    []

  constructor(name: string, legacy: LegacyEncoding | undefined) {
    this.name = name
    this.legacy = legacy
    this.counter = new CellCounter(name)
  }

  open(element: string, attributes: Attributes): void {
    if (this.looks.length >= MOST_OPEN) {
      refuse('limit', 'xml-too-deep', { part: this.name, limit: MOST_OPEN })
    }
    const around = this.looks.at(-1)
    const style = this.styles.styleOf(attributes)
    const isHidden = /display\s*:\s*none/i.test(style) || 'hidden' in attributes
    this.looks.push({
      element,
      bold: boldness(element, style) ?? around?.bold ?? false,
      unseen: around?.unseen === true || UNSEEN.has(element) || (isHidden && element !== 'tr'),
    })
    if (this.looks.at(-1)?.unseen) return
    if (element === 'br') this.writing().lineBreak()
    else if (element === 'table') this.openTable()
    else if (element === 'tr') this.openRow(isHidden)
    else if (element === 'td' || element === 'th') this.openCell(attributes, style)
    else if (BLOCKS.has(element)) this.breakLine()
  }

  close(element: string): void {
    const look = this.looks.pop()
    if (element === 'style') {
      this.styles.add(this.styleSheet)
      this.styleSheet = ''
    }
    if (look?.unseen) return
    if (element === 'td' || element === 'th') this.closeCell()
    else if (element === 'table') {
      this.closeCell()
      this.tables.pop()
      const around = this.tables.at(-1)
      if (around) around.interrupted = true
    } else if (BLOCKS.has(element)) this.breakLine()
  }

  text(text: string): void {
    const look = this.looks.at(-1)
    if (look?.element === 'style') this.styleSheet += text
    else if (look?.unseen !== true) this.writing().add(text, look?.bold ?? false)
  }

  /** Undefined for a page without a table. */
  finish(): Sheet | undefined {
    this.closeLine()
    if (!this.hasTable) return undefined
    const { name, cells, hiddenRows, row } = this
    // A cell may claim more rows than there are.
    const merges = this.merges
      .map((range) => ({ ...range, bottom: Math.min(range.bottom, row) }))
      .filter(({ top, left, bottom, right }) => top !== bottom || left !== right)
    return { name, hidden: false, cells, merges, columns: [], hiddenRows }
  }

  /** The cell that is open, else the line. What stands in a table beside its cells is a line of its own. */
  private writing(): HtmlText {
    return this.tables.at(-1)?.cell?.text ?? this.line
  }

  private breakLine(): void {
    const cell = this.tables.at(-1)?.cell
    if (cell) cell.text.paragraph()
    else this.closeLine()
  }

  private openTable(): void {
    this.closeLine()
    const around = this.tables.at(-1)
    // A table in a cell begins below what the cell says before it.
    if (around?.cell) {
      this.closeCell()
      around.cell = { text: new HtmlText(), across: 1, down: 1 }
    }
    this.tables.push({ taken: new Map(), column: 0, cell: undefined, interrupted: false })
    this.hasTable = true
  }

  private openRow(isHidden: boolean): void {
    const table = this.tables.at(-1)
    if (!table) return
    this.closeLine()
    this.startRow(table)
    if (isHidden) this.hiddenRows.push(this.row)
  }

  private startRow(table: OpenTable): void {
    this.row++
    table.column = 0
    table.interrupted = false
  }

  private openCell(attributes: Attributes, style: string): void {
    const table = this.tables.at(-1)
    if (!table) return
    const number = statedNumber(attributes, style)
    table.cell = {
      text: new HtmlText(),
      across: span(attributes.colspan, MOST_ACROSS),
      down: span(attributes.rowspan, MOST_DOWN),
      ...(number && { number }),
    }
  }

  private closeCell(): void {
    const table = this.tables.at(-1)
    if (!table?.cell) return
    const { text, across, down, number } = table.cell
    table.cell = undefined
    if (table.interrupted) {
      if (text.shown().trim() === '') return
      this.startRow(table)
    }
    let column = table.column + 1
    while ((table.taken.get(column) ?? 0) >= this.row) column++
    table.column = column + across - 1
    if (table.column > MAX_COLUMN) {
      refuse('limit', 'too-many-columns', { sheet: this.name, limit: LIMITS.columns })
    }
    const bottom = this.row + down - 1
    if (down > 1) for (let at = column; at <= table.column; at++) table.taken.set(at, bottom)
    if (across > 1 || down > 1) {
      this.merges.push({ top: this.row, left: column, bottom, right: table.column })
    }
    this.write(column, text, number)
  }

  private closeLine(): void {
    const line = this.line
    this.line = new HtmlText()
    if (line.shown().trim() === '') return
    this.row++
    this.write(1, line)
  }

  private write(column: number, written: HtmlText, number?: OpenCell['number']): void {
    const { row } = this
    const raw = written.shown()
    if (raw.trim() === '') return
    if (raw.length > LIMITS.textLength) {
      refuse('limit', 'text-too-long', { where: addressOf(row, column), limit: LIMITS.textLength })
    }
    this.counter.count(row, column)
    const style = {
      format: numberFormat(number?.format ?? ''),
      ...(this.legacy && { legacy: { encoding: this.legacy, capitals: false } }),
    }
    const content =
      number === undefined
        ? textContent({ text: raw.normalize('NFC') }, style)
        : storedContent(undefined, number.value, style, false)
    this.cells.push({ row, column, ...content, ...(written.isBold && { bold: true as const }) })
  }
}

function statedNumber(attributes: Attributes, style: string): OpenCell['number'] {
  const { sdval, sdnum = '', 'x:num': num = '' } = attributes
  if (sdval !== undefined) return { value: sdval, format: sdnum.replace(/^[^;]*;?[^;]*;?/, '') }
  // Without a value it only says that what is shown is a number.
  return num === '' ? undefined : { value: num, format: statedFormat(style) }
}

function boldness(element: string, style: string): boolean | undefined {
  const [, weight] = /font-weight\s*:\s*([a-z]+|[0-9]{3})/i.exec(style) ?? []
  if (weight !== undefined) return /^bold/i.test(weight) || Number(weight) >= 600
  return BOLD.has(element) ? true : undefined
}

function span(attribute: string | undefined, most: number): number {
  const count = Number(attribute ?? 1)
  return Number.isInteger(count) && count > 1 ? Math.min(count, most) : 1
}
