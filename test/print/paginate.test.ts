import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paginate, type PageRows, type TableHeights } from '../../electron/print/paginate.ts'

function heights(rows: string, rest: Partial<TableHeights> = {}): TableHeights {
  // "r" is a row of 10, "s" a section of 10, "t" a tall row of 60.
  return {
    page: 100,
    title: 0,
    header: 20,
    signature: 0,
    rows: [...rows].map((kind) => ({ height: kind === 't' ? 60 : 10, keepWithNext: kind === 's' })),
    ...rest,
  }
}

/** The pages as texts of the rows on them. */
function broken(rows: string, rest: Partial<TableHeights> = {}): string[] {
  return paginate(heights(rows, rest)).map(({ start, end }) => rows.slice(start, end))
}

describe('pages of a table', () => {
  it('are filled one after the other', () => {
    expect(broken('rrrrrrrrrrr')).toEqual(['rrrrrrrr', 'rrr'])
  })

  it('give room to the title on the first page only', () => {
    expect(broken('rrrrrrrrrrrrr', { title: 30 })).toEqual(['rrrrr', 'rrrrrrrr'])
  })

  it('never end with a section, nor with two', () => {
    expect(broken('rrrrrrrsrr')).toEqual(['rrrrrrr', 'srr'])
    expect(broken('rrrrrrssrr')).toEqual(['rrrrrr', 'ssrr'])
  })

  it('may end with the last row of all, whatever it is', () => {
    expect(broken('rs')).toEqual(['rs'])
  })

  it('leave a section that has no room together with its first row', () => {
    expect(broken('rstr')).toEqual(['rst', 'r'])
    expect(broken('rrst')).toEqual(['rr', 'st'])
  })

  it('end with a section only where nothing else is on the page', () => {
    expect(broken('sssssssssr')).toEqual(['ssssssss', 'sr'])
  })

  it('hold a single row that is higher than a page', () => {
    const rows = [10, 500, 10].map((height) => ({ height, keepWithNext: false }))
    expect(paginate(heights('', { rows }))).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
      { start: 2, end: 3 },
    ])
  })

  it('keep the signature on the last page with at least two rows', () => {
    expect(broken('rrr', { signature: 40 })).toEqual(['rrr'])
    expect(broken('rrrrr', { signature: 40 })).toEqual(['rrr', 'rr'])
    expect(broken('rrrrrrrrr', { signature: 40 })).toEqual(['rrrrrrr', 'rr'])
    expect(broken('rrrrrsrr', { signature: 40 })).toEqual(['rrrrr', 'srr'])
  })

  it('keep it with fewer rows where two and it are higher than a page', () => {
    expect(broken('rtt', { signature: 20 })).toEqual(['rt', 't'])
    expect(broken('rt', { signature: 60 })).toEqual(['rt', ''])
  })

  it('are one page for a table without rows', () => {
    expect(broken('')).toEqual([''])
    expect(broken('', { title: 50, signature: 60 })).toEqual(['', ''])
  })

  it('start after the title where title and first row are higher than a page', () => {
    expect(broken('tr', { title: 30 })).toEqual(['', 'tr'])
    expect(broken('str', { title: 20 })).toEqual(['', 'str'])
  })
})

describe('pages of any table', () => {
  const anyHeights = fc.record({
    page: fc.integer({ min: 100, max: 400 }),
    title: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 })),
    header: fc.integer({ min: 5, max: 40 }),
    signature: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 })),
    rows: fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 200 }),
        keepWithNext: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
      }),
      { maxLength: 60 },
    ),
  })

  function used(table: TableHeights, page: PageRows, first: boolean, last: boolean): number {
    const rows = table.rows.slice(page.start, page.end).reduce((total, row) => total + row.height, 0)
    const header = page.end > page.start ? table.header : 0
    return rows + header + (first ? table.title : 0) + (last ? table.signature : 0)
  }

  it('have every row once, in order', () => {
    fc.assert(
      fc.property(anyHeights, (table) => {
        const pages = paginate(table)
        const rows = pages.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, row) => start + row),
        )
        expect(rows).toEqual(table.rows.map((_, row) => row))
      }),
    )
  })

  it('overflow only by a single row', () => {
    fc.assert(
      fc.property(anyHeights, (table) => {
        const pages = paginate(table)
        pages.forEach((page, index) => {
          const first = index === 0
          const last = index === pages.length - 1
          const rows = page.end - page.start
          const alone = rows === 1 && !(first && table.title > 0) && !(last && table.signature > 0)
          expect(alone || used(table, page, first, last) <= table.page).toBe(true)
        })
      }),
    )
  })

  it('end with a row that wants its next only where that cannot be helped', () => {
    fc.assert(
      fc.property(anyHeights, (table) => {
        const pages = paginate(table)
        pages.slice(0, -1).forEach((page, index) => {
          if (page.end === page.start || table.rows[page.end - 1]?.keepWithNext !== true) return
          const run = table.rows.slice(0, page.end).findLastIndex((row) => !row.keepWithNext) + 1
          // The signature brings the last rows along, which may leave no room for these.
          const withSignature = table.signature > 0 && index === pages.length - 2
          const end = withSignature ? table.rows.length : page.end + 1
          const together = table.rows.slice(run, end).reduce((total, row) => total + row.height, 0)
          const signature = withSignature ? table.signature : 0
          // Nothing but such rows on the page, or they and their next do not fit on one.
          expect(run <= page.start || together + table.header + signature > table.page).toBe(true)
        })
      }),
    )
  })

  it('keep the signature with two rows where a page holds them', () => {
    fc.assert(
      fc.property(anyHeights, (table) => {
        const last = paginate(table).at(-1)
        const two = table.rows.slice(-2)
        const needed = two.reduce((total, row) => total + row.height, table.header + table.signature)
        if (table.signature === 0 || needed > table.page) return
        expect((last?.end ?? 0) - (last?.start ?? 0)).toBeGreaterThanOrEqual(two.length)
      }),
    )
  })
})
