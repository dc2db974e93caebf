import { describe, expect, it } from 'vitest'
import { linesOf, MOST_LISTED, unfoldedAtFirst, unsettledCount } from '../../../renderer/findings/list.ts'
import { onward, stepOf } from '../../../renderer/findings/movement.ts'
import type { Finding, FindingCode } from '../../../shared/model.ts'

function finding(code: FindingCode, row: string, more: Partial<Finding> = {}): Finding {
  return { code, severity: 'warning', row, column: 'c5', params: {}, ...more }
}

/** Two wrong ratios, one unit, three roundings, and two that were let stand. */
const FINDINGS: readonly Finding[] = [
  finding('ratio-rounded', 'r1', { severity: 'info' }),
  finding('unit-missing', 'r2'),
  finding('ratio-wrong', 'r3', { severity: 'error' }),
  finding('name-repeated', 'r4', { settled: '' }),
  finding('ratio-rounded', 'r5', { severity: 'info' }),
  finding('ratio-wrong', 'r6', { severity: 'error' }),
  finding('unit-missing', 'r7', { settled: 'Đã đối chiếu' }),
  finding('ratio-rounded', 'r8', { severity: 'info' }),
]
const ALL = new Set(['ratio-wrong', 'unit-missing', 'ratio-rounded', 'settled'] as const)

const WRONG = 'group ratio-wrong'
const UNIT = 'group unit-missing'
const ROUNDED = 'group ratio-rounded'

function keys(unfolded: Parameters<typeof linesOf>[1]): string[] {
  return linesOf(FINDINGS, unfolded).map(({ key }) => key)
}

describe('the lines of the list', () => {
  it('are the groups, the grave first, then what was settled', () => {
    expect(keys(new Set())).toEqual([WRONG, UNIT, ROUNDED, 'settled'])
  })

  it('have the findings of open groups below them, in the order of the report', () => {
    expect(keys(ALL)).toEqual([
      WRONG,
      'ratio-wrong r3 c5',
      'ratio-wrong r6 c5',
      UNIT,
      'unit-missing r2 c5',
      ROUNDED,
      'ratio-rounded r1 c5',
      'ratio-rounded r5 c5',
      'ratio-rounded r8 c5',
      'settled',
      'settled name-repeated r4 c5',
      'settled unit-missing r7 c5',
    ])
  })

  it('count and first open only what is not settled', () => {
    expect(unsettledCount(FINDINGS)).toBe(6)
    expect(unfoldedAtFirst(FINDINGS)).toEqual(new Set(['ratio-wrong']))
    expect(unfoldedAtFirst(FINDINGS.filter(({ settled }) => settled !== undefined))).toEqual(new Set())
  })

  it('tell two findings of the same cell apart', () => {
    const twice = [finding('unit-changed', 'r1'), finding('unit-changed', 'r1')]
    const lines = linesOf(twice, new Set(['unit-changed'] as const))
    expect(new Set(lines.map(({ key }) => key)).size).toBe(3)
  })

  it('end where nobody would read on, and say how many there are', () => {
    const many = Array.from({ length: MOST_LISTED + 7 }, (_, row) => finding('unit-missing', `r${row}`))
    const lines = linesOf(many, new Set(['unit-missing'] as const))
    expect(lines).toHaveLength(1 + MOST_LISTED + 1)
    expect(lines.at(-1)).toMatchObject({ type: 'rest', count: 7 })
  })
})

describe('the keys', () => {
  const lines = linesOf(FINDINGS, new Set(['ratio-wrong'] as const))
  const first = 'ratio-wrong r3 c5'
  const last = 'ratio-wrong r6 c5'

  it.each([
    ['ArrowDown', WRONG, first],
    ['ArrowDown', last, UNIT],
    ['ArrowUp', UNIT, last],
    ['Home', ROUNDED, WRONG],
    ['End', WRONG, 'settled'],
    ['ArrowRight', WRONG, first],
    ['ArrowLeft', last, WRONG],
  ])('%s on “%s” goes to “%s”', (pressed, from, to) => {
    expect(stepOf(pressed, lines, from)).toEqual({ type: 'to', key: to })
  })

  it.each([
    ['ArrowRight', UNIT, 'unit-missing'],
    ['ArrowRight', 'settled', 'settled'],
    ['ArrowLeft', WRONG, 'ratio-wrong'],
  ])('%s on “%s” opens or closes it', (pressed, from, group) => {
    expect(stepOf(pressed, lines, from)).toEqual({ type: 'toggle', group })
  })

  it.each([
    ['ArrowUp', WRONG],
    ['ArrowDown', 'settled'],
    ['ArrowLeft', UNIT],
    ['ArrowRight', first],
    ['a', first],
  ])('%s on “%s” does nothing', (pressed, from) => {
    expect(stepOf(pressed, lines, from)).toBeUndefined()
  })

  it('step over what only counts the rest', () => {
    const many = Array.from({ length: MOST_LISTED + 1 }, (_, row) => finding('unit-missing', `r${row}`))
    const listed = linesOf([...many, finding('ratio-rounded', 'r1', { severity: 'info' })], ALL)
    expect(stepOf('ArrowDown', listed, `unit-missing r${MOST_LISTED - 1} c5`)).toEqual({
      type: 'to',
      key: ROUNDED,
    })
  })
})

describe('after a decision the cursor goes', () => {
  const lines = linesOf(FINDINGS, ALL)
  const folded = linesOf(FINDINGS, new Set(['ratio-wrong'] as const))
  const after = (list: typeof lines, key: string) => {
    const line = list.find((each) => each.key === key)
    if (line === undefined) throw new Error(`no line ${key}`)
    return onward(list, line)
  }

  it('to the next finding of the group', () => {
    expect(after(lines, 'ratio-wrong r3 c5')).toEqual({ key: 'ratio-wrong r6 c5' })
  })

  it('into the next group, which opens', () => {
    expect(after(folded, 'ratio-wrong r6 c5')).toEqual({ key: 'unit-missing r2 c5', unfold: 'unit-missing' })
  })

  it('from a whole group to the next one, from the last one back', () => {
    expect(after(lines, WRONG)).toEqual({ key: UNIT })
    expect(after(lines, ROUNDED)).toEqual({ key: UNIT })
  })

  it('at the end of the list to the finding before', () => {
    expect(after(lines, 'ratio-rounded r8 c5')).toEqual({ key: 'ratio-rounded r5 c5' })
  })

  it('from the last finding of the last group to a group above that is closed', () => {
    const findings = [finding('ratio-wrong', 'r1', { severity: 'error' }), finding('unit-missing', 'r2')]
    const list = linesOf(findings, new Set(['unit-missing'] as const))
    expect(after(list, 'unit-missing r2 c5')).toEqual({ key: WRONG })
  })

  it('nowhere when nothing is left', () => {
    const list = linesOf([finding('unit-missing', 'r2')], new Set(['unit-missing'] as const))
    expect(after(list, 'unit-missing r2 c5')).toBeUndefined()
    expect(after(list, UNIT)).toBeUndefined()
  })
})
