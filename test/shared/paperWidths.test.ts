import { describe, expect, it } from 'vitest'
import type { Role } from '../../shared/model.ts'
import { shareWidth, widthNeed } from '../../shared/paperWidths.ts'
import { build } from './building.ts'

/** By column: its role, its widest piece and its longest line. */
type Content = readonly [Role, number, number]

function widths(room: number, contents: readonly Content[]): readonly number[] {
  const { columns } = build([], { roles: contents.map(([role]) => role) })
  const needs = contents.map(([role, piece, line]) => widthNeed(role, piece, line))
  return shareWidth(columns, needs, room).map(Math.round)
}

describe('the width of the paper', () => {
  it('is shared with the sentences among figures, names giving way', () => {
    const [name = 0, plan = 0, actual = 0] = widths(480, [
      ['name', 60, 500],
      ['plan', 40, 40],
      ['actual', 45, 330],
      ['assessment', 50, 85],
      ['ratio', 45, 45],
    ])
    expect(actual).toBeGreaterThan(85)
    expect(actual).toBeGreaterThan(plan)
    expect(name).toBeLessThan(200)
  })

  it('goes to the names where it is more than wanted', () => {
    expect(
      widths(500, [
        ['name', 60, 900],
        ['actual', 45, 45],
        ['ratio', 45, 45],
      ]),
    ).toEqual([380, 60, 60])
  })

  it('is never less than what cannot be broken', () => {
    expect(
      widths(100, [
        ['name', 160, 300],
        ['actual', 120, 120],
      ]),
    ).toEqual([160, 120])
  })
})
