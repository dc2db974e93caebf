import { describe, expect, it } from 'vitest'
import { calculate } from '../../shared/calculate.ts'
import { setAsideEdit } from '../../shared/check/fixes.ts'
import { check } from '../../shared/check/index.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Edit, Report } from '../../shared/model.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { tableJson } from '../../shared/tableJson.ts'
import { build, USUAL } from './building.ts'

function edited(report: Report, ...edits: Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}

const options = { stored: false, message: ({ code }: { code: string }) => `${code}.` }

function prepared(): Report {
  const report = build(
    [
      { texts: ['I', 'KINH  TẾ'], kind: 'section' },
      { texts: ['2', 'Ngô', 'Ha', '≥ 30', '31,7', '105,66', 'Vượt', 'theo\r\n báo cáo'], level: 1 },
      { texts: ['', 'Hộ nghèo', 'Hộ', '21/34', 'giảm 935 hộ'], level: 2, kind: 'item', mark: '-' },
      { texts: ['3', 'Tăng dân số', '%', '0,3-0,45‰', ''], level: 1 },
    ],
    { roles: [...USUAL, 'note'] },
  )
  return {
    ...edited(
      report,
      { type: 'cell', row: 'r2', column: 'c7', text: 'Đạt', reason: 'theo biên bản' },
      { type: 'column', column: 'c8', set: { hidden: true } },
    ),
    title: 'BIỂU\nKẾT QUẢ',
    source: { file: 'bieu.xlsx', hash: 'h', sheet: 'Biểu', range: 'A7:H11' },
  }
}

describe('tableJson', () => {
  it('has the fields of the contract, in its order, the optional ones only where they say something', () => {
    expect(JSON.parse(JSON.stringify(tableJson(prepared(), options)))).toEqual({
      sheet: 'Biểu',
      range: 'A7:H11',
      title: 'BIỂU KẾT QUẢ',
      subtitle: '',
      period: { kind: 'year', year: 2023 },
      columns: [
        { id: 'c1', letter: 'A', role: 'ordinal', header: ['Cột 1'] },
        { id: 'c2', letter: 'B', role: 'name', header: ['Cột 2'] },
        { id: 'c3', letter: 'C', role: 'unit', header: ['Cột 3'] },
        { id: 'c4', letter: 'D', role: 'plan', header: ['Cột 4'] },
        { id: 'c5', letter: 'E', role: 'actual', header: ['Cột 5'] },
        { id: 'c6', letter: 'F', role: 'ratio', header: ['Cột 6'], of: 'c5', to: 'c4' },
        { id: 'c7', letter: 'G', role: 'assessment', header: ['Cột 7'], of: 'c5', to: 'c4' },
        { id: 'c8', letter: 'H', role: 'note', header: ['Cột 8'], hidden: true },
      ],
      rows: [
        {
          id: 'r1',
          row: 1,
          kind: 'section',
          level: 0,
          ordinal: 'I',
          name: 'KINH TẾ',
          unit: '',
          cells: {},
          computed: {},
          stated: {},
          overrides: {},
        },
        {
          id: 'r2',
          row: 2,
          kind: 'indicator',
          level: 1,
          ordinal: '2',
          name: 'Ngô',
          unit: 'Ha',
          direction: 'more',
          cells: {
            c4: { text: '≥ 30', op: '>=', value: '30' },
            c5: { text: '31,7', op: '=', value: '31.7' },
            c8: { text: 'theo\nbáo cáo' },
          },
          computed: { c6: '105.67', c7: 'Đạt' },
          stated: { c6: '105,66', c7: 'Vượt' },
          overrides: { c7: { text: 'Đạt', reason: 'theo biên bản' } },
        },
        {
          id: 'r3',
          row: 3,
          kind: 'item',
          level: 2,
          ordinal: '',
          name: 'Hộ nghèo',
          unit: 'Hộ',
          mark: '-',
          direction: 'less',
          cells: {
            c4: { text: '21/34', op: '=', value: '21', part: '21', whole: '34' },
            c5: { text: 'giảm 935 hộ', op: '=', value: '935', sense: 'decrease' },
          },
          computed: {},
          stated: {},
          overrides: {},
        },
        {
          id: 'r4',
          row: 4,
          kind: 'indicator',
          level: 1,
          ordinal: '3',
          name: 'Tăng dân số',
          unit: '%',
          direction: 'range',
          cells: { c4: { text: '0,3-0,45‰', op: '=', low: '0.3', high: '0.45' } },
          computed: {},
          stated: {},
          overrides: {},
        },
      ],
      findings: [
        { code: 'ratio-truncated', severity: 'info', row: 2, column: 'c6', message: 'ratio-truncated.' },
        { code: 'target-unclear', severity: 'warning', row: 3, column: 'c4', message: 'target-unclear.' },
        { code: 'unit-changed', severity: 'info', row: 4, column: 'c4', message: 'unit-changed.' },
        { code: 'result-missing', severity: 'warning', row: 4, column: 'c5', message: 'result-missing.' },
      ],
      summary: {
        assessment: 'c7',
        ratio: 'c6',
        indicators: 2,
        verdicts: [{ word: 'Đạt', outcome: 'met', count: 1, share: '50', rows: ['r2'] }],
        withoutVerdict: { count: 1, share: '50', rows: ['r4'] },
        bands: [
          { band: '>=100', count: 1, share: '50', rows: ['r2'] },
          { band: '80-<100', count: 0, share: '0', rows: [] },
          { band: '50-<80', count: 0, share: '0', rows: [] },
          { band: '<50', count: 0, share: '0', rows: [] },
        ],
        withoutRatio: { count: 1, share: '50', rows: ['r4'] },
        sections: [
          {
            row: 'r1',
            indicators: 2,
            verdicts: [{ word: 'Đạt', outcome: 'met', count: 1, share: '50', rows: ['r2'] }],
            withoutVerdict: { count: 1, share: '50', rows: ['r4'] },
            bands: [
              { band: '>=100', count: 1, share: '50', rows: ['r2'] },
              { band: '80-<100', count: 0, share: '0', rows: [] },
              { band: '50-<80', count: 0, share: '0', rows: [] },
              { band: '<50', count: 0, share: '0', rows: [] },
            ],
            withoutRatio: { count: 1, share: '50', rows: ['r4'] },
          },
        ],
      },
    })
  })

  it('prints how rows, columns and cells were set, and what was let stand', () => {
    const place = { row: 'r2', column: 'c4' }
    const found = check(prepared(), calculate(prepared()))
    const missing = found.filter(({ code }) => code === 'result-missing')
    const report = edited(
      prepared(),
      { type: 'column', column: 'c4', set: { term: true, counts: 'first' } },
      { type: 'column', column: 'c6', set: { digits: 1, steps: 5 } },
      { type: 'row', row: 'r2', set: { direction: 'keep', yearEndOnly: true, rollUp: 'none' } },
      {
        type: 'planValues',
        ...place,
        values: [
          { text: '30(*)', decision: '12/QĐ-UBND', date: '2023-12-20' },
          { text: 'không giao', decision: '' },
        ],
      },
      { type: 'metadata', ...place, set: { asOf: '2023-12-14', kind: 'forecast', note: 'không in' } },
      { type: 'properties', properties: { policy: { ...DEFAULT_POLICY, less: 'reduction', base: 'c4' } } },
      setAsideEdit(missing, 'xã không có'),
    )
    const table = tableJson(report, options)
    expect(table.policy).toMatchObject({ less: 'reduction', base: 'c4' })
    expect(table.columns[3]).toMatchObject({ term: true, counts: 'first' })
    expect(table.columns[5]).toMatchObject({ digits: 1, steps: 5 })
    expect(table.rows[1]).toMatchObject({ direction: 'keep', yearEndOnly: true, rollUp: 'none' })
    expect(table.rows[1]?.cells.c4).toEqual({
      text: '30(*)',
      op: '=',
      value: '30',
      asOf: '2023-12-14',
      kind: 'forecast',
      planValues: [
        { text: '30(*)', op: '=', value: '30', decision: '12/QĐ-UBND', date: '2023-12-20' },
        { text: 'không giao', decision: '' },
      ],
    })
    const settled = table.findings.filter((finding) => finding.settled !== undefined)
    expect(settled).toMatchObject([{ code: 'result-missing', row: 4, settled: 'xã không có' }])
  })

  it('marks what was worked out from the rows below', () => {
    const herd = build([
      { texts: ['1', 'Tổng đàn', 'Con'] },
      { texts: ['', 'Trâu', 'Con', '10', '12'], kind: 'item', level: 1, mark: '-' },
      { texts: ['', 'Bò', 'Con', '20', '18'], kind: 'item', level: 1, mark: '-' },
    ])
    const followed = edited(herd, { type: 'row', row: 'r1', set: { rollUp: 'sum' } })
    expect(tableJson(followed, options).rows[0]).toMatchObject({
      rollUp: 'sum',
      cells: { c4: { text: '30', value: '30', rolledUp: true } },
    })
  })

  it('begins with the id of a stored report', () => {
    expect(Object.keys(tableJson(prepared(), { ...options, stored: true }))[0]).toBe('id')
  })

  it('composes letters and closes up spaces', () => {
    const report = build([['1', ' Diện  tích '.normalize('NFD'), 'Ha', ' 5 ']])
    expect(tableJson(report, options).rows[0]).toMatchObject({
      name: 'Diện tích',
      cells: { c4: { text: '5' } },
    })
  })
})
