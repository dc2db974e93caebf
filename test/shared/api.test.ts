/** What the window may send: periods that exist, and nothing else. */
import { expect, test } from 'vitest'
import { requests } from '../../shared/api.ts'

const isAccepted = (period: unknown) =>
  requests.edit.input.safeParse({
    report: '00000000-0000-4000-8000-000000000000',
    edits: [{ type: 'properties', properties: { period } }],
  }).success

test.each([
  { kind: 'month', index: 12, year: 2024 },
  { kind: 'quarter', index: 4, year: 2024 },
  { kind: 'half-year', index: 2, year: 2024 },
  { kind: 'nine-months', year: 2024 },
  { kind: 'year', year: 2024 },
  { kind: 'term', from: 2021, to: 2025 },
  { kind: 'term', from: 2025, to: 2025 },
  { kind: 'unknown' },
])('the period $kind $index is accepted', (period) => {
  expect(isAccepted(period)).toBe(true)
})

test.each([
  { kind: 'month', index: 13, year: 2024 },
  { kind: 'month', index: 0, year: 2024 },
  { kind: 'quarter', index: 7, year: 2024 },
  { kind: 'half-year', index: 9, year: 2024 },
  { kind: 'year', year: 24 },
  { kind: 'term', from: 2025, to: 2021 },
  { kind: 'week', index: 1, year: 2024 },
])('the period $kind $index $from is refused', (period) => {
  expect(isAccepted(period)).toBe(false)
})
