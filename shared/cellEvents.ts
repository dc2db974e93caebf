/** What happened to a cell beside the text it shows, told from its row before and after a change. */
import { isComputed } from './columns.ts'
import { areEqual } from './equal.ts'
import type { Cell, CellMetadata, Column, FindingCode, PlanValue, Row, SetAside } from './model.ts'
import { formatFigure } from './quantity.ts'

/** Each has its sentence under "cell-…" in the `changes` texts. */
export const CELL_EVENTS = [
  'asOf',
  'asOfNone',
  'kindActual',
  'kindEstimate',
  'kindForecast',
  'kindNone',
  'source',
  'sourceNone',
  'note',
  'noteNone',
  'planValues',
  'planValuesNone',
  'reading',
  'readingNone',
  'followsParts',
  'followsPartsNot',
  'useComputed',
  'useFile',
  'directionMore',
  'directionLess',
  'directionRange',
  'directionKeep',
  'directionWords',
  'directionProposed',
  'yearEndOnly',
  'yearEndOnlyNot',
  'accepted',
  'setAside',
  'questioned',
] as const

export interface CellEvent {
  readonly key: (typeof CELL_EVENTS)[number]
  readonly params: Readonly<Record<string, string>>
  /** The finding that was let stand or is questioned again. */
  readonly code?: FindingCode
}

/** In the order in which a person reads of them: the figure, who supplied it, how it is rated, what was found. */
export function cellEvents(before: Row, after: Row, column: Column): readonly CellEvent[] {
  const was = before.cells[column.id]
  const is = after.cells[column.id]
  return [
    ...figureEvents(was, is),
    ...metadataEvents(was?.metadata ?? {}, is?.metadata ?? {}),
    ...(isComputed(column.role) ? ratingEvents(before, after, column) : []),
    ...findingEvents(before.setAside ?? [], after.setAside ?? [], column),
  ]
}

function figureEvents(was: Cell | undefined, is: Cell | undefined): readonly CellEvent[] {
  const events: CellEvent[] = []
  if (!areEqual(was?.planValues, is?.planValues)) {
    const values = is?.planValues?.map(planText).join(' → ')
    events.push(values === undefined ? event('planValuesNone') : event('planValues', { values }))
  }
  const chosen = chosenFigure(is)
  if (chosen !== undefined && chosen !== chosenFigure(was)) events.push(event('reading', { value: chosen }))
  // Another text is read anew, which needs no word.
  const sameText = was?.text === is?.text
  if (chosen === undefined && chosenFigure(was) !== undefined && sameText) events.push(event('readingNone'))
  if (is?.rolledUp === true && was?.rolledUp !== true) events.push(event('followsParts'))
  if (was?.rolledUp === true && is?.rolledUp !== true) events.push(event('followsPartsNot'))
  return events
}

function metadataEvents(was: CellMetadata, is: CellMetadata): readonly CellEvent[] {
  const events: CellEvent[] = []
  if (was.asOf !== is.asOf) {
    events.push(is.asOf === undefined ? event('asOfNone') : event('asOf', { date: dateText(is.asOf) }))
  }
  if (was.kind !== is.kind) events.push(event(is.kind === undefined ? 'kindNone' : KINDS[is.kind]))
  if (was.source !== is.source) {
    events.push(is.source === undefined ? event('sourceNone') : event('source', { text: is.source }))
  }
  if (was.note !== is.note) {
    events.push(is.note === undefined ? event('noteNone') : event('note', { text: is.note }))
  }
  return events
}

const KINDS = { actual: 'kindActual', estimate: 'kindEstimate', forecast: 'kindForecast' } as const

const DIRECTIONS = {
  more: 'directionMore',
  less: 'directionLess',
  range: 'directionRange',
  keep: 'directionKeep',
  words: 'directionWords',
} as const

function ratingEvents(before: Row, after: Row, { id }: Column): readonly CellEvent[] {
  const events: CellEvent[] = []
  const usedFile = before.stated[id]?.replaced !== true
  const usesFile = after.stated[id]?.replaced !== true
  if (usedFile !== usesFile) events.push(event(usesFile ? 'useFile' : 'useComputed'))
  if (before.direction !== after.direction) {
    const { direction } = after
    events.push(event(direction === undefined ? 'directionProposed' : DIRECTIONS[direction]))
  }
  if (before.yearEndOnly !== after.yearEndOnly) {
    events.push(event(after.yearEndOnly === true ? 'yearEndOnly' : 'yearEndOnlyNot'))
  }
  return events
}

/** A finding of no column is told where the row's name stands. */
function findingEvents(
  was: readonly SetAside[],
  is: readonly SetAside[],
  { id, role }: Column,
): readonly CellEvent[] {
  const isHere = ({ column }: SetAside) => (column === undefined ? role === 'name' : column === id)
  const sameFinding = (one: SetAside, other: SetAside) =>
    one.code === other.code && one.column === other.column && one.seen === other.seen
  const settled = is
    .filter((finding) => isHere(finding) && !was.some((other) => areEqual(other, finding)))
    .map(({ code, reason }) => ({
      ...event(reason === '' ? 'accepted' : 'setAside', reason === '' ? {} : { reason }),
      code,
    }))
  const again = was
    .filter((finding) => isHere(finding) && !is.some((other) => sameFinding(other, finding)))
    .map(({ code }) => ({ ...event('questioned'), code }))
  return [...settled, ...again]
}

function event(key: CellEvent['key'], params: CellEvent['params'] = {}): CellEvent {
  return { key, params }
}

function chosenFigure(cell: Cell | undefined): string | undefined {
  const { value, low, high } = cell?.quantity ?? {}
  if (cell?.chosen !== true) return undefined
  if (value !== undefined) return formatFigure(value)
  return [low, high].flatMap((bound) => (bound === undefined ? [] : [formatFigure(bound)])).join('–')
}

/** "370 (12/QĐ-UBND)" */
function planText({ text, decision }: PlanValue): string {
  return decision === '' ? text : `${text} (${decision})`
}

/** "2024-06-14" → "14/06/2024" */
function dateText(date: string): string {
  return date.split('-').toReversed().join('/')
}
