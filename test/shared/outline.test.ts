import { describe, expect, it } from 'vitest'
import { carryOutline, childrenOf, eachRow, outlineOf, parentOf, partsOf } from '../../shared/outline.ts'
import { build, type BuiltRow } from './building.ts'

const levels = [0, 1, 1, 2, 1, 0, 2, 1]
const { rows } = build(levels.map((level) => ({ texts: [], level })))
const parents = [undefined, 'r1', 'r1', 'r3', 'r1', undefined, 'r6', 'r6']

describe('the outline', () => {
  it('gives each row the nearest row above with a lower level', () => {
    const found: (string | undefined)[] = []
    eachRow(rows, (_row, parent) => found.push(parent?.id))
    expect(found).toEqual(parents)
    expect(rows.map((row) => parentOf(rows, row)?.id)).toEqual(parents)
  })

  it('knows a row that has been replaced since', () => {
    const [, child] = rows
    if (child === undefined) throw new Error('a child')
    expect(parentOf(rows, { ...child, name: 'khác' })?.id).toBe('r1')
  })

  it('names the children of a row', () => {
    expect(rows.map((row) => childrenOf(rows, row).map(({ id }) => id))).toEqual([
      ['r2', 'r3', 'r5'],
      [],
      ['r4'],
      [],
      [],
      ['r7', 'r8'],
      [],
      [],
    ])
  })

  it('is carried on to rows of the same structure, and to no others', () => {
    const renamed = rows.map((row) => ({ ...row, name: 'khác' }))
    const moved = rows.map((row, place) => (place === 3 ? { ...row, level: 1 } : row))
    const fewer = rows.slice(1)
    const swapped = [...rows.slice(0, 6), ...rows.slice(6).toReversed()]
    for (const others of [renamed, moved, fewer, swapped]) carryOutline(rows, others)
    expect(outlineOf(renamed)).toBe(outlineOf(rows))
    expect(parentOf(moved, moved[3] ?? rowOf('none'))?.id).toBe('r1')
    expect(outlineOf(fewer).places.get('r2')).toBe(0)
    expect(outlineOf(swapped).places.get('r8')).toBe(6)
  })
})

function rowOf(id: string) {
  const row = rows.find((each) => each.id === id)
  if (row === undefined) throw new Error(id)
  return row
}

describe('the parts of a row', () => {
  const section = (level: number, ordinal: string, ...texts: string[]): BuiltRow => ({
    texts: [ordinal, `Mục ${ordinal}`, '', ...texts],
    kind: 'section',
    level,
  })
  const row = (level: number, ordinal: string, name = `Chỉ tiêu ${ordinal}`): BuiltRow => ({
    texts: [ordinal, name, 'Ha', '1'],
    level,
  })
  const item = (level: number, name: string, figure = '1'): BuiltRow => ({
    texts: ['', name, '', figure],
    kind: 'item',
    level,
  })
  const total = (level: number, name: string): BuiltRow => ({
    texts: ['', name, 'Ha', '1'],
    kind: 'total',
    level,
  })

  it.each<[string, readonly BuiltRow[], Record<string, string>]>([
    [
      'children, and nothing of what has none',
      [row(0, '1'), item(1, 'a'), item(1, 'b'), row(0, '2')],
      { r1: 'r2 r3', r2: '', r4: '' },
    ],
    [
      'of a total the rows beside it since the last one',
      [row(0, '1'), row(0, '2'), total(0, 'Cộng'), row(0, '3'), row(0, '4'), total(0, 'Cộng')],
      { r3: 'r1 r2', r6: 'r4 r5' },
    ],
    [
      'of a grand total the totals before it and what came after them',
      [row(0, '1'), row(0, '2'), total(0, 'Cộng'), row(0, '3'), total(0, 'Tổng cộng')],
      { r3: 'r1 r2', r5: 'r3 r4' },
    ],
    [
      'of a grand total right below totals those totals',
      [row(0, '1'), total(0, 'Cộng'), row(0, '2'), total(0, 'Cộng'), total(0, 'Tổng cộng')],
      { r5: 'r2 r4' },
    ],
    [
      'sections without figures stand for their total or for their rows',
      [
        section(0, 'A'),
        row(1, '1'),
        row(1, '2'),
        total(1, 'Cộng A'),
        section(0, 'B'),
        section(1, 'I'),
        row(2, '3'),
        row(2, '4'),
        total(0, 'Tổng cộng'),
      ],
      { r1: 'r4', r4: 'r2 r3', r5: 'r7 r8', r9: 'r4 r7 r8' },
    ],
    [
      'a section with figures of its own stands for itself',
      [section(0, 'A', '2'), row(1, '1'), row(1, '2'), section(0, 'B', '3'), row(1, '3'), total(0, 'Tổng')],
      { r6: 'r1 r4', r1: 'r2 r3' },
    ],
    [
      '"Trong đó:" without figures opens the list of parts',
      [row(0, '1'), item(1, 'Trong đó:', ''), item(2, 'Trâu'), item(2, 'Bò')],
      { r1: 'r3 r4' },
    ],
    [
      'a total on top adds up what stands below it',
      [total(0, 'TỔNG SỐ'), row(0, '1'), row(0, '2'), row(1, '2.1')],
      { r1: 'r2 r3' },
    ],
    [
      'a parent with a total among its children has that total',
      [row(0, '1'), item(1, 'a'), item(1, 'b'), total(1, 'Cộng')],
      { r1: 'r4', r4: 'r2 r3' },
    ],
    [
      'a section with totals of totals has the last of them',
      [
        section(0, 'A'),
        section(1, 'I'),
        row(2, '1'),
        section(1, 'II'),
        row(2, '2'),
        total(1, 'Cộng (I+II)'),
        total(1, 'Cộng A'),
        total(0, 'Tổng cộng'),
      ],
      { r6: 'r3 r5', r7: 'r6', r1: 'r7', r8: 'r7' },
    ],
    [
      'the rows that a name says',
      [
        row(0, 'I'),
        row(0, 'II'),
        row(0, 'III'),
        total(0, 'Tổng cộng (I+III)'),
        row(0, 'IV', 'Thu cân đối (I + II)'),
        row(0, 'V', 'Thu khác (VI+VII)'),
      ],
      { r4: 'r1 r3', r5: 'r1 r2', r6: '' },
    ],
  ])('%s', (_, built, expected) => {
    const report = build(built)
    const found = report.rows.map((each) => [
      each.id,
      partsOf(report.rows, each)
        .map(({ id }) => id)
        .join(' '),
    ])
    expect(Object.fromEntries(found)).toMatchObject(expected)
  })
})
