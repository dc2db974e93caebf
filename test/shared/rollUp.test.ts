/** Rows that follow their parts: through edits and back, over several levels, and as proposed for a file. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, invert } from '../../shared/change.ts'
import { parseDecimal, type Decimal } from '../../shared/decimal.ts'
import { calculate } from '../../shared/calculate.ts'
import { fixesOf } from '../../shared/check/fixes.ts'
import { check } from '../../shared/check/index.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Edit, Report, RollUp, Row } from '../../shared/model.ts'
import { formatFigure } from '../../shared/quantity.ts'
import { rolledUp, withProposedRollUps } from '../../shared/rollUp.ts'
import { build, type BuiltRow } from './building.ts'

const typed = (row: string, column: string, text: string): Edit => ({ type: 'cell', row, column, text })
const rollUp = (row: string, rule: RollUp | null): Edit => ({ type: 'row', row, set: { rollUp: rule } })
const parent = (...texts: string[]): BuiltRow => ({ texts: ['1', 'Tổng đàn', 'Con', ...texts] })
const item = (name: string, ...texts: string[]): BuiltRow => ({
  texts: ['', name, 'Con', ...texts],
  kind: 'item',
  level: 1,
})

function edited(report: Report, ...edits: readonly Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  const { change, report: after } = applied.value
  const undone = applyChange(after, invert(change))
  expect(undone.ok && undone.value).toEqual(report)
  const redone = applyChange(report, change)
  expect(redone.ok && redone.value).toEqual(after)
  return after
}

function rowIn(report: Report, id: string): Row {
  const row = report.rows.find((each) => each.id === id)
  if (row === undefined) throw new Error(id)
  return row
}

/** "370*": the text, with an asterisk where it was worked out. */
function cellIn(report: Report, row: string, column: string): string {
  const cell = rowIn(report, row).cells[column]
  return cell === undefined ? '' : `${cell.text}${cell.rolledUp === true ? '*' : ''}`
}

/** Of a parent of items in the plan column, given as "unit: text | unit: text". */
function sumOf(rule: RollUp, unit: string, list: string) {
  const parts = list === '' ? [] : list.split(' | ').map((part) => part.split(': '))
  const report = edited(
    build([
      { texts: ['1', 'Cả xã', unit] },
      ...parts.map(([own = '', text = ''], index) => ({
        texts: ['', `Thôn ${index + 1}`, own, text],
        kind: 'item' as const,
        level: 1,
      })),
    ]),
    rollUp('r1', rule),
  )
  const [plan] = report.columns.filter(({ role }) => role === 'plan')
  if (plan === undefined) throw new Error('a plan')
  const sum = rolledUp(report, rowIn(report, 'r1'), plan)
  expect(cellIn(report, 'r1', plan.id)).toBe('missing' in sum ? '' : `${sum.text}*`)
  return sum
}

describe('what parts come to', () => {
  it.each<[RollUp, string, string, string]>([
    ['sum', 'Con', 'Con: 1.200 | Con: 800', '2.000'],
    ['sum', 'Con', 'Con: 1200 | Con: 800', '2000'],
    ['sum', 'Con', ': 700 | : 800', '1.500'],
    ['sum', '', ': - | Tấn: 3 | kg: 500', '3,5'],
    ['sum', '', ': 5 | Hộ: 3', '8'],
    ['sum', 'Con', 'Con: 02 | Con: 08', '10'],
    ['sum', 'Ha', 'ha: 0,1 | Ha: 0,2', '0,3'],
    ['sum', 'Ha', 'Ha: 1,25 | Ha: 2,75', '4'],
    ['sum', 'Ha', 'Ha: -1,5 | Ha: 1', '-0,5'],
    ['sum', 'Ha', 'Ha: 18,6 ha | Ha: 1,4', '20'],
    ['sum', '', ': 18,6 ha | : 2 ha', '20,6 ha'],
    ['sum', 'Con', 'Con: 5 | Con: - | Con: 7', '12'],
    ['sum', 'Xã', 'Xã: 2/3 | Xã: 4/5', '6/8'],
    ['mean', 'Trường', 'Trường: 21/34 | Trường: 04/06', '25/40'],
    ['mean', '%', '%: 1.250/2.000 | %: -', '1.250/2.000'],
    ['last', 'Con', 'Con: 5 | Con: 07 | Con: ', '07'],
    ['sum', 'Tấn', 'kg: 1.200 | Tấn: 0,8', '2'],
    ['sum', 'Con', 'Nghìn con: 1,5 | con: 500', '2.000'],
    ['sum', 'Triệu đồng', 'Triệu đồng: 1,5 tỷ | Triệu đồng: 200,25', '1.700,25'],
    ['sum', '', 'ha: 1,5 | m2: 5.000', '2'],
    ['last', '%', '%: > 90 | %: ≥ 95', '≥ 95'],
  ])('%s in %s of %s: %s', (rule, unit, parts, text) => {
    const sum = sumOf(rule, unit, parts)
    expect('missing' in sum ? sum.missing : sum.text).toBe(text)
  })

  it.each<[RollUp, string, string, string, object]>([
    ['sum', 'Con', '', 'rollUp-no-parts', {}],
    ['none', 'Con', 'Con: 5', 'rollUp-no-parts', {}],
    ['sum', 'Con', 'Con: - | Con: –', 'rollUp-none', {}],
    ['sum', 'Con', 'Con: 5 | Con: ', 'rollUp-missing', { part: 'Thôn 2' }],
    ['sum', 'Con', 'Con: … | Con: 5', 'rollUp-unclear', { part: 'Thôn 1', text: '…' }],
    ['sum', 'Con', 'Con: 5 | Con: >5', 'rollUp-unclear', { part: 'Thôn 2', text: '>5' }],
    ['sum', 'Con', 'Con: 5 | Con: 2-3', 'rollUp-unclear', { part: 'Thôn 2', text: '2-3' }],
    ['sum', 'Con', 'Con: giảm 5 | Con: 2', 'rollUp-unclear', { part: 'Thôn 1', text: 'giảm 5' }],
    ['sum', 'Con', 'Con: 5 | Con: 2/3', 'rollUp-unlike', { part: 'Thôn 2', text: '2/3' }],
    ['sum', '', ': 5 | Tấn: 3 | kg: 500', 'rollUp-unit-missing', { part: 'Thôn 1', other: 'Tấn' }],
    ['sum', '', ': 5 | : 3 tấn | : 500 kg', 'rollUp-unit-missing', { part: 'Thôn 1', other: 'tấn' }],
    ['sum', '', ': 1,5 nghìn | : 500', 'rollUp-unit-missing', { part: 'Thôn 2', other: 'nghìn' }],
    ['sum', 'Ha', 'Ha: 5 | Tấn: 2', 'rollUp-units', { part: 'Thôn 2', unit: 'Tấn', other: 'Ha' }],
    ['sum', '', 'Hộ: 5 | Khẩu: 2', 'rollUp-units', { part: 'Thôn 2', unit: 'Khẩu', other: 'Hộ' }],
    ['mean', '%', '%: 50 | %: 2/3', 'rollUp-no-fraction', { part: 'Thôn 1', text: '50' }],
    ['last', 'Con', 'Con:  | Con: -', 'rollUp-none', {}],
  ])('%s in %s of %s: nothing, for %s', (rule, unit, parts, key, params) => {
    const sum = sumOf(rule, unit, parts)
    expect('missing' in sum ? sum.missing : sum.text).toEqual({ key, params })
  })

  it('hidden digits are added up, and what shows is rounded to what the parts show', () => {
    const hidden = (text: string, place: number): BuiltRow => ({
      texts: ['', `Thôn ${place}`, 'Ha', text],
      kind: 'item',
      level: 1,
      flags: { 3: ['digits-hidden'] },
    })
    const built = build([{ texts: ['1', 'Cả xã', 'Ha'] }, hidden('1,2', 1), hidden('1,2', 2)])
    const rows = built.rows.map((row) => {
      const { c4: cell } = row.cells
      return cell === undefined
        ? row
        : { ...row, cells: { c4: { ...cell, quantity: { op: '=' as const, value: '1.24' } } } }
    })
    const after = edited({ ...built, rows }, rollUp('r1', 'sum'))
    expect(rowIn(after, 'r1').cells.c4).toEqual({
      text: '2,5',
      quantity: { op: '=', value: '2.48' },
      flags: ['digits-hidden'],
      rolledUp: true,
    })
  })

  it('is the independent sum of the parts, in whatever order they stand', () => {
    const decimals = fc.tuple(fc.bigInt(-1_000_000n, 1_000_000n), fc.integer({ min: 0, max: 4 }))
    fc.assert(
      fc.property(fc.array(decimals, { minLength: 1, maxLength: 8 }), (figures) => {
        const text = ([units, scale]: readonly [bigint, number]) => {
          const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
          const whole = digits.slice(0, digits.length - scale)
          const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
          const value = `${whole}${fraction === '' ? '' : `.${fraction}`}`
          return formatFigure(units < 0n ? `-${value}` : value)
        }
        const expected = figures.reduce((sum, [units, scale]) => sum + units * 10n ** BigInt(4 - scale), 0n)
        for (const ordered of [figures, figures.toReversed()]) {
          const sum = sumOf('sum', 'Ha', ordered.map((figure) => `Ha: ${text(figure)}`).join(' | '))
          const value: Decimal = parseDecimal('missing' in sum ? 'none' : (sum.quantity.value ?? 'none'))
          expect(value.units * 10n ** BigInt(4 - value.scale)).toBe(expected)
        }
      }),
      { numRuns: 300 },
    )
  })
})

it('fractions and last figures are not converted', () => {
  const units = (rule: RollUp, text: string) => sumOf(rule, 'Con', `Nghìn con: ${text}`)
  for (const sum of [units('last', '5'), units('mean', '1/2')]) {
    expect('missing' in sum && sum.missing.key).toBe('rollUp-units')
  }
})

describe('editing rows that follow their parts', () => {
  const herd = () => build([parent('', '30'), item('Trâu', '10', '5'), item('Bò', '20', '7')])

  it('fills what is empty at once, marks what fits, leaves what a person typed', () => {
    const after = edited(herd(), rollUp('r1', 'sum'))
    expect([cellIn(after, 'r1', 'c4'), cellIn(after, 'r1', 'c5')]).toEqual(['30*', '30'])
    const fits = edited(build([parent('030'), item('Trâu', '10'), item('Bò', '20')]), rollUp('r1', 'sum'))
    expect(cellIn(fits, 'r1', 'c4')).toBe('030*')
  })

  it('follows its parts, is overruled by typing and comes back when emptied', () => {
    const summed = edited(herd(), rollUp('r1', 'sum'))
    const moved = edited(summed, typed('r2', 'c4', '15'))
    expect(cellIn(moved, 'r1', 'c4')).toBe('35*')
    const overruled = edited(moved, typed('r1', 'c4', '40'))
    expect(cellIn(overruled, 'r1', 'c4')).toBe('40')
    expect(cellIn(edited(overruled, typed('r2', 'c4', '1')), 'r1', 'c4')).toBe('40')
    expect(cellIn(edited(overruled, typed('r1', 'c4', '')), 'r1', 'c4')).toBe('35*')
  })

  it('is emptied while a part is missing', () => {
    const summed = edited(herd(), rollUp('r1', 'sum'))
    const without = edited(summed, typed('r3', 'c4', ''))
    expect(cellIn(without, 'r1', 'c4')).toBe('')
    expect(cellIn(edited(without, typed('r3', 'c4', '21')), 'r1', 'c4')).toBe('31*')
  })

  it('keeps what is known about the figure, and the values of an adjusted plan', () => {
    const known = edited(
      herd(),
      { type: 'metadata', row: 'r1', column: 'c4', set: { source: 'Thú y' } },
      rollUp('r1', 'sum'),
    )
    expect(rowIn(known, 'r1').cells.c4).toMatchObject({ text: '30', metadata: { source: 'Thú y' } })
    const emptied = edited(known, typed('r2', 'c4', ''))
    expect(rowIn(emptied, 'r1').cells.c4).toEqual({ text: '', metadata: { source: 'Thú y' } })
    const values = [{ text: '25', decision: '1/QĐ-UBND' }]
    const adjusted = edited(
      herd(),
      { type: 'planValues', row: 'r1', column: 'c4', values },
      rollUp('r1', 'sum'),
    )
    expect(cellIn(adjusted, 'r1', 'c4')).toBe('25')
  })

  it('switched off leaves the figures as typed ones', () => {
    const summed = edited(herd(), rollUp('r1', 'sum'))
    for (const rule of ['none', null] as const) {
      const plain = edited(summed, rollUp('r1', rule))
      expect(cellIn(plain, 'r1', 'c4')).toBe('30')
      expect(cellIn(edited(plain, typed('r2', 'c4', '1')), 'r1', 'c4')).toBe('30')
    }
  })

  it('goes up over several levels, sections and totals in one step', () => {
    const deep = build([
      { texts: ['A', 'Chăn nuôi', ''], kind: 'section' },
      { ...parent(), level: 1 },
      { ...item('Trâu'), level: 2 },
      { ...item('Cái', '1'), level: 3 },
      { ...item('Đực', '2'), level: 3 },
      { ...item('Bò', '3'), level: 2 },
      { texts: ['', 'Cộng A', 'Con'], kind: 'total', level: 1 },
      { texts: ['B', 'Khác', ''], kind: 'section' },
      { texts: ['2', 'Ngựa', 'Con', '10'], level: 1 },
      { texts: ['', 'Tổng cộng', 'Con'], kind: 'total' },
    ])
    const summed = edited(
      deep,
      rollUp('r10', 'sum'),
      rollUp('r7', 'sum'),
      rollUp('r2', 'sum'),
      rollUp('r3', 'sum'),
    )
    const plans = (report: Report) => ['r3', 'r2', 'r7', 'r10'].map((id) => cellIn(report, id, 'c4'))
    expect(plans(summed)).toEqual(['3*', '6*', '6*', '16*'])
    expect(plans(edited(summed, typed('r4', 'c4', '101')))).toEqual(['103*', '106*', '106*', '116*'])
    expect(plans(edited(summed, typed('r9', 'c4', '0')))).toEqual(['3*', '6*', '6*', '6*'])
    expect(plans(edited(summed, typed('r5', 'c4', '')))).toEqual(['', '', '', ''])
  })

  it('follows when a column becomes one of figures', () => {
    const roles = ['ordinal', 'name', 'unit', 'plan', 'note'] as const
    const built = build([parent(), item('Trâu', '1', '10'), item('Bò', '2', '20')], { roles })
    const summed = edited(built, rollUp('r1', 'sum'))
    expect(cellIn(summed, 'r1', 'c5')).toBe('')
    expect(
      cellIn(edited(summed, { type: 'column', column: 'c5', set: { role: 'actual' } }), 'r1', 'c5'),
    ).toBe('30*')
  })

  it('leaves alone what a person typed, also when a sum passes by it', () => {
    const summed = edited(build([parent(), item('Trâu', '60'), item('Bò', '45')]), rollUp('r1', 'sum'))
    const typedOver = edited(summed, typed('r1', 'c4', '100'))
    const passing = edited(typedOver, typed('r3', 'c4', '40'))
    expect(cellIn(passing, 'r1', 'c4')).toBe('100')
    expect(cellIn(edited(passing, typed('r3', 'c4', '41')), 'r1', 'c4')).toBe('100')
  })

  it('keeps the mark of a footnote, which no sum has', () => {
    const built = build([parent('100(1)'), item('Trâu', '60'), item('Bò', '40')])
    const summed = edited(built, rollUp('r1', 'sum'))
    expect(cellIn(edited(summed, typed('r3', 'c4', '45')), 'r1', 'c4')).toBe('100(1)')
  })

  it('does not follow where the plan was adjusted, and the sum is offered as its value that counts', () => {
    const built = build([parent('100'), item('Trâu', '60'), item('Bò', '40')])
    const adjusted = edited(built, rollUp('r1', 'sum'), {
      type: 'planValues',
      row: 'r1',
      column: 'c4',
      values: [
        { text: '90', decision: '1/QĐ' },
        { text: '100', decision: '2/QĐ' },
      ],
    })
    const differing = edited(adjusted, typed('r3', 'c4', '55'))
    expect(cellIn(differing, 'r1', 'c4')).toBe('100')
    const computed = calculate(differing)
    const found = check(differing, computed).filter(({ code }) => code === 'sum-differs')
    expect(found).toHaveLength(1)
    const fixes = found.flatMap((finding) => fixesOf(differing, computed, finding))
    const mended = edited(differing, ...fixes.flatMap(({ edits }) => edits))
    expect(rowIn(mended, 'r1').cells.c4?.planValues?.map(({ text }) => text)).toEqual(['90', '115'])
  })

  it('any sequence of edits leaves the figures as they would be worked out anew', () => {
    const built = build([
      parent(),
      item('Trâu'),
      { ...item('Cái'), level: 2 },
      { ...item('Đực'), level: 2 },
      item('Bò'),
      { texts: ['2', 'Ngựa', 'Con'] },
      { texts: ['', 'Tổng cộng', 'Con'], kind: 'total' },
    ])
    const start = edited(built, ...['r1', 'r2', 'r7'].map((id) => rollUp(id, 'sum')))
    const cell = fc.tuple(
      fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'),
      fc.constantFrom('c4', 'c5'),
      fc.constantFrom('', '-', '1', '2', '3,5', '1.000', 'chưa có'),
    )
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), fc.boolean(), (cells, atOnce) => {
        const edits = cells.map((each) => typed(...each))
        const after = atOnce
          ? edited(start, ...edits)
          : edits.reduce((report, edit) => edited(report, edit), start)
        for (const id of ['r1', 'r2', 'r7']) {
          for (const column of after.columns.filter(({ role }) => role === 'plan' || role === 'actual')) {
            const row = rowIn(after, id)
            const sum = rolledUp(after, row, column)
            const is = row.cells[column.id]
            if (is === undefined) expect('missing' in sum).toBe(true)
            if (is?.rolledUp === true) expect(sum).toEqual({ text: is.text, quantity: is.quantity })
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('sums proposed for a file', () => {
  const share = (name: string, text: string): BuiltRow => ({ ...item(name), texts: ['', name, '%', text] })

  function proposed(rows: readonly (BuiltRow | readonly string[])[]): Report {
    return withProposedRollUps(build(rows))
  }

  it.each<[string, readonly (BuiltRow | readonly string[])[], RollUp | undefined, string]>([
    [
      'every column fits',
      [parent('30', '12'), item('Trâu', '10', '5'), item('Bò', '20', '7')],
      'sum',
      '30* 12*',
    ],
    [
      'one column fits, the other is empty',
      [parent('30'), item('Trâu', '10', '5'), item('Bò', '20', '7')],
      'sum',
      '30* ',
    ],
    [
      'one column fits, of the other a part is missing',
      [parent('30', '12'), item('Trâu', '10', '5'), item('Bò', '20')],
      'sum',
      '30* 12',
    ],
    [
      'one column contradicts',
      [parent('30', '13'), item('Trâu', '10', '5'), item('Bò', '20', '7')],
      undefined,
      '30 13',
    ],
    [
      'zeros beside a column that fits',
      [parent('30', '0'), item('Trâu', '10', '0'), item('Bò', '20', '0')],
      'sum',
      '30* 0*',
    ],
    ['only zeros', [parent('0'), item('Trâu', '0'), item('Bò', '0')], undefined, '0 '],
    ['one part', [parent('30'), item('Trâu', '30')], undefined, '30 '],
    ['shares', [['1', 'Cơ cấu', '%', '100'], share('A', '40'), share('B', '60')], undefined, '100 '],
    [
      'other units',
      [['1', 'A', 'Con', '30'], item('Trâu', '10'), { ...item('Thịt'), texts: ['', 'Thịt', 'Tấn', '20'] }],
      undefined,
      '30 ',
    ],
  ])('%s', (_, rows, rule, cells) => {
    const report = proposed(rows)
    expect(rowIn(report, 'r1').rollUp).toBe(rule)
    expect(`${cellIn(report, 'r1', 'c4')} ${cellIn(report, 'r1', 'c5')}`).toBe(cells)
  })

  it('no text changes until a part does', () => {
    const report = proposed([parent('30', '12'), item('Trâu', '10', '5'), item('Bò', '20', '7')])
    const after = edited(report, typed('r2', 'c4', '11'))
    expect([cellIn(after, 'r1', 'c4'), cellIn(after, 'r1', 'c5')]).toEqual(['31*', '12*'])
  })
})

describe('a large report', () => {
  it('one edit touches only the rows above it', () => {
    const built = build(
      Array.from({ length: 1000 }, (_, index) =>
        index % 5 === 0 ? parent() : item(`Thôn ${index}`, String(index)),
      ),
    )
    const parents = built.rows.filter((row) => row.level === 0)
    const summed = edited(built, ...parents.map(({ id }) => rollUp(id, 'sum')))
    const after = edited(summed, typed('r3', 'c4', '7'))
    const changed = after.rows.filter((row, place) => row !== summed.rows[place])
    expect(changed.map(({ id }) => id)).toEqual(['r1', 'r3'])
    expect(cellIn(after, 'r1', 'c4')).toBe('15*')
  })
})
