import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportPdf } from '../../electron/services/export.ts'
import { calculate } from '../../shared/calculate.ts'
import type { Report } from '../../shared/model.ts'
import { shown } from '../../shared/shown.ts'
import { changed, everyKind, tall, wide } from '../outputReports.ts'
import { pdfFonts, pdfPages, type PdfPage } from '../pdf.ts'
import { build } from '../shared/building.ts'
import { importFixture } from '../shared/importing.ts'
import { startChromium, type ChromiumEngine } from './chromiumEngine.ts'

let engine: ChromiumEngine

beforeAll(async () => {
  engine = await startChromium()
}, 60_000)

afterAll(async () => {
  await engine.close()
})

async function printed(report: Report): Promise<readonly PdfPage[]> {
  return pdfPages(await exportPdf(report, engine))
}

/** Every word between the margins, but for the page number above them. */
function expectInsideMargins(pages: readonly PdfPage[]): void {
  for (const page of pages) {
    for (const word of page.words) {
      expect(word.left, word.text).toBeGreaterThan(29.9)
      expect(word.right, word.text).toBeLessThan(page.width - 14.9)
      expect(word.bottom, word.text).toBeLessThan(page.height - 19)
    }
  }
}

function expectNumbered(pages: readonly PdfPage[]): void {
  pages.forEach((page, index) => {
    const above = page.words.filter((word) => word.top < 19)
    expect(above.map((word) => word.text)).toEqual(index === 0 ? [] : [String(index + 1)])
    const [number] = above
    if (number === undefined) return
    const middleOfText = 30 + (page.width - 45) / 2
    expect(Math.abs((number.left + number.right) / 2 - middleOfText)).toBeLessThan(1)
  })
}

/** The words of a text stand in the document as often as they do in the text, in order, if perhaps wrapped. */
function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

describe.each(['luc-binh-2023', 'bac-kan-6-thang-2024'] as const)('%s on paper', (name) => {
  const report = importFixture(name)
  let pdf: Uint8Array
  let pages: readonly PdfPage[]

  beforeAll(async () => {
    pdf = await exportPdf(report, engine)
    pages = await pdfPages(pdf)
  }, 60_000)

  it('is A4 upright, between the margins, numbered from the second page on', () => {
    for (const page of pages) expect([Math.round(page.width), Math.round(page.height)]).toEqual([210, 297])
    expectInsideMargins(pages)
    expectNumbered(pages)
  })

  it('has every word and figure of every row, as composed Vietnamese text', () => {
    const computed = calculate(report)
    const expected = report.rows.flatMap((row) =>
      report.columns.flatMap((column) => wordsOf(shown(report, row, column, computed).text)),
    )
    const found = pages.flatMap((page) => page.words.map((word) => word.text))
    expect(found.join(' ')).toBe(found.join(' ').normalize('NFC'))
    for (const word of new Set(expected)) {
      const times = (words: readonly string[]) => words.filter((other) => other === word).length
      expect(times(found), word).toBeGreaterThanOrEqual(times(expected))
    }
  })

  it('repeats the header on every page', () => {
    for (const page of pages) expect(page.text).toMatch(/Chỉ tiêu/)
    expect(pages.length).toBeGreaterThan(1)
  })

  it('never ends a page with a section', () => {
    const sections = report.rows.filter((row) => row.kind === 'section')
    for (const page of pages.slice(0, -1)) {
      const lowest = Math.max(...page.words.map((word) => word.bottom))
      const last = page.words.filter((word) => word.bottom > lowest - 3).map((word) => word.text)
      expect(sections.map((row) => row.ordinal)).not.toContain(last[0])
    }
  })

  it('embeds Times New Roman or its twin, with Unicode, in at most 60 KB', async () => {
    const fonts = await pdfFonts(pdf)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      expect(font.name).toMatch(/TimesNewRoman|LiberationSerif/)
      expect([font.embedded, font.unicode]).toEqual([true, true])
    }
    expect(pdf.length).toBeLessThan(60_000)
  })
})

describe('the signature', () => {
  it('stands below at least the last two rows, with room to sign', async () => {
    const pages = await printed(importFixture('luc-binh-2023'))
    const last = pages.at(-1)
    expect(last?.text).toMatch(/Số chi bộ .* Tỷ lệ đảng viên .* T\/M ĐẢNG ỦY PHÓ BÍ THƯ Nông Thị Quyến$/)
    const post = last?.words.find((word) => word.text === 'THƯ')
    const name = last?.words.find((word) => word.text === 'Quyến')
    expect((name?.top ?? 0) - (post?.bottom ?? 0)).toBeGreaterThan(12)
  })

  it('is not there where the source has none', async () => {
    const pages = await printed(importFixture('bac-kan-6-thang-2024'))
    expect(pages.at(-1)?.text).toMatch(/129,26$/)
  })
})

describe('the reasons of overruled cells', () => {
  it('stand on request between table and signature, marked in their cells', async () => {
    const pages = await pdfPages(await exportPdf(everyKind(), engine, { reasons: true }))
    const text = pages.map((page) => page.text).join(' ')
    expect(text).toMatch(/Đánh giá cuối năm\s?\(1\)/)
    expect(text).toMatch(/Tổng cộng .*Ghi chú: \(1\) Sửa tay: chưa chốt TM\. ỦY BAN NHÂN DÂN/)
    expect((await printed(everyKind())).map((page) => page.text).join(' ')).not.toContain('chưa chốt')
  })

  it('go on to further pages where they are many', async () => {
    const report = wide(3, 60)
    const overruled = {
      ...report,
      rows: report.rows.map((row, index) => ({
        ...row,
        overrides: { c4: { text: '1', reason: `Lý do thứ ${index}` } },
      })),
    }
    const pages = await pdfPages(await exportPdf(overruled, engine, { reasons: true }))
    expectInsideMargins(pages)
    expectNumbered(pages)
    const text = pages.map((page) => page.text).join(' ')
    for (let index = 0; index < 60; index += 1)
      expect(text).toContain(`(${index + 1}) Sửa tay: Lý do thứ ${index}`)
    expect(pages.at(-1)?.text).toMatch(/Trần Thị Bích Ngọc$/)
  })
})

describe('ugly tables', () => {
  it('of more than seven columns lie across', async () => {
    const pages = await printed(wide(9, 40))
    for (const page of pages) expect([Math.round(page.width), Math.round(page.height)]).toEqual([297, 210])
    expectInsideMargins(pages)
    expectNumbered(pages)
  })

  it('of sixty columns go on in bands, each with ordinal, name and unit, nothing lost', async () => {
    const report = wide(57, 16)
    const pages = await printed(report)
    expectInsideMargins(pages)
    expectNumbered(pages)
    for (const page of pages) expect(page.text).toContain('Chỉ tiêu')
    const words = new Set(pages.flatMap((page) => page.words.map((word) => word.text)))
    const figures = report.rows.flatMap((row) => Object.values(row.cells).map((cell) => cell.text))
    expect(figures.filter((figure) => !words.has(figure))).toEqual([])
    expect(pages.filter((page) => page.text.includes('Trần Thị Bích Ngọc'))).toEqual([pages.at(-1)])
  }, 60_000)

  it('of 300 rows keep every row, in order', async () => {
    const pages = await printed(wide(3, 300))
    expectInsideMargins(pages)
    expectNumbered(pages)
    const ordinals = pages.flatMap((page) =>
      page.words
        .filter((word) => word.top > 20 && word.left < 37 && /^\d+$/.test(word.text))
        .map((word) => Number(word.text)),
    )
    expect(ordinals).toEqual(Array.from({ length: 300 }, (_, row) => row).filter((row) => row % 15 !== 0))
  }, 60_000)

  it('with rows higher than half a page put each on a page of its own', async () => {
    const pages = await printed(tall([330, 330, 330]))
    expect(pages).toHaveLength(3)
    expectInsideMargins(pages)
  })

  it('lose nothing of a row higher than a page', async () => {
    const report = tall([3, 900, 3])
    const pages = await printed(report)
    const name = report.rows[1]?.name ?? ''
    const words = pages.flatMap((page) => page.words.map((word) => word.text))
    const count = (word: string) => words.filter((other) => other === word).length
    expect(count('vệ')).toBe(
      wordsOf(report.rows.map((row) => row.name).join(' ')).filter((w) => w === 'vệ').length,
    )
    expect(name.length).toBeGreaterThan(3000)
    expect(pages.length).toBeGreaterThan(2)
  })

  it('use smaller type before they lie across', async () => {
    const narrow = build([['1', 'Thu ngân sách', 'Đồng', '1', '2', '', '']])
    const figure = '123.456.789.012'
    const cells = { c4: { text: figure }, c5: { text: figure }, c3: { text: figure } }
    const full = build([['1', 'Thu ngân sách', 'Đồng', figure, figure, figure, '']], {
      roles: ['ordinal', 'name', 'plan', 'actual', 'estimate', 'previous', 'note'],
    })
    const sizeOf = (page: PdfPage | undefined, text: string) => {
      const word = page?.words.find((other) => other.text === text)
      return (word?.bottom ?? 0) - (word?.top ?? 0)
    }
    const [large] = await printed(narrow)
    const [small] = await printed(changed(full, {}, {}, { 0: { cells: { ...cells, c6: { text: figure } } } }))
    expect(small?.width).toBeLessThan(211)
    expect(sizeOf(small, 'Thu')).toBeLessThan(sizeOf(large, 'Thu'))
    expect(sizeOf(small, 'Thu') / sizeOf(large, 'Thu')).toBeGreaterThan(0.82)
  })

  it.each([
    ['one row', build([['1', 'Một dòng', 'Ha', '02', '02', '', '']]), /Một dòng .*Ha 02 02 .*100 Đạt/],
    ['no rows', build([]), /Cột 7$/],
    ['no title', changed(build([['1', 'Lúa', 'Ha', '1', '1', '', '']]), { title: '' }), /^Cột 1/],
    ['every kind of cell', everyKind(), /Giảm cả 3 tiêu chí/],
  ])('of %s are printed', async (_, report, text) => {
    const pages = await printed(report)
    expectInsideMargins(pages)
    expect(pages.map((page) => page.text).join(' ')).toMatch(text)
  })
})
