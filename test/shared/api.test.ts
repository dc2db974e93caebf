/** What the window may send: every edit of the domain, periods that exist, and nothing else. */
import { expect, expectTypeOf, test } from 'vitest'
import fc from 'fast-check'
import { requests, type Input } from '../../shared/api.ts'
import type { Edit } from '../../shared/model.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { arbitraryEdit } from './arbitraryEdits.ts'
import { build } from './building.ts'

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

type Frozen<T> = T extends readonly (infer Part)[]
  ? readonly Frozen<Part>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

test('what may be sent is what an edit is, to the last field', () => {
  expectTypeOf<Frozen<Input<'edit'>['edits'][number]>>().toEqualTypeOf<Frozen<Edit>>()
})

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const sent = (edit: unknown) => requests.edit.input.safeParse({ report: uuid(0), edits: [edit] })

test('every edit of the domain is accepted and comes through as it is', () => {
  const built = build([['1', 'A', 'Ha', '10', '12']])
  const report = {
    ...built,
    columns: built.columns.map((column, index) => ({ ...column, id: uuid(index + 1) })),
    rows: built.rows.map((row, index) => ({ ...row, id: uuid(index + 100) })),
  }
  fc.assert(
    fc.property(arbitraryEdit(report, [uuid(999)]), (edit) => {
      expect(sent(edit)).toEqual({ success: true, data: { report: uuid(0), edits: [edit] } })
    }),
    { numRuns: 500 },
  )
})

const place = { row: uuid(1), column: uuid(2) }
const column = (set: object) => ({ type: 'column', column: uuid(2), set })
const policy = (set: object) => ({
  type: 'properties',
  properties: { policy: { ...DEFAULT_POLICY, ...set } },
})

test.each<[string, object]>([
  ['an unknown edit', { type: 'delete', row: uuid(1) }],
  ['a field too many', { type: 'removeColumn', column: uuid(2), force: true }],
  ['a setting that no person makes', column({ tag: 'c9' })],
  ['a state that no edit sets', { type: 'properties', properties: { state: 'sent' } }],
  ['a text that no cell holds', { type: 'cell', ...place, text: 'x'.repeat(32_768) }],
  ['too many decimals', column({ digits: 7 })],
  ['half a decimal', policy({ digits: 0.5 })],
  ['a growth over no years', column({ steps: 0 })],
  ['a rating nobody knows', policy({ less: 'best' })],
  ['a bound in words', policy({ nearlyFrom: 'gần' })],
  ['a policy without a word', policy({ withinYear: { met: 'Đạt' } })],
  ['a day that is none', { type: 'metadata', ...place, set: { asOf: '2024-02-30' } }],
  ['a kind of figure nobody knows', { type: 'metadata', ...place, set: { kind: 'guess' } }],
  ['a reading that is no figure', { type: 'reading', ...place, value: '1,5' }],
  ['a reading without end', { type: 'reading', ...place, value: '9'.repeat(61) }],
  ['a direction nobody knows', { type: 'row', row: uuid(1), set: { direction: 'up' } }],
  [
    'a computed column of figures',
    { type: 'addColumn', id: uuid(9), after: uuid(2), role: 'plan', header: [] },
  ],
  ['a finding nobody finds', { type: 'setAside', findings: [{ code: 'ugly', seen: '' }], reason: '' }],
  ['a reason that was forgotten', { type: 'setAside', findings: [] }],
  [
    'more plans than a person gives',
    { type: 'planValues', ...place, values: Array(101).fill({ text: '1', decision: '' }) },
  ],
])('%s is refused', (_, edit) => {
  expect(sent(edit).success).toBe(false)
})
