/** What a person sets of the tables in a preview, and what becomes of it when the workbook is planned again. */
import { describe, expect, it } from 'vitest'
import {
  corrected,
  isCorrected,
  NO_DRAFT,
  oldPlaces,
  placesOf,
  rememberedName,
  restored,
  stepBack,
} from '../../../renderer/import/drafts.ts'
import { previewOf } from '../../../renderer/import/previewReport.ts'
import { planImport } from '../../../shared/layout/planImport.ts'
import { sheetOf, workbookOf } from '../../shared/layout/sheetOf.ts'

const header = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Ghi chú']
const workbook = workbookOf(
  sheetOf([
    ['BIỂU 1 NĂM 2023'],
    header,
    ['1', 'Trồng ngô', 'Ha', 30, 31, 'tăng'],
    ['2', 'Trồng lúa', 'Ha', 370, 368],
    [],
    ['BIỂU 2 NĂM 2023'],
    header,
    ['1', 'Đàn trâu', 'Con', 400, 442],
    ['2', 'Đàn bò', 'Con', 50, 66],
  ]),
)
const plan = planImport(workbook)

describe('corrections', () => {
  it('add up, and are taken back step by step', () => {
    const one = corrected(NO_DRAFT, { roles: { 4: 'previous' } })
    const two = corrected(one, { rows: { 3: { kind: 'section', level: 0 } } })
    const three = corrected(two, { rows: { 3: { level: 1 }, 4: { leftOut: true } } })
    expect(three.corrections).toEqual({
      roles: { 4: 'previous' },
      rows: { 3: { kind: 'section', level: 1 }, 4: { leftOut: true } },
    })
    expect(stepBack(three).corrections).toEqual(two.corrections)
    expect(stepBack(stepBack(stepBack(three))).corrections).toEqual({})
    expect(stepBack(NO_DRAFT)).toBe(NO_DRAFT)
  })

  it('of texts stay when a step of the table is taken back', () => {
    const draft = corrected(corrected(NO_DRAFT, { rows: { 3: { leftOut: true } } }), { title: 'BIỂU MỚI' })
    expect(stepBack(draft).corrections).toEqual({ title: 'BIỂU MỚI' })
  })

  it('go all at once, which is a step as well', () => {
    const draft = corrected(corrected(NO_DRAFT, { title: 'BIỂU MỚI' }), { roles: { 4: 'previous' } })
    expect(isCorrected(draft)).toBe(true)
    expect(isCorrected(restored(draft))).toBe(false)
    expect(stepBack(restored(draft)).corrections).toEqual(draft.corrections)
  })
})

describe('the name of a template', () => {
  it('is asked for only where there is something to remember', () => {
    const [table] = plan.tables
    if (table === undefined) throw new Error('no table')
    const draft = corrected(NO_DRAFT, { roles: { 4: 'previous' } })
    expect(rememberedName(table, NO_DRAFT)).toBeUndefined()
    expect(rememberedName(table, corrected(NO_DRAFT, { title: 'BIỂU MỚI' }))).toBeUndefined()
    expect(rememberedName(table, draft)).toBe('BIỂU 1 NĂM 2023')
    expect(rememberedName(table, { ...draft, name: ' Biểu xã ' })).toBe('Biểu xã')
    expect(rememberedName(table, { ...draft, name: ' ' })).toBeUndefined()
    expect(rememberedName(table, { ...draft, remember: false })).toBeUndefined()
  })
})

describe('planning again', () => {
  const moved = { 1: corrected(NO_DRAFT, { headerRows: { first: 7, last: 8 } }) }

  it('says where the tables stand that were placed', () => {
    expect(placesOf(plan, {})).toEqual([])
    expect(placesOf(plan, moved)).toEqual([{ sheet: 'Biểu', first: 7, last: 8 }])
    expect(placesOf(plan, { 0: corrected(NO_DRAFT, { lastRow: 3 }) })).toEqual([
      { sheet: 'Biểu', first: 2, last: 2, lastRow: 3 },
    ])
  })

  it('finds each table again by its header', () => {
    const after = planImport(workbook, { headers: placesOf(plan, moved) })
    expect(after.tables.map(({ headerRows }) => headerRows)).toEqual([
      { first: 2, last: 2 },
      { first: 7, last: 8 },
    ])
    expect(oldPlaces(plan, moved, after)).toEqual([0, 1])
    // Back to what was recognised.
    expect(oldPlaces(after, {}, plan)).toEqual([0, 1])
    const [, second] = plan.tables
    if (second === undefined) throw new Error('no table')
    expect(oldPlaces(plan, {}, { ...plan, tables: [second] })).toEqual([1])
  })
})

describe('the preview', () => {
  const [table] = plan.tables
  if (table === undefined) throw new Error('no table')

  it('shows what is left out beside what is imported', () => {
    const preview = previewOf(table, { leftOutColumns: [6], rows: { 3: { leftOut: true } } }, 'a.xlsx')
    expect(preview.columns.map(({ column, leftOut }) => [column.letter ?? column.role, leftOut])).toEqual([
      ['A', false],
      ['B', false],
      ['C', false],
      ['D', false],
      ['E', false],
      ['F', true],
      ['ratio', false],
      ['assessment', false],
    ])
    expect(
      preview.rows.map(({ row, leftOut, stored, corrected: is }) => [row.row, leftOut, stored?.tag, is]),
    ).toEqual([
      [3, true, undefined, true],
      [4, false, 'r1', false],
    ])
    expect(preview.report.rows).toHaveLength(1)
  })
})
