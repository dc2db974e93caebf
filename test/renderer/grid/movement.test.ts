import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, walked, type Field, type Move, type Position } from '../../../renderer/grid/movement.ts'

/** "x" is a filled cell. */
function fieldOf(rows: readonly string[], page = 3): Field {
  return {
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    page,
    isEmpty: ({ row, column }) => rows[row]?.[column] !== 'x',
  }
}

const full = fieldOf(['xxx', 'xxx', 'xxx', 'xxx', 'xxx'])
const at = (row: number, column: number): Position => ({ row, column })

describe('moved', () => {
  it.each<[string, Move, Position, Position]>([
    ['stops at the last row', 'down', at(4, 1), at(4, 1)],
    ['goes down by one', 'down', at(0, 1), at(1, 1)],
    ['stops at the first column', 'left', at(2, 0), at(2, 0)],
    ['wraps Tab into the next row', 'next', at(1, 2), at(2, 0)],
    ['ends Tab at the last cell', 'next', at(4, 2), at(4, 2)],
    ['wraps Shift+Tab into the row above', 'previous', at(1, 0), at(0, 2)],
    ['starts Shift+Tab at the first cell', 'previous', at(0, 0), at(0, 0)],
    ['goes to both ends of a row', 'row-end', at(3, 0), at(3, 2)],
    ['goes to the end of the table', 'table-end', at(0, 0), at(4, 2)],
    ['pages within the table', 'page-down', at(3, 1), at(4, 1)],
    ['pages by as many rows as asked', 'page-up', at(4, 1), at(1, 1)],
  ])('%s', (_, move, from, to) => {
    expect(moved(from, move, full)).toEqual(to)
  })

  it('jumps along filled cells to the last of them, over empty ones to the next filled', () => {
    const field = fieldOf(['x', 'x', 'x', ' ', ' ', 'x', ' '])
    expect(moved(at(0, 0), 'edge-down', field)).toEqual(at(2, 0))
    expect(moved(at(2, 0), 'edge-down', field)).toEqual(at(5, 0))
    expect(moved(at(5, 0), 'edge-down', field)).toEqual(at(6, 0))
    expect(moved(at(6, 0), 'edge-up', field)).toEqual(at(5, 0))
    expect(moved(at(5, 0), 'edge-up', field)).toEqual(at(2, 0))
    expect(moved(at(0, 0), 'edge-up', field)).toEqual(at(0, 0))
  })

  it('never leaves the table', () => {
    const moves: Move[] = ['up', 'down', 'left', 'right', 'next', 'previous', 'page-up', 'page-down']
    const edges: Move[] = ['edge-up', 'edge-down', 'edge-left', 'edge-right', 'row-start', 'table-start']
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[x ]{4}$/), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...moves, ...edges),
        fc.nat(),
        fc.nat(3),
        (rows, move, row, column) => {
          const to = moved(at(row % rows.length, column), move, fieldOf(rows))
          return to.row >= 0 && to.row < rows.length && to.column >= 0 && to.column < 4
        },
      ),
    )
  })
})

describe('walked', () => {
  const area = { top: 1, bottom: 2, left: 1, right: 3 }
  function steps(move: Move, from: Position): string {
    const places: string[] = []
    let place: Position | undefined = from
    do {
      places.push(`${place.row}${place.column}`)
      place = walked(place, move, area)
    } while (place !== undefined && !places.includes(`${place.row}${place.column}`))
    return places.join(' ')
  }

  it('goes round the selected cells, Enter down the columns, Tab along the rows', () => {
    expect(steps('enter', at(1, 1))).toBe('11 21 12 22 13 23')
    expect(steps('enter-back', at(1, 1))).toBe('11 23 13 22 12 21')
    expect(steps('next', at(2, 2))).toBe('22 23 11 12 13 21')
    expect(steps('previous', at(1, 1))).toBe('11 23 22 21 13 12')
  })

  it('leaves all other moves to the table', () => {
    expect(walked(at(1, 1), 'down', area)).toBeUndefined()
  })
})
