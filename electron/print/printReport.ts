/**
 * A report becomes a PDF: laid out once to be measured, broken into pages by its heights, printed page by page.
 * Chromium itself stops repeating a header higher than a quarter of the page and keeps no signature with its rows.
 */
import type { Computed } from '../../shared/calculate.ts'
import type { Report } from '../../shared/model.ts'
import { paperTable, type PaperOptions, type PaperTable } from '../../shared/paper.ts'
import { fitsPortrait, textArea } from '../../shared/paperSize.ts'
import { shareWidth, type WidthNeed } from '../../shared/paperWidths.ts'
import { bands } from './bands.ts'
import type { PageEngine, PrintPage } from './engine.ts'
import { measureHeights, measureNeeds, type Heights } from './measure.ts'
import { measuringDocument, printedDocument, type PrintedPage } from './page.ts'
import { paginate } from './paginate.ts'
import { TABLE_BORDER, type Setting } from './paper.ts'

/** In points: 12 is usual, below 10 is too small to read. */
const FONT_SIZES = [12, 11.5, 11, 10.5, 10] as const
/** A table too wide even so is cut into bands. */
const SMALLEST: Setting = { landscape: true, fontSize: 10 }
/** Kept free on every page: heights are measured on screen, and paper rounds in its own way. */
const SPARE = 3

/** A report laid out: its tables (one, unless it is too wide), their columns' widths and how high all of it is. */
interface Layout {
  readonly setting: Setting
  readonly tables: readonly PaperTable[]
  readonly columnWidths: readonly (readonly number[])[]
  readonly heights: Heights
}

/** The report as handed in, A4, as PDF. Smaller type before landscape. */
export async function reportPdf(
  report: Report,
  computed: Computed,
  engine: PageEngine,
  options: PaperOptions = {},
): Promise<Uint8Array> {
  const layout = await layOut(report, paperTable(report, computed, options), engine)
  const html = printedDocument(report, printedPages(layout), layout.setting)
  return withPage(engine, html, (page) => page.pdf(layout.setting.landscape))
}

/** A table too wide for one page goes on, band by band, on further pages. */
function printedPages({ setting, tables, columnWidths, heights }: Layout): readonly PrintedPage[] {
  return tables.flatMap((table, index) => {
    const { header, rows } = heights.tables[index] ?? { header: 0, rows: [] }
    const firstTable = index === 0
    const lastTable = index === tables.length - 1
    const noteHeights = lastTable ? heights.notes : []
    const pages = paginate({
      page: textArea(setting.landscape).height - SPARE,
      title: firstTable ? heights.title : 0,
      header,
      rows: [
        ...table.rows.map(({ row }, position) => ({
          height: rows[position] ?? 0,
          keepWithNext: row.kind === 'section',
        })),
        // The first is the heading of the others.
        ...noteHeights.map((height, position) => ({ height, keepWithNext: position === 0 })),
      ],
      signature: lastTable ? heights.signature : 0,
    })
    return pages.map((rowsOfPage, position) => ({
      table,
      columnWidths: columnWidths[index] ?? [],
      rows: rowsOfPage,
      title: firstTable && position === 0,
      signature: lastTable && position === pages.length - 1,
    }))
  })
}

async function layOut(report: Report, table: PaperTable, engine: PageEngine): Promise<Layout> {
  const settings = settingsFor(table.columns.length)
  return withPage(engine, measuringDocument(report, [table], SMALLEST), async (page) => {
    for (const setting of settings) {
      const [needs = []] = await measureNeeds(page, [table], setting)
      if (leastWidth(needs) <= roomForColumns(setting)) {
        return setWidths(page, [table], [needs], setting)
      }
    }
    const [needs = []] = await measureNeeds(page, [table], SMALLEST)
    return layOutBands(report, bands(table, needs, roomForColumns(SMALLEST)), engine)
  })
}

async function layOutBands(
  report: Report,
  tables: readonly PaperTable[],
  engine: PageEngine,
): Promise<Layout> {
  return withPage(engine, measuringDocument(report, tables, SMALLEST), async (page) =>
    setWidths(page, tables, await measureNeeds(page, tables, SMALLEST), SMALLEST),
  )
}

async function setWidths(
  page: PrintPage,
  tables: readonly PaperTable[],
  needs: readonly (readonly WidthNeed[])[],
  setting: Setting,
): Promise<Layout> {
  const room = roomForColumns(setting)
  const columnWidths = tables.map((table, index) => shareWidth(table.columns, needs[index] ?? [], room))
  return { setting, tables, columnWidths, heights: await measureHeights(page, columnWidths) }
}

function roomForColumns(setting: Setting): number {
  return textArea(setting.landscape).width - TABLE_BORDER
}

function leastWidth(needs: readonly WidthNeed[]): number {
  return needs.reduce((sum, need) => sum + need.least, 0)
}

/** What is tried, in this order. */
function settingsFor(columns: number): readonly Setting[] {
  const sizes = (landscape: boolean) => FONT_SIZES.map((fontSize) => ({ landscape, fontSize }))
  return fitsPortrait(columns) ? [...sizes(false), ...sizes(true)] : sizes(true)
}

async function withPage<T>(
  engine: PageEngine,
  html: string,
  use: (page: PrintPage) => Promise<T>,
): Promise<T> {
  const page = await engine.open(html)
  try {
    return await use(page)
  } finally {
    await page.close()
  }
}
