import { describe, expect, it } from 'vitest'
import { isComputed, isFigure, withComparisons, withMissingColumns } from '../../shared/columns.ts'
import { ROLES, type Column, type Role } from '../../shared/model.ts'
import { orderKeys } from '../../shared/order.ts'

function columnsOf(...roles: readonly Role[]): Column[] {
  const orders = orderKeys(roles.length)
  return roles.map((role, index) => ({
    id: `c${index + 1}`,
    tag: `c${index + 1}`,
    order: orders[index] ?? '',
    role,
    header: [role],
  }))
}

function comparisons(columns: readonly Column[]) {
  return columns.filter(({ role }) => isComputed(role)).map(({ id, of, to }) => ({ id, of, to }))
}

describe('withComparisons', () => {
  it('takes the nearest plan on the left and the actual, wherever it stands', () => {
    const columns = columnsOf('plan', 'plan', 'assessment', 'actual', 'ratio', 'plan', 'ratio')
    expect(comparisons(withComparisons(columns))).toEqual([
      { id: 'c3', of: 'c4', to: 'c2' },
      { id: 'c5', of: 'c4', to: 'c2' },
      { id: 'c7', of: 'c4', to: 'c6' },
    ])
  })

  it('assesses by the plan of the year, and measures what is added by it', () => {
    const [year, term, actual, ratio, added, assessment] = columnsOf(
      'plan',
      'plan',
      'actual',
      'ratio',
      'ratio',
      'assessment',
    )
    if (!year || !term || !actual || !ratio || !added || !assessment) throw new Error('six columns')
    const columns = [
      year,
      { ...term, term: true as const },
      actual,
      ratio,
      { ...added, added: true },
      assessment,
    ]
    expect(comparisons(withComparisons(columns))).toEqual([
      { id: 'c4', of: 'c3', to: 'c2' },
      { id: 'c5', of: 'c3', to: 'c1' },
      { id: 'c6', of: 'c3', to: 'c1' },
    ])
    const only = columns.slice(1).map((column) => ({ ...column }))
    expect(comparisons(withComparisons(only)).map(({ to }) => to)).toEqual(['c2', 'c2', 'c2'])
    const asked = columns.map((column) => (column.added === true ? { ...column, to: 'c2' } : column))
    expect(comparisons(withComparisons(asked))[1]).toEqual({ id: 'c5', of: 'c3', to: 'c2' })
  })

  it('prefers actual to cumulative to estimate', () => {
    expect(comparisons(withComparisons(columnsOf('plan', 'estimate', 'cumulative', 'ratio')))).toEqual([
      { id: 'c4', of: 'c3', to: 'c1' },
    ])
    expect(comparisons(withComparisons(columnsOf('plan', 'estimate', 'ratio')))).toEqual([
      { id: 'c3', of: 'c2', to: 'c1' },
    ])
  })

  it('keeps what is named and usable, and replaces what is not', () => {
    const [plan, previous, actual, named, lost] = columnsOf('plan', 'previous', 'actual', 'ratio', 'ratio')
    if (!plan || !previous || !actual || !named || !lost) throw new Error('five columns')
    const columns = [plan, previous, actual, { ...named, to: 'c2' }, { ...lost, of: 'gone', to: 'c4' }]
    expect(comparisons(withComparisons(columns))).toEqual([
      { id: 'c4', of: 'c3', to: 'c2' },
      { id: 'c5', of: 'c3', to: 'c1' },
    ])
  })

  it('names nothing where there is nothing to compare', () => {
    expect(comparisons(withComparisons(columnsOf('name', 'ratio', 'plan')))).toEqual([
      { id: 'c2', of: undefined, to: undefined },
    ])
  })

  it('takes comparisons off columns that are not computed', () => {
    const [plan, note] = columnsOf('plan', 'note')
    if (!plan || !note) throw new Error('two columns')
    expect(withComparisons([plan, { ...note, of: 'c1', to: 'c1' }])).toEqual([plan, note])
  })
})

describe('withMissingColumns', () => {
  const newId = () => 'new'

  it('appends what is missing, numbered after the columns of the file', () => {
    const added = withMissingColumns(columnsOf('name', 'plan', 'actual', 'assessment'), newId).slice(4)
    expect(added).toMatchObject([{ id: 'new', tag: 'c5', role: 'ratio', header: [], added: true }])
    expect(added[0]?.letter).toBeUndefined()
    const both = withMissingColumns(columnsOf('name', 'plan', 'cumulative'), newId)
    expect(both.map(({ tag, role }) => [tag, role]).slice(3)).toEqual([
      ['c4', 'ratio'],
      ['c5', 'assessment'],
    ])
    expect(both.map(({ order }) => order)).toEqual([...both.map(({ order }) => order)].sort())
  })

  it('leaves tables without plan or without result as they are', () => {
    for (const columns of [columnsOf('name', 'plan'), columnsOf('name', 'actual', 'previous')]) {
      expect(withMissingColumns(columns, newId)).toBe(columns)
    }
  })
})

describe('roles', () => {
  it('are computed, figures, or neither', () => {
    expect(ROLES.filter(isComputed)).toEqual(['ratio', 'change', 'growth', 'assessment'])
    expect(ROLES.filter((role) => !isFigure(role))).toEqual([
      'ordinal',
      'name',
      'code',
      'unit',
      'assessment',
      'owner',
      'note',
      'text',
    ])
  })
})
