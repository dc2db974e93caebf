/** Periods in words, and back. */
import { expect, it } from 'vitest'
import { periodOf } from '../../shared/layout/period.ts'
import type { Period } from '../../shared/model.ts'
import { periodWords } from '../../shared/periodWords.ts'

const year = 2024
const periods: readonly Period[] = [
  ...Array.from({ length: 12 }, (_, index): Period => ({ kind: 'month', index: index + 1, year })),
  ...[1, 2, 3, 4].map((index): Period => ({ kind: 'quarter', index, year })),
  ...[1, 2].map((index): Period => ({ kind: 'half-year', index, year })),
  { kind: 'nine-months', year },
  { kind: 'year', year },
  { kind: 'term', from: 2021, to: 2025 },
]

it.each(periods)('are read back: $kind $index', (period) => {
  expect(periodOf(periodWords(period))).toEqual(period)
  expect(periodOf(periodWords(period).toUpperCase())).toEqual(period)
})

it('say nothing of an unknown one', () => {
  expect(periodWords({ kind: 'unknown' })).toBe('')
})
