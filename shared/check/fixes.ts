/** What a person can do about a finding in one step: edits that make it go away, each with the words of its button. */
import type { Computed } from '../calculate.ts'
import { isComputed, isSourceFigure } from '../columns.ts'
import { alike } from '../comparable.ts'
import type { Column, DecimalText, Edit, Finding, FindingCode, Quantity, Report, Row } from '../model.ts'
import { periodWords } from '../periodWords.ts'
import { formatQuantity, readings } from '../quantity.ts'
import { computedText } from '../shown.ts'
import { folded } from '../text.ts'
import { parseGluedUnit, parseUnit } from '../units.ts'
import { differingPeriod } from './periodDiffers.ts'
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
  if (finding.code === 'period-differs') return takePeriod(report)
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
  'unit-changed': takeUnitOut,
  'direction-unclear': setDirection,
  'verdict-unclear': writeWord,
  'override-differs': followFigures,
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

/** One for each way to read the text, which stays as typed; it is written anew where no single figure tells the readings apart. */
function readAs({ row, column }: Place): readonly Fix[] {
  const possible = readings(row.cells[column.id]?.text ?? '')
  return possible.map((reading) => {
    const text = formatQuantity(reading)
    const others = possible.filter((other) => other !== reading).flatMap(figuresOf)
    const value = figuresOf(reading).find((figure) => !others.includes(figure))
    const edit: Edit =
      value === undefined
        ? typed(row, column, text)
        : { type: 'reading', row: row.id, column: column.id, value }
    return { key: 'read', params: { value: text }, edits: [edit] }
  })
}

function figuresOf({ value, low, high, whole }: Quantity): readonly DecimalText[] {
  return [value, low, high, whole].filter((figure) => figure !== undefined)
}

function writeOut({ row, column }: Place): readonly Fix[] {
  const { value, unit = '' } = row.cells[column.id]?.quantity ?? {}
  if (value === undefined) return []
  const text = formatQuantity({ op: '=', value, ...(unit !== '' && { unit }) })
  return [{ key: 'writeOut', params: { value: text }, edits: [typed(row, column, text)] }]
}

/** A row that is to follow its parts goes on following them once its cell is emptied; an adjusted plan never follows. */
function putSum({ finding, row, column }: Place): readonly Fix[] {
  const { sum } = finding.params
  if (sum === undefined) return []
  const isAdjusted = row.cells[column.id]?.planValues !== undefined
  const follows = row.rollUp !== undefined && row.rollUp !== 'none' && !isAdjusted
  return [{ key: 'sum', params: { value: sum }, edits: [typed(row, column, follows ? '' : String(sum))] }]
}

function renumber({ report, finding, row, column }: Place): readonly Fix[] {
  const ordinals = renumbering(report.rows, row, Number(finding.params.before) + 1)
  const first = ordinals[0]
  if (first === undefined) return []
  const edits = ordinals.map(({ row: each, ordinal }) => typed(each, column, ordinal))
  return [{ key: 'renumber', params: { value: first.ordinal, count: ordinals.length }, edits }]
}

/**
 * The figure in the row's unit, without its own; where the row has none, the figure's moves to the unit column. Not where
 * words stand before the figure ("ước 1,15 tỷ"): writing it anew would lose them.
 */
function takeUnitOut({ report, row, column }: Place): readonly Fix[] {
  const cell = row.cells[column.id]
  if (!/^[-+<>≤≥]*\s*\d/u.test(cell?.text.trim() ?? '')) return []
  const unitColumn = report.columns.find(({ role }) => role === 'unit')
  const quantity = cell?.quantity
  if (quantity?.unit === undefined || unitColumn === undefined || column === unitColumn) return []
  const { unit } = quantity
  if (row.unit.trim() === '') {
    if (otherFigures(report, row, column).some((other) => 'refused' in alike(quantity, other, ''))) return []
    const edits = [typed(row, column, withoutUnit(quantity)), typed(row, unitColumn, unit)]
    return [{ key: 'moveUnit', params: { unit }, edits }]
  }
  const usual = parseUnit(row.unit)
  const isKnown = usual?.known === true && parseGluedUnit(unit, usual)?.known === true
  const isSame = isKnown || folded(unit) === folded(row.unit)
  const converted = alike(quantity, ZERO, row.unit)
  if (!isSame || 'refused' in converted) return []
  const text = withoutUnit(converted.result)
  return [{ key: 'dropUnit', params: { value: text }, edits: [typed(row, column, text)] }]
}

/** They would come to be in the unit that moves to the row. */
function otherFigures({ columns }: Report, row: Row, column: Column): readonly Quantity[] {
  return columns
    .filter((other) => other !== column && isSourceFigure(other.role))
    .flatMap(({ id }) => row.cells[id]?.quantity ?? [])
}

/** A figure of the row's unit: what is `alike` it is converted into that. */
const ZERO: Quantity = { op: '=', value: '0' }

function withoutUnit({ unit: _unit, ...bare }: Quantity): string {
  return formatQuantity(bare)
}

function setDirection({ row }: Place): readonly Fix[] {
  return (['less', 'more'] as const).map((direction) => ({
    key: direction,
    params: {},
    edits: [{ type: 'row', row: row.id, set: { direction } }],
  }))
}

/** The word that was probably meant, as the computed one where it is that, and what the figures earn. */
function writeWord(place: Place): readonly Fix[] {
  const { computed, finding, row, column } = place
  const word = String(finding.params.nearest ?? '')
  const earned = row.overrides[column.id] === undefined ? useComputed(place) : followFigures(place)
  if (word === '' || word === computed.get(row.id)?.[column.id]) return earned
  const { reason } = row.overrides[column.id] ?? {}
  const edit: Edit = { ...typed(row, column, word), ...(reason !== undefined && { reason }) }
  return [{ key: 'word', params: { value: word }, edits: [edit] }, ...earned]
}

function followFigures({ computed, row, column }: Place): readonly Fix[] {
  const value = computed.get(row.id)?.[column.id]
  if (value === undefined) return []
  const params = { value: computedText(column.role, value) }
  return [{ key: 'followFigures', params, edits: [typed(row, column, '')] }]
}

/** Only where title and headers agree on another period; else nobody knows which of them is right. */
function takePeriod(report: Report): readonly Fix[] {
  const period = differingPeriod(report)?.period
  if (period === undefined || differingPeriod({ ...report, period }) !== undefined) return []
  const edits: readonly Edit[] = [{ type: 'properties', properties: { period } }]
  return [{ key: 'period', params: { value: periodWords(period) }, edits }]
}

function typed(row: Row, column: Column, text: string): Extract<Edit, { type: 'cell' }> {
  return { type: 'cell', row: row.id, column: column.id, text }
}
