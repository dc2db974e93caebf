/** From the parts of an .xlsx file to plain cells. */
import type { Sheet, Workbook } from '../../shared/sheet.ts'
import { withLegibleNames } from './legacy/sheetNames.ts'
import type { Parts } from './prescan.ts'
import { readSharedStrings } from './sharedStrings.ts'
import { readSheet } from './sheetReader.ts'
import { readStyles } from './styles.ts'
import { readOutline, takePart } from './workbookParts.ts'

/** Takes what it reads out of `parts`. Refuses what is no .xlsx with the reason. */
export function readXlsx(parts: Parts): Workbook {
  const outline = readOutline(parts)
  const styles =
    outline.styles === undefined ? [] : readStyles(takePart(parts, outline.styles), outline.styles)
  const strings =
    outline.sharedStrings === undefined
      ? []
      : readSharedStrings(takePart(parts, outline.sharedStrings), outline.sharedStrings)
  const sheets: Sheet[] = []
  let cellsBefore = 0
  for (const { name, hidden, part } of outline.sheets) {
    const { date1904 } = outline
    const content = readSheet(takePart(parts, part), { name, part, strings, styles, date1904, cellsBefore })
    cellsBefore += content.cells.length
    sheets.push({ name, hidden, ...content })
  }
  return { format: 'xlsx', sheets: withLegibleNames(sheets) }
}
