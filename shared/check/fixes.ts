/** What a person can do about a finding in one step: edits that make it go away, each with the words of its button. */
import type { Computed } from '../calculate.ts'
import { isComputed } from '../columns.ts'
import type { Column, Edit, Finding, FindingCode, Report, Row } from '../model.ts'
import { formatFigure, formatQuantity, readings } from '../quantity.ts'
import { computedText } from '../shown.ts'
import { measureOf } from '../units.ts'
import { renumbering } from './renumbering.ts'
import { fingerprintOf } from './settled.ts'

/** Each has its words under "fix-…" in the `findings` texts. */
export const FIX_KEYS = [
  'replace',
  'leaveEmpty',
  'read',
  'sum',
  'renumber',
  'writeOut',
  'dropUnit',
  'moveUnit',
  'less',
  'more',
  'word',
  'followFigures',
  'period',
] as const
export type FixKey = (typeof FIX_KEYS)[number]

export interface Fix {
  readonly key: FixKey
  /** What its words are filled in with. */
  readonly params: Readonly<Record<string, string | number>>
  readonly edits: readonly Edit[]
}

/** A finding with the row and column it is about. */
interface Place {
  readonly report: Report
  readonly computed: Computed
  readonly finding: Finding
  readonly row: Row
  readonly column: Column
}

/** The likeliest first; none where only the person knows what is right. `computed` is the report's `calculate`. */
export function fixesOf(report: Report, computed: Computed, finding: Finding): readonly Fix[] {
  const row = report.rows.find(({ id }) => id === finding.row)
  const column = report.columns.find(({ id }) => id === finding.column)
  if (row === undefined || column === undefined) return []
  return FIXES[finding.code]?.({ report, computed, finding, row, column }) ?? []
}

/** Lets findings of any rows stand, for a reason or ""; with null they are questioned again. */
export function setAsideEdit(findings: readonly Finding[], reason: string | null): Edit {
  return {
    type: 'setAside',
    findings: findings.map((finding) => ({
      ...(finding.row !== undefined && { row: finding.row }),
      code: finding.code,
      ...(finding.column !== undefined && { column: finding.column }),
      seen: fingerprintOf(finding),
    })),
    reason,
  }
}

const FIXES: Readonly<Partial<Record<FindingCode, (place: Place) => readonly Fix[]>>> = {
  'ratio-wrong': useComputed,
  'ratio-truncated': useComputed,
  'ratio-rounded': useComputed,
  'ratio-unfounded': useComputed,
  'verdict-differs': useComputed,
  'verdict-missing': useComputed,
  'error-cell': useComputed,
  'value-missing': useComputed,
  'separator-unclear': readAs,
  'digits-hidden': writeOut,
  'sum-differs': putSum,
  'ordinal-broken': renumber,
  'unit-in-figure': takeUnitOut,
  'direction-unclear': setDirection,
}

/** In a computed column: what the program works out instead of what the file states, be it nothing. */
function useComputed({ computed, row, column }: Place): readonly Fix[] {
  if (!isComputed(column.role) || row.stated[column.id] === undefined) return []
  const value = computed.get(row.id)?.[column.id]
  const edits: readonly Edit[] = [{ type: 'stated', column: column.id, rows: [row.id], use: 'computed' }]
  return [
    value === undefined
      ? { key: 'leaveEmpty', params: {}, edits }
      : { key: 'replace', params: { value: computedText(column.role, value) }, edits },
  ]
}

/** One for each way to read the text, which stays as typed; only a range can be told by no single value and is written anew. */
function readAs({ row, column }: Place): readonly Fix[] {
  return readings(row.cells[column.id]?.text ?? '').map((quantity) => {
    const text = formatQuantity(quantity)
    const { value } = quantity
    const edit: Edit =
      value === undefined
        ? typed(row, column, text)
        : { type: 'reading', row: row.id, column: column.id, value }
    return { key: 'read', params: { value: text }, edits: [edit] }
  })
}

function writeOut({ row, column }: Place): readonly Fix[] {
  const { value, unit = '' } = row.cells[column.id]?.quantity ?? {}
  if (value === undefined) return []
  const text = formatQuantity({ op: '=', value, ...(unit !== '' && { unit }) })
  return [{ key: 'writeOut', params: { value: text }, edits: [typed(row, column, text)] }]
}

/** A row that is to follow its parts goes on following them once its cell is emptied. */
function putSum({ finding, row, column }: Place): readonly Fix[] {
  const { sum } = finding.params
  if (sum === undefined) return []
  const follows = row.rollUp !== undefined && row.rollUp !== 'none'
  return [{ key: 'sum', params: { value: sum }, edits: [typed(row, column, follows ? '' : String(sum))] }]
}

function renumber({ report, finding, row, column }: Place): readonly Fix[] {
  const ordinals = renumbering(report.rows, row, Number(finding.params.before) + 1)
  const first = ordinals[0]
  if (first === undefined) return []
  const edits = ordinals.map(({ row: each, ordinal }) => typed(each, column, ordinal))
  return [{ key: 'renumber', params: { value: first.ordinal, count: ordinals.length }, edits }]
}

/** A unit that is the row's is left out; where the row has none it moves to the unit column. */
function takeUnitOut({ report, row, column }: Place): readonly Fix[] {
  const { value, unit } = row.cells[column.id]?.quantity ?? {}
  const unitColumn = report.columns.find(({ role }) => role === 'unit')
  if (value === undefined || unit === undefined || unitColumn === undefined) return []
  const bare = typed(row, column, formatFigure(value))
  const measure = measureOf(unit) ?? unit
  if (row.unit.trim() === '') {
    return [
      {
        key: 'moveUnit',
        params: { value: formatFigure(value), unit },
        edits: [bare, typed(row, unitColumn, unit)],
      },
    ]
  }
  if ((measureOf(row.unit) ?? row.unit) !== measure) return []
  return [{ key: 'dropUnit', params: { value: formatFigure(value) }, edits: [bare] }]
}

function setDirection({ row }: Place): readonly Fix[] {
  return (['less', 'more'] as const).map((direction) => ({
    key: direction,
    params: {},
    edits: [{ type: 'row', row: row.id, set: { direction } }],
  }))
}

function typed(row: Row, column: Column, text: string): Edit {
  return { type: 'cell', row: row.id, column: column.id, text }
}
