/**
 * ordinal-broken: a number that does not follow the one before it.
 * Numbering may run on through the sections or begin anew in each. Silent for ordinals that are no plain numbers, and
 * where so many do not follow that they are codes and no numbering.
 */
import type { Finding, Id, Report, Row } from '../model.ts'
import { eachRow } from '../outline.ts'
import { normalText } from '../text.ts'
import { finding } from './finding.ts'

const MOST_BROKEN = 0.2

/** A row with a plain number. */
export interface Numbered {
  readonly row: Row
  readonly parent: Id | undefined
  readonly number: number
}

export function numberedRows(report: Report): readonly Numbered[] {
  const numbered: Numbered[] = []
  eachRow(report.rows, (row, parent) => {
    const number = plainNumber(row)
    if (number !== undefined) numbered.push({ row, parent: parent?.id, number })
  })
  return numbered
}

export function ordinalBroken(report: Report, numbered: readonly Numbered[]): readonly Finding[] {
  const column = report.columns.find(({ role }) => role === 'ordinal')
  if (column === undefined) return []
  const lastIn = new Map<Id | undefined, number>()
  const broken: { row: Row; before: number }[] = []
  let last: number | undefined
  for (const { row, parent, number } of numbered) {
    const sibling = lastIn.get(parent)
    const follows = number === 1 || number - 1 === last || number - 1 === sibling
    if (!follows && last !== undefined) broken.push({ row, before: sibling ?? last })
    lastIn.set(parent, number)
    last = number
  }
  if (broken.length > Math.max(1, numbered.length * MOST_BROKEN)) return []
  return broken.map(({ row, before }) =>
    finding('ordinal-broken', 'warning', row, column, { ordinal: normalText(row.ordinal), before }),
  )
}

/** Undefined for rows that are not numbered, and for ordinals as "1.1" and "2a". */
export function plainNumber(row: Row): number | undefined {
  if (row.kind !== 'indicator') return undefined
  const digits = /^0*(\d{1,4})[.)]?$/.exec(normalText(row.ordinal))?.[1]
  return digits === undefined ? undefined : Number(digits)
}
