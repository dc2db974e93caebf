/** Checks a report by every rule: what a careful reader of a single report would question. */
import type { Computed } from '../calculate.ts'
import type { Finding, Id, Report } from '../model.ts'
import { cellFlags } from './cellFlags.ts'
import { encodingConverted } from './encodingConverted.ts'
import { directionUnclear } from './directionUnclear.ts'
import { doubtsIn } from './doubtfulFigure.ts'
import { figureFar } from './figureFar.ts'
import type { Rule } from './finding.ts'
import { rememberByRow, watchRows, weighing, wholeTable, type TableRules } from './memory.ts'
import { namedRows, nameRepeated } from './nameRepeated.ts'
import { nameUnfinished, openNames } from './nameUnfinished.ts'
import { numberedRows, ordinalBroken } from './ordinalBroken.ts'
import { partOverWhole } from './partOverWhole.ts'
import { overrideDiffers } from './overrideDiffers.ts'
import { periodDiffers } from './periodDiffers.ts'
import { ratioImplausible } from './ratioImplausible.ts'
import { ratioStated, statedRatios } from './ratioStated.ts'
import { ratioUnfounded } from './ratioUnfounded.ts'
import { resultMissing, wantedResults } from './resultMissing.ts'
import { resultUnclear } from './resultUnclear.ts'
import { sectionFigure } from './sectionFigure.ts'
import { separatorUnclear } from './separatorUnclear.ts'
import { withSettled } from './settled.ts'
import { shareOver100 } from './shareOver100.ts'
import { sumDiffers } from './sumDiffers.ts'
import { targetUnclear } from './targetUnclear.ts'
import { namedUnits, unitChanged, unitChangedAgain } from './unitChanged.ts'
import { unitInFigure } from './unitInFigure.ts'
import { measuredRows, unitMissing } from './unitMissing.ts'
import { unitUnlikely } from './unitUnlikely.ts'
import { verdictDiffers } from './verdictDiffers.ts'
import { verdictMissing } from './verdictMissing.ts'
import { verdictsIn } from './verdicts.ts'
import { verdictUnclear } from './verdictUnclear.ts'

/**
 * Rules that judge each row by itself: what they find in a row depends on nothing but the row, the rows it stands below,
 * what is computed in it, the columns and the properties. After an edit they see only the rows that changed.
 */
const ROW_RULES: readonly Rule[] = [
  cellFlags,
  unitUnlikely,
  unitInFigure,
  unitChanged,
  targetUnclear,
  resultUnclear,
  sectionFigure,
  partOverWhole,
  figureFar,
  shareOver100,
  ratioImplausible,
  ratioUnfounded,
  overrideDiffers,
  directionUnclear,
]

/** Rules that weigh rows against each other. They see all rows every time, but what a row alone tells is remembered. */
const TABLE_RULES: readonly TableRules[] = [
  wholeTable(periodDiffers),
  wholeTable(encodingConverted),
  weighing(numberedRows, [ordinalBroken]),
  weighing(namedRows, [nameRepeated]),
  weighing(openNames, [nameUnfinished]),
  weighing(measuredRows, [unitMissing]),
  weighing(namedUnits, [unitChangedAgain]),
  weighing(doubtsIn, [separatorUnclear]),
  weighing(wantedResults, [resultMissing]),
  wholeTable(sumDiffers),
  weighing(statedRatios, [ratioStated]),
  weighing(verdictsIn, [verdictDiffers, verdictMissing, verdictUnclear]),
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
  const look = watchRows()
  const judgeRows = rememberByRow(byAll(ROW_RULES), ({ row }) => row)
  const tableRules = TABLE_RULES.map((begin) => begin())
  return (report, computed) => {
    const looked = look(report, computed)
    const ofRows = judgeRows(looked)
    const ofTable = Map.groupBy(
      tableRules.flatMap((judge) => judge(looked)),
      ({ row }): Id | undefined => row,
    )
    const findings = [...(ofTable.get(undefined) ?? [])]
    report.rows.forEach((row, place) => {
      findings.push(...(ofRows[place] ?? []), ...(ofTable.get(row.id) ?? []))
    })
    return withSettled(report, findings)
  }
}

function byAll(rules: readonly Rule[]): Rule {
  return (report, computed) => rules.flatMap((rule) => rule(report, computed))
}
