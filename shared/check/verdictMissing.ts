/**
 * verdict-missing: the file assesses its other rows, but not this one.
 * Silent in a column that the program added, that is left empty in more rows than not or holds remarks, in rows a person
 * assessed, added or changed since, where nothing can be worked out, where a formula nobody calculated stands
 * (value-missing says so), and for an outcome that the column leaves blank throughout, as results still to come.
 */
import type { Finding, Outcome, Report } from '../model.ts'
import { finding } from './finding.ts'
import type { Verdict } from './verdicts.ts'

export function verdictMissing(_report: Report, verdicts: readonly Verdict[]): readonly Finding[] {
  const due = verdicts.filter(({ by, right }) => by === 'file' && right !== undefined)
  return [...Map.groupBy(due, ({ column }) => column.id).values()].flatMap((column) => {
    const blank = column.filter(({ text }) => text === '')
    const given = column.filter(({ said }) => said !== undefined)
    if (given.length === 0 || blank.length > given.length) return []
    const leftOut = outcomesLeftOut(column)
    return blank
      .filter(({ earned }) => !leftOut.has(earned))
      .map(({ row, column: at, right = '' }) => finding('verdict-missing', 'warning', row, at, { right }))
  })
}

/** Earned by two rows or more, all of which are blank. */
function outcomesLeftOut(column: readonly Verdict[]): ReadonlySet<Outcome | undefined> {
  const byEarned = Map.groupBy(column, ({ earned }) => earned)
  const leftOut = [...byEarned].filter(([, rows]) => rows.length > 1 && rows.every(({ text }) => text === ''))
  return new Set(leftOut.map(([earned]) => earned))
}
