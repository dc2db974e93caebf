import { describe, expect, it } from 'vitest'
import { eachRow, parentOf } from '../../shared/outline.ts'
import { build } from './building.ts'

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
})
