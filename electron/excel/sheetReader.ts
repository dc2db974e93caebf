/** Reads the XML of one sheet into plain cells, merges, and what is hidden. */
import type { CellRange, Sheet, SheetCell } from '../../shared/sheet.ts'
import { addressOf, MAX_COLUMN, MAX_ROW, parseAddress, parseRange } from './address.ts'
import { NOTHING, storedContent, textContent, type CellContent } from './cellContent.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { readRichText, type RichText } from './richText.ts'
import { SharedFormulas } from './sharedFormulas.ts'
import { PLAIN_STYLE, type Style } from './styles.ts'
import { decodeText, isTooLong } from './text.ts'
import { isTrue } from './xml.ts'
import { PLAIN_TEXT, XmlScanner } from './xmlScanner.ts'

/** What a sheet's cells refer to. */
export interface SheetSurroundings {
  readonly name: string
  readonly part: string
  readonly strings: readonly RichText[]
  readonly styles: readonly Style[]
  readonly date1904: boolean
  /** How many cells the sheets before this one have. */
  readonly cellsBefore: number
}

export type SheetContent = Pick<Sheet, 'cells' | 'merges' | 'columns' | 'hiddenRows'>

export function readSheet(text: string, surroundings: SheetSurroundings): SheetContent {
  return new SheetReader(text, surroundings).read()
}

/**
 * The form in which Excel and most programs write nearly every cell: address, style, type, formula, value.
 * Taken whole; any other form is read tag by tag.
 */
const USUAL_CELL = new RegExp(
  '<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="([0-9]{1,5})")?(?: t="([A-Za-z]{1,9})")?' +
    `(?:/>|>(?:<f>(${PLAIN_TEXT})</f>)?(?:<v>(${PLAIN_TEXT})</v>)?</c>)`,
  'y',
)

const DIGIT_0 = 48
const LETTER_A = 65

interface ColumnRange {
  readonly first: number
  readonly last: number
  readonly width?: number
  readonly hidden: boolean
}

class SheetReader {
  private readonly scanner: XmlScanner
  private readonly sheet: SheetSurroundings
  private readonly cells: SheetCell[] = []
  private readonly merges: CellRange[] = []
  private readonly hiddenRows: number[] = []
  private readonly columnRanges: ColumnRange[] = []
  /** The address of the cell last read, with or without content. */
  private row = 0
  private column = 0
  private inOrder = true
  /** The sheet's view may show zeros as nothing. */
  private showsZeros = true
  private readonly sharedFormulas = new SharedFormulas()
  private readonly rowsWithContent = new Set<number>()
  private lastRowWithContent = 0
  /** 1 at the number of each column with content. */
  private readonly columnsWithContent = new Uint8Array(MAX_COLUMN + 1)
  private columnCount = 0

  constructor(text: string, sheet: SheetSurroundings) {
    this.scanner = new XmlScanner(text, sheet.part)
    this.sheet = sheet
  }

  read(): SheetContent {
    const scanner = this.scanner
    this.openRoot()
    while (scanner.next()) {
      if (scanner.closing) continue
      if (scanner.name === 'row') this.readRow()
      else if (scanner.name === 'col') this.readColumnRange()
      else if (scanner.name === 'mergeCell') this.readMerge()
      else if (scanner.name === 'sheetView') this.showsZeros = isTrue(scanner.attribute('showZeros'), true)
    }
    if (!this.inOrder) this.putInOrder()
    return {
      cells: this.showsZeros ? this.cells : this.cells.map(withoutZero),
      merges: this.merges,
      columns: this.describedColumns(),
      hiddenRows: this.hiddenRows,
    }
  }

  private openRoot(): void {
    if (!this.scanner.next() || this.scanner.name !== 'worksheet') this.damaged()
  }

  private damaged(): never {
    return refuse('unreadable', 'xml-malformed', { part: this.sheet.part })
  }

  private damagedCell(): never {
    const cell = addressOf(this.row, this.column)
    return refuse('unreadable', 'cell-damaged', { sheet: this.sheet.name, cell })
  }

  private readRow(): void {
    const scanner = this.scanner
    const number = scanner.attribute('r')
    const previous = this.row
    this.row = number === undefined ? previous + 1 : Number(number)
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > MAX_ROW) this.damaged()
    // Cells count on from the row's start, unless the row goes on where it was left.
    if (this.row !== previous) this.column = 0
    if (this.row < previous) this.inOrder = false
    if (isTrue(scanner.attribute('hidden')) && this.hiddenRows.at(-1) !== this.row)
      this.hiddenRows.push(this.row)
    const depth = scanner.depth
    for (;;) {
      const usual = scanner.take(USUAL_CELL)
      if (usual) this.readUsualCell(usual)
      else if (!scanner.next() || scanner.depth < depth) return
      else if (!scanner.closing && scanner.name === 'c') this.readCell()
    }
  }

  private readUsualCell(cell: RegExpExecArray): void {
    this.moveToReference(cell[1] ?? '')
    this.readContent(cell[3], cell[2] ?? '0', cell[4], cell[5], undefined)
  }

  private readCell(): void {
    const scanner = this.scanner
    const reference = scanner.attribute('r')
    if (reference === undefined) this.moveTo(this.row, this.column + 1)
    else {
      const address = parseAddress(reference)
      if (!address) return this.damaged()
      this.moveTo(address.row, address.column)
    }
    const kind = scanner.attribute('t')
    const style = scanner.attribute('s') ?? '0'
    let raw: string | undefined
    let formula: string | undefined
    let inline: RichText | undefined
    const depth = scanner.depth
    while (scanner.next() && scanner.depth >= depth) {
      if (scanner.closing) continue
      if (scanner.name === 'v') raw = scanner.content()
      else if (scanner.name === 'f') formula = this.readFormula()
      else if (scanner.name === 'is') inline = readRichText(scanner, () => this.refuseLength())
    }
    this.readContent(kind, style, formula, raw, inline)
  }

  private readFormula(): string {
    const { scanner, row, column } = this
    const isShared = scanner.attribute('t') === 'shared'
    const group = isShared ? scanner.attribute('si') : undefined
    const text = scanner.content()
    return group === undefined ? text : this.sharedFormulas.formulaOf(group, text, row, column)
  }

  private readContent(
    kind: string | undefined,
    styleIndex: string,
    formula: string | undefined,
    raw: string | undefined,
    inline: RichText | undefined,
  ): void {
    if (raw === undefined && formula === undefined && inline === undefined) return
    if (raw !== undefined && isTooLong(raw)) this.refuseLength()
    if (formula !== undefined && isTooLong(formula)) this.refuseLength()
    const style = this.sheet.styles[Number(styleIndex)] ?? PLAIN_STYLE
    const rich = kind === 's' ? this.sharedString(raw) : kind === 'inlineStr' ? inline : undefined
    const content = rich ? textContent(rich, style) : this.content(kind, raw, style)
    if (content.text === '' && content.value === undefined && formula === undefined) return
    this.add(content, style, rich, formula, content === NOTHING)
  }

  private content(kind: string | undefined, raw: string | undefined, style: Style): CellContent {
    // A formula may result in an empty text; an empty number is no result.
    if (raw === undefined || (raw === '' && kind !== 'str')) return NOTHING
    return storedContent(kind, raw, style, this.sheet.date1904)
  }

  private moveTo(row: number, column: number): void {
    if (column < 1 || column > MAX_COLUMN || row < 1 || row > MAX_ROW) this.damaged()
    if (row === this.row && column === this.column) this.refuseDuplicate(row, column)
    if (row < this.row || (row === this.row && column < this.column)) this.inOrder = false
    this.row = row
    this.column = column
  }

  /** By hand, for addresses known to be capital letters and digits: this runs once a cell. */
  private moveToReference(reference: string): void {
    let column = 0
    let row = 0
    for (let index = 0; index < reference.length; index++) {
      const code = reference.charCodeAt(index)
      if (code >= LETTER_A) column = column * 26 + code - LETTER_A + 1
      else row = row * 10 + code - DIGIT_0
    }
    this.moveTo(row, column)
  }

  private sharedString(raw: string | undefined): RichText | undefined {
    if (raw === undefined || raw === '') return undefined
    return this.sheet.strings[Number(raw)] ?? this.damagedCell()
  }

  private refuseLength(): never {
    const where = `${this.sheet.name}!${addressOf(this.row, this.column)}`
    return refuse('limit', 'text-too-long', { where, limit: LIMITS.textLength })
  }

  private add(
    content: CellContent,
    style: Style,
    rich: RichText | undefined,
    formula: string | undefined,
    uncalculated: boolean,
  ): void {
    const { row, column, sheet } = this
    this.countContent()
    const bold = rich?.bold ?? style.bold
    const { type, text, value, converted } = content
    const isUsual =
      !bold && !style.indent && formula === undefined && !content.digitsHidden && converted === undefined
    // Most cells have none of the rarer properties; a big sheet is a third smaller without them.
    this.cells.push(
      isUsual
        ? { row, column, type, text, value }
        : {
            row,
            column,
            type,
            text,
            value,
            digitsHidden: content.digitsHidden,
            formula: formula === undefined ? undefined : decodeText(formula),
            uncalculated: uncalculated ? true : undefined,
            bold: bold ? true : undefined,
            indent: style.indent,
            converted,
          },
    )
    if (sheet.cellsBefore + this.cells.length > LIMITS.cells) {
      refuse('limit', 'too-many-cells', { limit: LIMITS.cells })
    }
  }

  private countContent(): void {
    if (this.row !== this.lastRowWithContent) {
      this.lastRowWithContent = this.row
      this.rowsWithContent.add(this.row)
      const { name: sheet } = this.sheet
      if (this.rowsWithContent.size > LIMITS.rows)
        refuse('limit', 'too-many-rows', { sheet, limit: LIMITS.rows })
    }
    if (this.columnsWithContent[this.column] === 1) return
    this.columnsWithContent[this.column] = 1
    this.columnCount++
    if (this.columnCount > LIMITS.columns) {
      refuse('limit', 'too-many-columns', { sheet: this.sheet.name, limit: LIMITS.columns })
    }
  }

  private refuseDuplicate(row: number, column: number): never {
    return refuse('limit', 'duplicate-cell', { sheet: this.sheet.name, cell: addressOf(row, column) })
  }

  /** Excel writes cells in order. Where another program did not, two cells at one address show only now. */
  private putInOrder(): void {
    this.cells.sort((a, b) => a.row - b.row || a.column - b.column)
    this.cells.forEach((cell, index) => {
      const previous = this.cells[index - 1]
      if (previous?.row === cell.row && previous.column === cell.column)
        this.refuseDuplicate(cell.row, cell.column)
    })
    const rows = [...new Set(this.hiddenRows)].sort((a, b) => a - b)
    this.hiddenRows.splice(0, this.hiddenRows.length, ...rows)
  }

  private readColumnRange(): void {
    const first = Number(this.scanner.attribute('min'))
    const last = Math.min(Number(this.scanner.attribute('max')), MAX_COLUMN)
    const width = Number(this.scanner.attribute('width'))
    const hidden = isTrue(this.scanner.attribute('hidden'))
    const before = this.columnRanges.at(-1)?.last ?? 0
    // Ranges stand in order and never overlap; what does not is damage without consequence.
    if (!Number.isInteger(first) || !Number.isInteger(last) || first <= before || first > last) return
    this.columnRanges.push({ first, last, hidden, ...(width > 0 && Number.isFinite(width) && { width }) })
  }

  /** One entry a column, up to the last with content: ranges often go on to the end of the sheet. */
  private describedColumns(): SheetContent['columns'] {
    const lastColumn = this.columnsWithContent.lastIndexOf(1)
    return this.columnRanges.flatMap(({ first, last, width, hidden }) =>
      Array.from({ length: Math.max(0, Math.min(last, lastColumn) - first + 1) }, (_, index) => ({
        column: first + index,
        ...(width !== undefined && { width }),
        hidden,
      })),
    )
  }

  private readMerge(): void {
    const range = parseRange(this.scanner.attribute('ref') ?? '')
    if (!range) return this.damaged()
    if (range.top !== range.bottom || range.left !== range.right) this.merges.push(range)
  }
}

function withoutZero(cell: SheetCell): SheetCell {
  return cell.type === 'number' && cell.value === '0' ? { ...cell, text: '' } : cell
}
