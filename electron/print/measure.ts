/** Measures a report in the engine: first what its columns need, then, with their widths set, how high all of it is. */
import { z } from 'zod'
import { textArea } from '../../shared/paperSize.ts'
import { widthNeed, type WidthNeed } from '../../shared/paperWidths.ts'
import type { PaperTable } from '../../shared/paper.ts'
import type { PrintPage } from './engine.ts'
import { TABLE_BORDER, type Setting } from './paper.ts'

const length = z.number().nonnegative()

/** By table and column, in CSS pixels: the widest piece that is not broken, and the longest line of the rows. */
const widths = z.array(z.object({ pieces: z.array(length), lines: z.array(length) }))

/** In CSS pixels. */
const heights = z.object({
  title: length,
  /** Of each of the last table's notes. */
  notes: z.array(length),
  signature: length,
  tables: z.array(z.object({ header: length, rows: z.array(length) })),
})

export type Heights = z.infer<typeof heights>

const HELPERS = `
  const tables = [...document.querySelectorAll('table')]
  const box = (element) => element ? element.getBoundingClientRect() : { top: 0, height: 0 }
  const height = (element) => box(element).height
  const columnsOf = (table) => [...table.querySelectorAll('col')]
`

/** What the columns of the measuring document's tables need at a setting. */
export async function measureNeeds(
  page: PrintPage,
  tables: readonly PaperTable[],
  setting: Setting,
): Promise<readonly (readonly WidthNeed[])[]> {
  const answer = await page.evaluate(`(() => {
    ${HELPERS}
    const style = document.documentElement.style
    style.setProperty('--width', '${textArea(setting.landscape).width}px')
    style.setProperty('--table-size', '${setting.fontSize}pt')
    const widthsAt = (table, width) => {
      table.style.width = width
      return columnsOf(table).map((column) => box(column).width)
    }
    return tables.map((table) => {
      table.style.tableLayout = 'auto'
      const pieces = widthsAt(table, 'min-content')
      table.tHead.style.display = 'none'
      const lines = widthsAt(table, 'max-content')
      table.tHead.style.display = ''
      return { pieces, lines }
    })
  })()`)
  return widths
    .parse(answer)
    .map(({ pieces, lines }, table) =>
      (tables[table]?.columns ?? []).map(({ role }, column) =>
        widthNeed(role, pieces[column] ?? 0, lines[column] ?? 0),
      ),
    )
}

/** Sets the widths of the tables' columns and measures all of the measuring document. */
export async function measureHeights(
  page: PrintPage,
  columnWidths: readonly (readonly number[])[],
): Promise<Heights> {
  const answer = await page.evaluate(`(() => {
    ${HELPERS}
    const widths = ${JSON.stringify(columnWidths)}
    tables.forEach((table, index) => {
      table.style.tableLayout = 'fixed'
      table.style.width = widths[index].reduce((sum, width) => sum + width, ${TABLE_BORDER}) + 'px'
      columnsOf(table).forEach((column, position) => { column.style.width = widths[index][position] + 'px' })
    })
    return {
      title: height(document.querySelector('.title-block')),
      notes: [...document.querySelectorAll('.note')].map(height),
      signature: height(document.querySelector('.signature')),
      tables: tables.map((table) => ({
        header: box(table.tBodies[0]).top - box(table).top,
        rows: [...table.tBodies[0].rows].map(height),
      })),
    }
  })()`)
  return heights.parse(answer)
}
