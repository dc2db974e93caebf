/** Rows among their neighbours: sums, numbering, names. */
import { expect, it } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import { build } from '../building.ts'
import { describeRule, item, section, total } from './cases.ts'

describeRule('sum-differs', [
  {
    about: 'the plan adds up, the result does not',
    rows: [
      ['3', 'Lương thực', 'Tấn', '30', '25'],
      item('', 'Thóc', 'Tấn', '20', '15'),
      item('', 'Ngô', 'Tấn', '10', '8'),
    ],
    found: ['r1 c5'],
    params: { stated: '25', sum: '23' },
  },
  {
    about: 'a total of its siblings',
    rows: [['1', 'A', 'Con', '1', '2'], ['2', 'B', 'Con', '2', '3'], total('', 'Tổng cộng', 'Con', '3', '6')],
    found: ['r3 c5'],
  },
  {
    about: 'all add up',
    rows: [
      ['5', 'Tổng đàn', '', '322.780', '30'],
      item('', 'Lợn', 'Con', '322.000', '10'),
      item('', 'Dê', 'Con', '780', '20'),
    ],
  },
  {
    about: 'nothing adds up: the items are no parts',
    rows: [
      ['1', 'Hộ', 'Hộ', '100', '90'],
      item('', 'Nghèo', 'Hộ', '10', '8'),
      item('', 'Cận nghèo', 'Hộ', '5', '4'),
    ],
  },
  {
    about: 'off by rounding, in columns with decimals or with hidden digits',
    rows: [
      ['1', 'A', 'Ha', '30', '25,1'],
      item('', 'B', 'Ha', '20', '15,1'),
      item('', 'C', 'Ha', '10', '10,1'),
      { texts: ['2', 'A', 'Ha', '30', '25'], flags: { 4: ['digits-hidden'] } },
      item('', 'B', 'Ha', '20', '15'),
      item('', 'C', 'Ha', '10', '9'),
    ],
  },
  {
    about: 'one head too few is no rounding',
    rows: [
      ['1', 'Đàn', 'Con', '30', '25'],
      item('', 'Lợn', 'Con', '20', '15'),
      item('', 'Dê', 'Con', '10', '9'),
    ],
    found: ['r1 c5'],
  },
  {
    about: 'nowhere near the sum, and nothing but zeros for proof',
    rows: [
      ['1', 'A', 'Ha', '30', '163'],
      item('', 'B', 'Ha', '20', '26.000'),
      item('', 'C', 'Ha', '10', '500'),
      ['2', 'A', 'Ha', '0', '25'],
      item('', 'B', 'Ha', '0', '15'),
      item('', 'C', 'Ha', '0', '9'),
    ],
  },
  {
    about: 'shares, other units, missing parts',
    rows: [
      ['1', 'A', '%', '30', '25'],
      item('', 'B', '%', '20', '15'),
      item('', 'C', '%', '10', '8'),
      ['2', 'A', 'Ha', '30', '25'],
      item('', 'B', 'Ha', '20', '15'),
      item('', 'C', 'Tấn', '10', '8'),
      ['3', 'A', 'Ha', '30', '25'],
      item('', 'B', 'Ha', '20', '15'),
      item('', 'C', 'Ha', '10', ''),
    ],
  },
])

describeRule('ordinal-broken', [
  {
    about: 'a number left out',
    rows: [
      ['1', 'A'],
      ['2', 'B'],
      ['4', 'C'],
      ['5', 'D'],
      ['6', 'E'],
    ],
    found: ['r3 c1'],
    params: { ordinal: '4', before: 2 },
  },
  {
    about: 'a number twice',
    rows: [
      ['1', 'A'],
      ['2', 'B'],
      ['2', 'C'],
      ['3', 'D'],
      ['4', 'E'],
    ],
    found: ['r3 c1'],
  },
  {
    about: 'running on through sections',
    rows: [
      section('I', 'A'),
      { texts: ['1', 'B'], level: 1 },
      section('II', 'C'),
      { texts: ['2', 'D'], level: 1 },
    ],
  },
  {
    about: 'anew in each section',
    rows: [
      section('I', 'A'),
      { texts: ['1', 'B'], level: 1 },
      { texts: ['2', 'B'], level: 1 },
      section('II', 'C'),
      { texts: ['1', 'D'], level: 1 },
    ],
  },
  {
    about: 'numbers within numbers',
    rows: [
      ['1', 'A'],
      { texts: ['1', 'B'], level: 1 },
      { texts: ['2', 'C'], level: 1 },
      ['2', 'D'],
      ['3', 'E'],
    ],
  },
  {
    about: 'codes',
    rows: [
      ['101', 'A'],
      ['203', 'B'],
      ['307', 'C'],
      ['415', 'D'],
      ['500', 'E'],
    ],
  },
])

describeRule('name-repeated', [
  {
    about: 'twice below one parent',
    rows: [
      ['1', 'Trồng rừng', 'Ha', '1'],
      ['2', 'TRỒNG  rừng', 'ha', '2'],
    ],
    found: ['r2 c2'],
  },
  {
    about: 'a name that comes up again and again',
    rows: ['Lúa', 'Ngô', 'Lạc'].flatMap((crop) => [
      ['', crop, '', ''],
      ['', 'Diện tích', 'Ha', '1'],
    ]),
  },
  {
    about: 'other units, other parents, short words, no figures',
    rows: [
      ['1', 'Trồng rừng', 'Ha', '1'],
      item('', 'Rừng sản xuất', 'Ha', '1'),
      item('', 'Nữ', 'Ha', '1'),
      item('', 'Nữ', 'Ha', '1'),
      ['2', 'Trồng rừng', 'Cây', '2'],
      item('', 'Rừng sản xuất', 'Ha', '1'),
      ['3', 'Trồng rừng', 'Ha', ''],
    ],
  },
])

it('goes from the top row to the bottom', () => {
  const report = build([
    ['1', 'Sản lượng ngô', 'Ha', '30', '31,7', '105,66'],
    ['5', 'Số chi bộ', '%', 'chữ', '5'],
  ])
  const rows = check(report, calculate(report)).map(({ row }) => row)
  expect(rows).toEqual([...rows].sort())
  expect(new Set(rows)).toEqual(new Set(['r1', 'r2']))
})
