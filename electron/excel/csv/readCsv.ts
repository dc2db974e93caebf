/** From the bytes of a text file with separators (.csv, .tsv, .txt) to plain cells. */
import Papa from 'papaparse'
import type { SheetCell, Workbook } from '../../../shared/sheet.ts'
import { addressOf } from '../address.ts'
import { CellCounter } from '../cellCounter.ts'
import { legible } from '../legacy/legible.ts'
import { LIMITS } from '../limits.ts'
import { decodePlainText } from '../plainText.ts'
import { refuse } from '../refusal.ts'
import { isTooLong } from '../text.ts'
import { withDecimalPoint } from './decimalPoint.ts'
import { separatorOf, SEPARATORS, type Separator } from './separator.ts'

/** So much of a file tells its separator. */
const SAMPLE_CHARACTERS = 100_000
const SAMPLE_RECORDS = 500

/** No text has it: with this as its quote nothing is quoted. */
const NO_QUOTE = '\0'

/**
 * Refuses what is no text, or a text without a common separator, as no workbook. Cells are texts as they were typed, which
 * the reading of figures understands or asks about, but for the figures of files with a decimal point.
 * `name` is the file's, without its folder: as in Excel the one sheet is called after it.
 */
export function readCsv(bytes: Uint8Array, name: string): Workbook {
  const { text, legacy } = decodePlainText(bytes) ?? refuse('not-a-workbook', 'not-a-workbook')
  const sheet = name.replace(/\.[^.]*$/, '').normalize('NFC')
  // Excel writes its separator into the first line if it is told to; that line is no row.
  const [line, declared] = /^sep=([\t;,|])\n/i.exec(text) ?? ['']
  const rest = text.slice(line.length)
  const separator = SEPARATORS.find((each) => each === declared) ?? detectedSeparator(rest)
  const quote = isQuoted(rest, separator) ? '"' : NO_QUOTE
  const encoding = legacy && { encoding: legacy, capitals: false }
  const cells: SheetCell[] = []
  const counter = new CellCounter(sheet)
  let row = 0
  eachRecord(rest, separator, quote, (record) => {
    row++
    record.forEach((raw, index) => {
      if (raw.trim() === '') return
      const column = index + 1
      if (isTooLong(raw)) {
        const where = addressOf(row, column)
        refuse('limit', 'text-too-long', { where, limit: LIMITS.textLength })
      }
      counter.count(row, column)
      const { text: shown, converted } = legible({ text: raw }, encoding)
      cells.push({
        row,
        column,
        type: 'text',
        text: shown.normalize('NFC'),
        ...(converted !== undefined && { converted }),
      })
    })
  })
  const sheetCells = withDecimalPoint(cells)
  return {
    format: 'csv',
    sheets: [{ name: sheet, hidden: false, cells: sheetCells, merges: [], columns: [], hiddenRows: [] }],
  }
}

function detectedSeparator(text: string): Separator {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const separator = separatorOf((candidate) => {
    const records: (readonly string[])[] = []
    eachRecord(sample, candidate, '"', (record) => records.push(record), SAMPLE_RECORDS)
    return records
  })
  return separator ?? refuse('not-a-workbook', 'not-a-workbook')
}

/**
 * Tables typed by hand have quotes as ditto marks: cells of nothing else, or a quote that never ends. There a quote is a
 * character like others.
 */
function isQuoted(text: string, separator: Separator): boolean {
  const mark = separator === '|' ? '\\|' : separator
  if (!new RegExp(`(?:^|${mark})"(?!${mark}|$)`, 'm').test(text)) return false
  let isWhole = true
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    step: ({ errors }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) isWhole = false
    },
  })
  return isWhole
}

function eachRecord(
  text: string,
  separator: Separator,
  quoteChar: string,
  take: (record: readonly string[]) => void,
  preview = 0,
): void {
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    quoteChar,
    preview,
    // One record at a time: only cells with content are kept.
    step: ({ data }) => take(data),
  })
}
