import { describe, expect, it } from 'vitest'
import { calculate, calculateAlone, recalculateAfter } from '../../shared/calculate.ts'
import { applyEdits } from '../../shared/edit.ts'
import type {
  CellMetadata,
  Direction,
  Edit,
  LessRating,
  Period,
  Report,
  Role,
  Row,
} from '../../shared/model.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { build, HALF_YEAR, valuesOf, YEAR, type BuiltRow } from './building.ts'

/** What one row with this target and result computes: ratio and assessment, "" for nothing. */
function computed(target: string, result: string, unit = '', period?: Report['period']) {
  const report = build([['1', 'Chỉ tiêu', unit, target, result]], period && { period })
  const values = calculate(report).get('r1')
  return [values?.c6 ?? '', values?.c7 ?? '']
}

describe('ratio and assessment', () => {
  it.each([
    ['370', '368,77', '99.67', 'Không đạt'],
    ['30', '31,7', '105.67', 'Vượt'],
    ['35', '35', '100', 'Đạt'],
    ['02', '0', '0', 'Không đạt'],
    ['>4.000', '4.227', '105.68', 'Đạt'],
    ['>90', '90', '100', 'Không đạt'],
    ['≥ 90', '90', '100', 'Đạt'],
    ['<12', '11', '', 'Đạt'],
    ['<12', '12', '', 'Không đạt'],
    ['≤ 12', '12', '', 'Đạt'],
    ['0,3-0,45', '0,4', '', 'Đạt'],
    ['0,3-0,45', '0,2', '', 'Không đạt'],
    ['>90', '>90', '', 'Đạt'],
    ['>90', '≥90', '', 'Không đạt'],
    ['≥90', '>90', '', 'Đạt'],
    ['90', '>90', '', 'Vượt'],
    ['90', '≥90', '', 'Đạt'],
    ['90', '>80', '', 'Không đạt'],
    ['<12', '<10', '', 'Đạt'],
    ['<12', '>10', '', 'Không đạt'],
    ['90', '90-95', '', 'Đạt'],
    ['0,3-0,5', '0,3-0,4', '', 'Đạt'],
    ['khoảng 4', '4', '', 'Đạt'],
    ['khoảng 4', '5', '', ''],
    ['90', 'khoảng 95', '', ''],
    ['0', '5', '', 'Vượt'],
    ['21/34 trường', '12/34', '57.14', 'Không đạt'],
    ['giảm 935 hộ', 'giảm 864 hộ', '92.41', 'Không đạt'],
    ['370', '', '', ''],
    ['', '370', '', ''],
    ['Giảm cả 3 tiêu chí', 'giảm 02 người chết, giảm 04 người bị thương', '', ''],
    ['370', 'chưa thống kê', '', ''],
    ['hoàn thành tốt', '5', '', ''],
  ])('of a year: target "%s", result "%s" give "%s" and "%s"', (target, result, ratio, verdict) => {
    expect(computed(target, result)).toEqual([ratio, verdict])
  })

  it('wait for the end of the year in shorter periods, where a result is missing', () => {
    expect(computed('370', '', '', HALF_YEAR)).toEqual(['', 'Đánh giá cuối năm'])
    expect(computed('<12', '', '', HALF_YEAR)).toEqual(['', 'Đánh giá cuối năm'])
    expect(computed('370', '368', '', HALF_YEAR)).toEqual(['99.46', 'Chưa đạt'])
    expect(computed('', '', '', HALF_YEAR)).toEqual(['', ''])
    expect(computed('Giảm cả 3 tiêu chí', '', '', HALF_YEAR)).toEqual(['', ''])
    expect(computed('370', '-', '', HALF_YEAR)).toEqual(['', ''])
  })

  it.each<[Period, string]>([
    [{ kind: 'month', index: 5, year: 2024 }, 'Chưa đạt'],
    [{ kind: 'quarter', index: 3, year: 2024 }, 'Chưa đạt'],
    [HALF_YEAR, 'Chưa đạt'],
    [{ kind: 'nine-months', year: 2024 }, 'Chưa đạt'],
    [YEAR, 'Không đạt'],
    [{ kind: 'term', from: 2021, to: 2025 }, 'Không đạt'],
    [{ kind: 'unknown' }, 'Không đạt'],
  ])('say for %o that is not met: %s', (period, word) => {
    expect(computed('2', '1', '', period)[1]).toBe(word)
  })

  it('take a formula nobody calculated for no missing result', () => {
    const row: BuiltRow = { texts: ['1', 'A', '', '370', ''], flags: { 4: ['value-missing'] } }
    expect(valuesOf(build([row], { period: HALF_YEAR }))).toEqual({})
  })

  it.each([
    ['95%', '96', '%', '101.05'],
    ['95', '96%', '%', '101.05'],
    ['95%', '96', '', ''],
    ['95%', '96', 'Người', ''],
    ['95', '96%', 'Người', ''],
    ['19 ha', '18,6 ha', 'Ha', '97.89'],
    ['19', '18,6 ha', 'Ha', '97.89'],
    ['19', '18,6 ha', '', '97.89'],
    ['19 ha', '18,6 tấn', '', ''],
    ['tối thiểu 5 sản phẩm', '6', 'Sản phẩm', '120'],
    ['90', '597/676', '%', ''],
    ['giảm 935 hộ', '864 hộ', 'Hộ', ''],
    ['giảm 6%', 'tăng 5%', '%', ''],
  ])('of "%s" and "%s" in a row of "%s" give the ratio "%s"', (target, result, unit, ratio) => {
    expect(computed(target, result, unit)[0]).toBe(ratio)
    if (ratio === '') expect(computed(target, result, unit)[1]).toBe('')
  })

  it('go on assessing an item that the file assesses, once its figures change', () => {
    const report = build([
      ['1', 'Tổng diện tích', 'Ha', '500', '495'],
      {
        texts: ['', 'Lúa', 'Ha', '300', '290', '96,67', 'Không đạt'],
        kind: 'item',
        level: 1,
        mark: '-',
      },
      { texts: ['', 'Ngô', 'Ha', '200', '205'], kind: 'item', level: 1, mark: '-' },
    ])
    expect(valuesOf(report).r2).toEqual({ c6: '96.67' })
    const edits: readonly (readonly Edit[])[] = [
      [{ type: 'cell', row: 'r2', column: 'c5', text: '310' }],
      [{ type: 'stated', column: 'c7', rows: ['r2'], use: 'computed' }],
    ]
    const verdicts = edits.map((list) => {
      const applied = applyEdits(report, list)
      if (!applied.ok) throw new Error(applied.failure.reason)
      const values = valuesOf(applied.value.report)
      expect(values.r3?.c7).toBeUndefined()
      return values.r2?.c7
    })
    expect(verdicts).toEqual(['Vượt', 'Không đạt'])
  })

  it('give items no assessment below a row that has figures, and one below a row that has none', () => {
    const report = build([
      { texts: ['5', 'Tổng đàn', '', '30', '20'] },
      { texts: ['', 'Đàn lợn', 'Con', '10', '15'], kind: 'item', level: 1, mark: '-' },
      { texts: ['6', 'Tin báo, trong đó:', '', '', ''] },
      { texts: ['', 'Tiếp nhận', 'Vụ', '10', '15'], kind: 'item', level: 1, mark: '-' },
      { texts: ['7', 'Giảm tai nạn', '', 'Giảm cả 3 tiêu chí', ''] },
      { texts: ['', 'Số vụ', 'Vụ', '10', '15'], kind: 'item', level: 1, mark: '-' },
      { texts: ['II', 'Mục', '', '10', '15'], kind: 'section' },
    ])
    expect(valuesOf(report)).toEqual({
      r1: { c6: '66.67', c7: 'Không đạt' },
      r2: { c6: '150' },
      r4: { c6: '150', c7: 'Vượt' },
      r6: { c6: '150', c7: 'Vượt' },
    })
  })

  it('compare each with its own columns', () => {
    const report = build([['A', '10', '20', '15', '', '']], {
      roles: ['name', 'plan', 'plan', 'actual', 'ratio', 'assessment'],
    })
    const columns = report.columns.map((column) =>
      column.role === 'ratio' ? { ...column, to: 'c2' } : column,
    )
    expect(valuesOf({ ...report, columns })).toEqual({ r1: { c5: '150', c6: 'Không đạt' } })
  })

  it('assess totals like any row with a target', () => {
    const report = build([{ texts: ['', 'Tổng cộng', '', '30', '20'], kind: 'total' }])
    expect(valuesOf(report)).toEqual({ r1: { c6: '66.67', c7: 'Không đạt' } })
  })
})

describe('directions', () => {
  const rated = (name: string, target: string, result: string, set?: Direction) => {
    const report = build([['1', name, '%', target, result]])
    const rows = report.rows.map((row): Row => (set === undefined ? row : { ...row, direction: set }))
    const values = calculate({ ...report, rows }).get('r1')
    return [values?.c6 ?? '', values?.c7 ?? '']
  }

  it.each<[string, string, string, Direction | undefined, string, string]>([
    ['Tỷ lệ hộ nghèo', '10,30', '10,09', undefined, '', 'Vượt'],
    ['Tỷ lệ hộ nghèo', '10,30', '10,3', undefined, '', 'Đạt'],
    ['Tỷ lệ hộ nghèo', '10,30', '10,5', undefined, '', 'Không đạt'],
    ['Tỷ lệ hộ nghèo', '10,30', '<10', undefined, '', 'Vượt'],
    ['Tỷ lệ hộ nghèo', '10,30', '≤10,3', undefined, '', 'Đạt'],
    ['Tỷ lệ hộ nghèo', '10,30', '>10', undefined, '', 'Không đạt'],
    ['Tỷ lệ hộ nghèo', '<10,3', '10,09', undefined, '', 'Đạt'],
    ['Tỷ lệ hộ nghèo', '<10,3', '10,3', undefined, '', 'Không đạt'],
    ['Tỷ lệ hộ nghèo', '10,30', '10,09', 'more', '97.96', 'Không đạt'],
    ['Tỷ lệ giảm hộ nghèo', '6,31', '7', undefined, '110.94', 'Vượt'],
    ['Hộ nghèo', 'giảm 935 hộ', 'giảm 1.000 hộ', undefined, '106.95', 'Vượt'],
    ['Sản lượng', '10', '9', 'less', '', 'Vượt'],
    ['Sản lượng', '≥ 10', '9', 'less', '90', 'Không đạt'],
    ['Sản lượng', '<10', '9', 'more', '', 'Đạt'],
    ['Duy trì xã đạt chuẩn', '10', '11', undefined, '110', 'Đạt'],
    ['Duy trì xã đạt chuẩn', '10', '9', undefined, '90', 'Không đạt'],
    ['Duy trì tỷ lệ hộ nghèo', '3', '2', undefined, '', 'Đạt'],
    ['Duy trì tỷ lệ hộ nghèo', '3', '3', undefined, '', 'Đạt'],
    ['Duy trì tỷ lệ hộ nghèo', '3', '3,1', undefined, '', 'Không đạt'],
    ['Duy trì tỷ lệ hộ nghèo', '3', '<3', undefined, '', 'Đạt'],
    ['Duy trì tỷ lệ hộ nghèo', '3', '>3', undefined, '', 'Không đạt'],
    ['Tỷ lệ tăng dân số tự nhiên', 'Duy trì 1,2%', '1%', undefined, '', 'Đạt'],
    ['Tỷ lệ hộ nghèo', '3', '2', 'keep', '', 'Đạt'],
    ['Sản lượng', '10', '11', 'range', '110', 'Không đạt'],
    ['Sản lượng', '10', '10', 'range', '100', 'Đạt'],
    ['Tỷ suất sinh', '0,3-0,45', '0,4', undefined, '', 'Đạt'],
    ['Sản lượng', '10', '11', 'words', '', ''],
  ])(
    'of "%s": target "%s", result "%s", set to %s give "%s" and "%s"',
    (name, target, result, set, ratio, verdict) => {
      expect(rated(name, target, result, set)).toEqual([ratio, verdict])
    },
  )

  it('of a row with two plans count for each by its own target', () => {
    const report = build([['A', 'giữ vững', '10', '12', '', '']], {
      roles: ['name', 'plan', 'plan', 'actual', 'ratio', 'assessment'],
    })
    expect(valuesOf(report)).toEqual({ r1: { c5: '120', c6: 'Vượt' } })
  })

  it('say nothing about what came before', () => {
    const report = build([['Tỷ lệ hộ nghèo', '%', '12', '10', '']], {
      roles: ['name', 'unit', 'previous', 'actual', 'ratio'],
    })
    const columns = report.columns.map((column) =>
      column.role === 'ratio' ? { ...column, to: 'c3' } : column,
    )
    expect(valuesOf({ ...report, columns })).toEqual({ r1: { c5: '83.33' } })
  })
})

describe('ratings of less', () => {
  const ROLES: readonly Role[] = ['name', 'unit', 'previous', 'plan', 'actual', 'ratio']
  const rated = (less: LessRating, base: string, target: string, result: string) => {
    const report = build([['Tỷ lệ hộ nghèo', '%', base, target, result, '']], { roles: ROLES })
    return calculate({ ...report, policy: { ...DEFAULT_POLICY, less } }).get('r1')?.c6 ?? ''
  }

  it.each<[LessRating, string, string, string, string]>([
    ['none', '12', '10,30', '10,09', ''],
    ['met-is-100', '12', '10,30', '10,09', '100'],
    ['met-is-100', '12', '<10,30', '10,3', ''],
    ['met-is-100', '12', '≤ 10,30', '10,3', '100'],
    ['plan-by-result', '12', '10,30', '10,09', '102.08'],
    ['plan-by-result', '12', '<10,30', '10,09', '102.08'],
    ['plan-by-result', '12', '10,30', '0', ''],
    ['plan-by-result', '12', '0', '1', ''],
    ['two-minus', '12', '10,30', '10,09', '102.04'],
    ['two-minus', '12', '10', '25', '-50'],
    ['two-minus', '12', '0', '1', ''],
    ['reduction', '12', '10', '11', '50'],
    ['reduction', '12', '10', '13', '-50'],
    ['reduction', '12%', '10', '9', '150'],
    ['reduction', '10', '10', '9', ''],
    ['reduction', '9', '10', '9', ''],
    ['reduction', '', '10', '9', ''],
    ['reduction', '<12', '10', '9', ''],
    ['two-minus', '12', '≥ 10', '9', '90'],
    ['two-minus', '12', '5-10', '9', ''],
    ['two-minus', '12', '10', '<9', ''],
  ])('%s: base "%s", target "%s", result "%s" give "%s"', (less, base, target, result, ratio) => {
    expect(rated(less, base, target, result)).toBe(ratio)
  })

  it('take the base year from the column that the report names, else from the nearest whole year', () => {
    const report = build([['Tỷ lệ hộ nghèo', '20', '12', '11,5', '10', '11', '']], {
      roles: ['name', 'previous', 'previous', 'previous', 'plan', 'actual', 'ratio'],
      period: HALF_YEAR,
    })
    const headers = [
      'Tên',
      'Thực hiện năm 2020',
      'Thực hiện năm 2023',
      'Cùng kỳ 6 tháng 2023',
      'KH',
      'TH',
      '%',
    ]
    const headed = {
      ...report,
      columns: report.columns.map((column, index) => ({ ...column, header: [headers[index] ?? ''] })),
    }
    const policy = { ...DEFAULT_POLICY, less: 'reduction' as const }
    expect(calculate({ ...headed, policy }).get('r1')?.c7).toBe('50')
    expect(calculate({ ...headed, policy: { ...policy, base: 'c2' } }).get('r1')?.c7).toBe('90')
  })
})

describe('rounding', () => {
  it("is the report's, and of a column its own", () => {
    const report = build([['1', 'A', '', '30', '31,7']])
    const policy = { ...DEFAULT_POLICY, digits: 1 }
    expect(calculate({ ...report, policy }).get('r1')?.c6).toBe('105.7')
    const columns = report.columns.map((column) => ({ ...column, digits: 4 }))
    expect(calculate({ ...report, policy, columns }).get('r1')?.c6).toBe('105.6667')
  })
})

describe('units', () => {
  it.each([
    ['317 tỷ đồng', '72.400', 'Triệu đồng', '22.84', 'Không đạt'],
    ['1,2', '1.500 triệu đồng', 'Tỷ đồng', '125', 'Vượt'],
    ['2', '2.100 con', 'Nghìn con', '105', 'Vượt'],
    ['2 tấn', '1.900 kg', '', '95', 'Không đạt'],
    ['0,5%', '4‰', '%', '80', 'Không đạt'],
    ['0,3‰', '0,4', '%', '1333.33', 'Vượt'],
    ['317 tỷ đồng', '72 triệu đồng', '', '0.02', 'Không đạt'],
    ['19 ha', '18,6 tấn', 'Ha', '', ''],
  ])('"%s" and "%s" in a row of "%s" give "%s" and "%s"', (target, result, unit, ratio, verdict) => {
    expect(computed(target, result, unit)).toEqual([ratio, verdict])
  })
})

describe('changes and growth', () => {
  it.each([
    ['Tăng', 'Giảm', '350', '368,77', '18.77', ''],
    ['TĂNG (+)', 'Giảm (-)', '400', '368,77', '', '31.23'],
    ['Tăng (ha)', 'Giảm (ha)', '400', '400', '', ''],
    ['Tăng, giảm', 'Giảm', '400', '368,77', '-31.23', '-31.23'],
    ['Tăng', 'Chênh lệch', '400', '368,77', '-31.23', '-31.23'],
  ])(
    'in columns "%s" and "%s" from %s to %s are "%s" and "%s"',
    (first, second, earlier, later, up, down) => {
      const report = build([['A', 'Ha', earlier, later, '', '']], {
        roles: ['name', 'unit', 'previous', 'actual', 'change', 'change'],
      })
      const headers: Record<string, string> = { c5: first, c6: second }
      const columns = report.columns.map((column) => {
        const header = headers[column.id]
        return header === undefined ? column : { ...column, to: 'c3', header: ['So với năm trước', header] }
      })
      const values = calculate({ ...report, columns }).get('r1')
      expect([values?.c5 ?? '', values?.c6 ?? '']).toEqual([up, down])
    },
  )

  const increases = (unit: string, earlier: string, later: string, steps?: number) => {
    const report = build([['A', unit, earlier, later, '', '', '']], {
      roles: ['name', 'unit', 'previous', 'actual', 'ratio', 'change', 'growth'],
    })
    const columns = report.columns.map((column) =>
      column.of === undefined ? column : { ...column, to: 'c3', ...(steps !== undefined && { steps }) },
    )
    const values = calculate({ ...report, columns }).get('r1')
    return [values?.c5 ?? '', values?.c6 ?? '', values?.c7 ?? '']
  }

  it.each([
    ['Ha', '350', '368,77', '105.36', '18.77', '5.36'],
    ['Ha', '400', '368,77', '92.19', '-31.23', '-7.81'],
    ['%', '51,8', '57', '110.04', '5.2', '5.2'],
    ['‰', '0,45', '0,3', '66.67', '-0.15', '-0.15'],
    ['', '51,8%', '57%', '110.04', '5.2', '5.2'],
    ['Triệu đồng', '1 tỷ đồng', '1.200', '120', '200', '20'],
    ['Ha', '0', '5', '', '5', ''],
    ['Ha', '-5', '5', '', '10', ''],
    ['Ha', '5', '0', '0', '-5', '-100'],
    ['Ha', '', '5', '', '', ''],
    ['Ha', '5', '>5', '', '', ''],
    ['Ha', '>5', '6', '120', '', ''],
    ['Ha', '5 tấn', '5', '', '', ''],
  ])(
    'in %s from "%s" to "%s": index "%s", change "%s", growth "%s"',
    (unit, earlier, later, index, change, growth) => {
      expect(increases(unit, earlier, later)).toEqual([index, change, growth])
    },
  )

  it.each([
    ['Ha', '100', '121', 2, '10.5', '10'],
    ['Ha', '100', '133,1', 3, '11.03', '10'],
    ['Ha', '200', '100', 5, '-20', '-12.94'],
    ['Ha', '100', '0', 5, '-20', '-100'],
    ['Ha', '100', '-1', 5, '-20.2', ''],
    ['Ha', '0', '100', 5, '20', ''],
    ['Ha', '100', '100', 5, '0', '0'],
    ['%', '10', '5', 4, '-1.25', '-1.25'],
  ])(
    'in %s from "%s" to "%s" over %i years: change "%s", growth "%s" a year',
    (unit, earlier, later, steps, change, growth) => {
      expect(increases(unit, earlier, later, steps).slice(1)).toEqual([change, growth])
    },
  )
})

describe('the policy', () => {
  const words = {
    ...DEFAULT_POLICY,
    withinYear: { ...DEFAULT_POLICY.withinYear, nearly: 'Cơ bản đạt', expected: 'Dự kiến đạt' },
    wholePeriod: {
      ...DEFAULT_POLICY.wholePeriod,
      exceeded: '',
      met: 'Hoàn thành',
      missed: '',
      pending: 'Chờ số',
    },
  }
  const verdict = (
    target: string,
    result: string,
    {
      period = HALF_YEAR,
      metadata,
      row = {},
      role = 'actual',
    }: {
      period?: Period
      metadata?: CellMetadata
      row?: Partial<Row>
      role?: Role
    } = {},
  ) => {
    const report = build([['A', target, result, '']], {
      roles: ['name', 'plan', role, 'assessment'],
      period,
    })
    const rows = report.rows.map((each) => {
      const cell = each.cells.c3
      const cells =
        cell === undefined || metadata === undefined
          ? each.cells
          : { ...each.cells, c3: { ...cell, metadata } }
      return { ...each, cells, ...row }
    })
    return calculate({ ...report, rows, policy: words }).get('r1')?.c4 ?? ''
  }

  it.each([
    ['100', '95', 'Cơ bản đạt'],
    ['100', '94,999', 'Chưa đạt'],
    ['100', '99,999', 'Cơ bản đạt'],
    ['>100', '99', 'Cơ bản đạt'],
    ['>100', '100', 'Cơ bản đạt'],
    ['>90', '89,9', 'Cơ bản đạt'],
    ['>90', '90', 'Cơ bản đạt'],
    ['>90', '90,1', 'Đạt'],
    ['90-100', '89', 'Chưa đạt'],
    ['<100', '101', 'Chưa đạt'],
    ['100', '100', 'Đạt'],
  ])('calls "%s" and "%s" %s', (target, result, word) => {
    expect(verdict(target, result)).toBe(word)
  })

  it('calls no miss near where less is better', () => {
    expect(verdict('100', '101', { row: { direction: 'less' } })).toBe('Chưa đạt')
  })

  it.each<[string, Role, CellMetadata | undefined, string]>([
    ['120', 'actual', undefined, 'Vượt'],
    ['120', 'actual', { kind: 'forecast' }, 'Dự kiến đạt'],
    ['120', 'actual', { kind: 'estimate' }, 'Dự kiến đạt'],
    ['120', 'actual', { kind: 'actual' }, 'Vượt'],
    ['100', 'estimate', undefined, 'Dự kiến đạt'],
    ['100', 'estimate', { kind: 'actual' }, 'Đạt'],
    ['80', 'estimate', undefined, 'Chưa đạt'],
  ])('calls %s of 100 in a column of %s with %o "%s"', (result, role, metadata, word) => {
    expect(verdict('100', result, { role, ...(metadata !== undefined && { metadata }) })).toBe(word)
  })

  it('says nothing, or the next lower word, where an outcome has none', () => {
    expect(verdict('100', '120', { period: YEAR })).toBe('Hoàn thành')
    expect(verdict('100', '80', { period: YEAR })).toBe('')
    expect(verdict('100', '', { period: YEAR })).toBe('Chờ số')
  })

  it('waits for the end of the year with what is only assessed then', () => {
    const row = { yearEndOnly: true } as const
    expect(verdict('100', '120', { row })).toBe('Đánh giá cuối năm')
    expect(verdict('hoàn thành tốt', '', { row })).toBe('Đánh giá cuối năm')
    expect(verdict('100', '120', { row, period: YEAR })).toBe('Hoàn thành')
  })
})

describe('recalculating', () => {
  const applied = (report: Report, edits: readonly Edit[]) => {
    const result = applyEdits(report, edits)
    if (!result.ok) throw new Error(result.failure.reason)
    return result.value
  }

  it('calculates anew when the period, the policy or a column changes', () => {
    const report = build([['1', 'A', '', '30', '20']])
    const before = calculate(report)
    const half = applied(report, [{ type: 'properties', properties: { period: HALF_YEAR } }])
    const halved = recalculateAfter(half.report, before, half.change)
    expect(valuesOf(half.report, halved)).toEqual({ r1: { c6: '66.67', c7: 'Chưa đạt' } })
    const one = applied(report, [{ type: 'column', column: 'c6', set: { digits: 1 } }])
    expect(recalculateAfter(one.report, before, one.change).get('r1')?.c6).toBe('66.7')
  })

  it('stays right through more edited rows than it keeps apart', () => {
    const built = Array.from({ length: 1_200 }, (_, index): BuiltRow => ({
      texts: [String(index), 'A', '', '10', '5'],
    }))
    let report = build(built)
    let computed = calculate(report)
    const first = computed
    for (let from = 0; from < built.length; from += 100) {
      const edits = Array.from({ length: 100 }, (_, index): Edit => ({
        type: 'cell',
        row: `r${from + index + 1}`,
        column: 'c5',
        text: index % 3 === 0 ? '' : String(index),
      }))
      const { report: after, change } = applied(report, edits)
      computed = recalculateAfter(after, computed, change)
      report = after
    }
    expect(valuesOf(report, computed)).toEqual(valuesOf(report))
    expect(first.get('r1')).toEqual({ c6: '50', c7: 'Không đạt' })
  })

  it('looks at no rows but the edited one, its parent and what stands right below it', () => {
    const report = build(
      Array.from({ length: 2_000 }, (_, index): BuiltRow => {
        const isItem = index % 4 !== 0
        return {
          texts: [isItem ? '' : String(index), `Tên ${index}`, '', '10', '5'],
          ...(isItem && { kind: 'item', level: 1 }),
        }
      }),
    )
    const before = calculate(report)
    before.get('r1')
    const { report: after, change } = applied(report, [
      { type: 'cell', row: 'r1001', column: 'c5', text: '20' },
    ])
    const looked: string[] = []
    const rows = new Proxy(after.rows, {
      get(target, key, receiver): unknown {
        looked.push(String(key))
        return Reflect.get(target, key, receiver)
      },
    })
    const computed = recalculateAfter({ ...after, rows }, before, change)
    expect([...new Set(looked)].sort()).toEqual(['-1', '1001', '1002', '1003'])
    expect(computed.get('r1001')).toEqual({ c6: '200', c7: 'Vượt' })
  })

  it('works out one row alone, in whatever state it is given', () => {
    const report = build([['1', 'A', '', '10', '5']])
    const [row] = report.rows
    if (row === undefined) throw new Error('a row')
    const alone = calculateAlone(report, {
      ...row,
      cells: { ...row.cells, c5: { text: '10', quantity: { op: '=', value: '10' } } },
    })
    expect(alone.get('r1')).toEqual({ c6: '100', c7: 'Đạt' })
    expect(alone.get('r2')).toBeUndefined()
  })
})
