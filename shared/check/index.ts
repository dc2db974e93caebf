/** Checks a report by every rule: what a careful reader of a single report would question. */
import type { Computed } from '../calculate.ts'
import type { Finding, Report } from '../model.ts'
import { cellFlags } from './cellFlags.ts'
import { findingsByRow, type Rule } from './finding.ts'
import { rowMemory } from './memory.ts'
import { nameRepeated } from './nameRepeated.ts'
import { ordinalBroken } from './ordinalBroken.ts'
import { ratioImplausible } from './ratioImplausible.ts'
import { ratioStated } from './ratioStated.ts'
import { resultMissing } from './resultMissing.ts'
import { resultUnclear } from './resultUnclear.ts'
import { separatorUnclear } from './separatorUnclear.ts'
import { withSettled } from './settled.ts'
import { shareOver100 } from './shareOver100.ts'
import { sumDiffers } from './sumDiffers.ts'
import { targetUnclear } from './targetUnclear.ts'
import { unitInFigure } from './unitInFigure.ts'
import { unitMissing } from './unitMissing.ts'
import { unitUnlikely } from './unitUnlikely.ts'
import { verdictDiffers } from './verdictDiffers.ts'
import { verdictMissing } from './verdictMissing.ts'

/**
 * Rules that judge each row by itself: what they find in a row depends on nothing but the row, the rows it stands below,
 * what is computed in it, the columns and the properties. After an edit they see only the rows that changed.
 */
const ROW_RULES: readonly Rule[] = [
  cellFlags,
  unitUnlikely,
  unitInFigure,
  separatorUnclear,
  targetUnclear,
  resultUnclear,
  shareOver100,
  ratioImplausible,
  verdictDiffers,
]

/** Rules that weigh rows against each other. They see all rows every time, and keep at hand what a row alone tells. */
const TABLE_RULES: readonly Rule[] = [
  ordinalBroken,
  nameRepeated,
  unitMissing,
  resultMissing,
  sumDiffers,
  ratioStated,
  verdictMissing,
]

/**
 * Those about the whole report first, then from the top row to the bottom. `computed` is the report's `calculate`.
 * Findings that a person let stand are among them, with the reason in `settled`.
 */
export function check(report: Report, computed: Computed): readonly Finding[] {
  return rememberingCheck()(report, computed)
}

/** `check` for one report while it is edited: judges only what changed since the last call. */
export function rememberingCheck(): (report: Report, computed: Computed) => readonly Finding[] {
  const judgeRows = rowMemory(ROW_RULES)
  return (report, computed) => {
    const ofRow = judgeRows(report, computed)
    const ofTable = findingsByRow(TABLE_RULES, report, computed)
    return withSettled(report, [
      ...(ofTable.get(undefined) ?? []),
      ...report.rows.flatMap((row) => [...ofRow(row), ...(ofTable.get(row.id) ?? [])]),
    ])
  }
}
