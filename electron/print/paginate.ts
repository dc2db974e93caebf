/** Breaks a table into pages by its measured heights. Pure; all heights are in one unit, such as CSS pixels. */

export interface TableHeights {
  /** What one page holds. */
  readonly page: number
  /** Stands above the table on the first page: letterhead and title; 0 for none. */
  readonly title: number
  /** Stands above the rows on every page that has rows. */
  readonly header: number
  readonly rows: readonly { readonly height: number; readonly keepWithNext: boolean }[]
  /** Stands below the table on the last page; 0 for none. */
  readonly signature: number
}

/** Rows `start` up to but not including `end`. */
export interface PageRows {
  readonly start: number
  readonly end: number
}

/** Rows that a signature is kept together with. */
const ROWS_WITH_SIGNATURE = 2

/**
 * The pages of a table, at least one, in order. Every row stands on exactly one page. A page overflows only where a
 * single row, the title or the signature is higher than a page by itself. A row with `keepWithNext` is not the last of
 * its page, and the signature has the last two rows above it, wherever a page can hold that. The first page has no rows
 * when the title leaves no room, the last one none when the signature leaves none.
 */
export function paginate(heights: TableHeights): readonly PageRows[] {
  const count = heights.rows.length
  const pages = fillPages(heights, count)
  const last = pages.at(-1)
  if (heights.signature === 0 || (last && holdsSignature(heights, last, pages.length === 1))) return pages
  const start = signatureStart(heights)
  return [...(start > 0 || heights.title > 0 ? fillPages(heights, start) : []), { start, end: count }]
}

function fillPages(heights: TableHeights, count: number): PageRows[] {
  const pages: PageRows[] = []
  let start = 0
  do {
    const end = pageEnd(heights, start, count, pages.length === 0)
    pages.push({ start, end })
    start = end
  } while (start < count)
  return pages
}

/** Fills one page from `start`, then gives back the rows that must not be its last. */
function pageEnd(heights: TableHeights, start: number, count: number, first: boolean): number {
  // Only a title can be on a page without rows: everywhere else one row is taken, or nothing would move on.
  const least = first && heights.title > 0 ? start : Math.min(start + 1, count)
  let room = roomForRows(heights, first)
  let end = start
  while (end < count && (heightOf(heights, end) <= room || end < least)) {
    room -= heightOf(heights, end)
    end += 1
  }
  return end === count ? end : withoutTrailing(heights, least, end)
}

/** The end of a page moved up over rows that must not be its last, unless nothing else would be left on it. */
function withoutTrailing(heights: TableHeights, least: number, end: number): number {
  const mustNotBeLast = (row: number) => heights.rows[row]?.keepWithNext === true
  let kept = end
  while (kept > least && mustNotBeLast(kept - 1)) kept -= 1
  return mustNotBeLast(kept - 1) ? end : kept
}

function holdsSignature(heights: TableHeights, page: PageRows, first: boolean): boolean {
  const enough = page.end - page.start >= Math.min(ROWS_WITH_SIGNATURE, heights.rows.length)
  return enough && sum(heights, page.start, page.end) + heights.signature <= roomForRows(heights, first)
}

/** The first row of the last page: as many rows above the signature as the page holds, of those that belong there. */
function signatureStart(heights: TableHeights): number {
  const count = heights.rows.length
  for (let wanted = Math.max(0, count - ROWS_WITH_SIGNATURE); wanted < count; wanted += 1) {
    const start = withoutTrailing(heights, 0, wanted)
    for (const candidate of [start, wanted]) {
      const fits = sum(heights, candidate, count) + heights.signature <= roomForRows(heights, false)
      if (fits) return candidate
    }
  }
  return count
}

function roomForRows(heights: TableHeights, first: boolean): number {
  return heights.page - heights.header - (first ? heights.title : 0)
}

function heightOf(heights: TableHeights, row: number): number {
  return heights.rows[row]?.height ?? 0
}

function sum(heights: TableHeights, start: number, end: number): number {
  return heights.rows.slice(start, end).reduce((total, row) => total + row.height, 0)
}
