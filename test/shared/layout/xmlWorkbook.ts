/** Workbooks of hand-written XML for the shapes that offices use, and a table as text to compare cell by cell. */
import { columnLetter } from '../../../shared/layout/address.ts'
import { planImport } from '../../../shared/layout/planImport.ts'
import type { PlannedColumn, PlannedRow, PlannedTable } from '../../../shared/layout/plan.ts'
import { formatFigure } from '../../../shared/quantity.ts'
import type { Cell } from '../../../shared/model.ts'
import type { Workbook } from '../../../shared/sheet.ts'
import { read, xlsx } from '../../excel/xlsx.ts'

const FORMATS = {
  general: 0,
  percent: 10,
  oneDecimal: 164,
  thousands: 165,
  monthYear: 166,
  noZeros: 167,
} as const

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const CONTENT_TYPES = [
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>`,
  '</Types>',
].join('')

export interface XmlCell {
  /** A number is a numeric cell, a string a text. */
  readonly value?: string | number
  /** Without "="; the value is what was calculated. */
  readonly formula?: string
  readonly bold?: boolean
  readonly indent?: number
  readonly format?: keyof typeof FORMATS
}

/** null is an empty cell. */
export type XmlCellSpec = string | number | null | XmlCell

export interface XmlSheet {
  readonly rows: readonly (readonly XmlCellSpec[])[]
  /** As "A7:A8". */
  readonly merges?: readonly string[]
  /** Of the first row and column; 1 by default. */
  readonly at?: { readonly row: number; readonly column: number }
  readonly hiddenRows?: readonly number[]
  /** From 1. */
  readonly hiddenColumns?: readonly number[]
}

/** The bytes of an .xlsx with one sheet. */
export function workbookBytes({
  rows,
  merges = [],
  at,
  hiddenRows = [],
  hiddenColumns = [],
}: XmlSheet): Uint8Array {
  const styles = new StyleTable()
  const { row: top, column: left } = at ?? { row: 1, column: 1 }
  const xml = rows.map((cells, index) => {
    const row = top + index
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : ''
    const written = cells.map((cell, place) => cellXml(cell, `${columnLetter(left + place)}${row}`, styles))
    return `<row r="${row}"${hidden}>${written.join('')}</row>`
  })
  const hidden = hiddenColumns.map((column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`)
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`)
  return xlsx({
    rows: xml.join(''),
    ...(hidden.length > 0 && { before: `<cols>${hidden.join('')}</cols>` }),
    ...(merged.length > 0 && {
      after: `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    }),
    styles: styles.xml(),
    // Only LibreOffice asks for it.
    parts: { '[Content_Types].xml': CONTENT_TYPES },
  })
}

/** As the program reads it. */
function workbookOfXml(sheet: XmlSheet): Workbook {
  return read(workbookBytes(sheet))
}

export function tablesOfXml(sheet: XmlSheet): readonly PlannedTable[] {
  return planImport(workbookOfXml(sheet)).tables
}

/**
 * Everything that is read of a table, a line each: the place, title, period and office; the columns with what they compare;
 * the rows with each cell that a column takes.
 */
export function tableText(table: PlannedTable): readonly string[] {
  const { range, headerRows, title, period, office, columns, rows } = table
  return [
    `${range} header ${headerRows.first}-${headerRows.last}`,
    [title, periodText(period), office].join(' | '),
    ...columns.map(columnText),
    ...rows.map((row) => rowText(row, columns)),
  ]
}

function columnText(column: PlannedColumn): string {
  const { letter, role, year, assignedBy, hidden, of, to, header } = column
  const compared = [of, to].map((other) => (other === undefined ? '' : columnLetter(other)))
  return [
    letter,
    role,
    ...(year === undefined ? [] : [year]),
    ...(assignedBy === undefined ? [] : [assignedBy]),
    ...(hidden ? ['hidden'] : []),
    ...(of === undefined && to === undefined ? [] : [`=${compared.join('/')}`]),
  ]
    .join(' ')
    .concat(`: ${header.join(' / ')}`)
}

function rowText(planned: PlannedRow, columns: readonly PlannedColumn[]): string {
  const { row, level, kind, hidden, ordinal, mark, name, unit, cells } = planned
  const fields = ['ordinal', 'name', 'unit']
  const texts = columns
    .filter(({ role }) => !fields.includes(role))
    .map(({ column }) => cellText(cells[column]))
  const head = [
    row,
    level,
    kind,
    ...(hidden ? ['hidden'] : []),
    `[${ordinal}]`,
    ...(mark === undefined ? [] : [mark]),
  ]
  return `${head.join(' ')} ${name} (${unit}) ${texts.join(' | ')}`.trimEnd()
}

/** The text as seen; behind it what it means, where that is something else: "99,67%{99.67}", "≥ 99{>=99}". */
function cellText(cell: Cell | undefined): string {
  const { text = '', quantity } = cell ?? {}
  if (quantity?.value === undefined) return text
  const meaning = `${quantity.op === '=' ? '' : quantity.op}${quantity.value}`
  return formatFigure(meaning) === text || meaning === text ? text : `${text}{${meaning}}`
}

function periodText(period: PlannedTable['period']): string {
  return Object.values(period).join(' ')
}

function cellXml(spec: XmlCellSpec, address: string, styles: StyleTable): string {
  if (spec === null) return ''
  const cell = typeof spec === 'object' ? spec : { value: spec }
  const style = styles.indexOf(cell)
  const formula = cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`
  const start = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`
  if (cell.value === undefined) return `${start}>${formula}</c>`
  if (typeof cell.value === 'number') return `${start}>${formula}<v>${cell.value}</v></c>`
  return formula === ''
    ? `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.value)}</t></is></c>`
    : `${start} t="str">${formula}<v>${escaped(cell.value)}</v></c>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The styles that cells ask for, each once. */
class StyleTable {
  readonly #formats = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']

  indexOf({ bold = false, indent = 0, format = 'general' }: XmlCell): number {
    const alignment = indent > 0 ? `<alignment horizontal="left" indent="${indent}"/>` : ''
    const attributes = `numFmtId="${FORMATS[format]}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0"`
    const xml =
      alignment === '' ? `<xf ${attributes}/>` : `<xf ${attributes} applyAlignment="1">${alignment}</xf>`
    const found = this.#formats.indexOf(xml)
    return found >= 0 ? found : this.#formats.push(xml) - 1
  }

  xml(): string {
    const formats = [
      '<numFmt numFmtId="164" formatCode="0.0"/>',
      '<numFmt numFmtId="165" formatCode="#,##0.0"/>',
      '<numFmt numFmtId="166" formatCode="mm/yyyy"/>',
      '<numFmt numFmtId="167" formatCode="0;-0;&quot;&quot;;@"/>',
    ]
    const fonts =
      '<font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font>'
    return [
      `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`,
      `<fonts count="2">${fonts}</fonts>`,
      '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>',
      '<borders count="1"><border/></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${this.#formats.length}">${this.#formats.join('')}</cellXfs>`,
    ].join('')
  }
}
