/** Checks a report by every rule: what a careful reader of a single report would question. */
import type { Computed } from '../calculate.ts'
import type { Finding, Report } from '../model.ts'
import { cellFlags } from './cellFlags.ts'
import type { Rule } from './finding.ts'
import { nameRepeated } from './nameRepeated.ts'
import { ordinalBroken } from './ordinalBroken.ts'
import { ratioImplausible } from './ratioImplausible.ts'
import { ratioStated } from './ratioStated.ts'
import { resultMissing } from './resultMissing.ts'
import { resultUnclear } from './resultUnclear.ts'
import { separatorUnclear } from './separatorUnclear.ts'
import { shareOver100 } from './shareOver100.ts'
import { sumDiffers } from './sumDiffers.ts'
import { targetUnclear } from './targetUnclear.ts'
import { unitInFigure } from './unitInFigure.ts'
import { unitMissing } from './unitMissing.ts'
import { unitUnlikely } from './unitUnlikely.ts'
import { verdictDiffers } from './verdictDiffers.ts'
import { verdictMissing } from './verdictMissing.ts'

const RULES: readonly Rule[] = [
  cellFlags,
  ordinalBroken,
  nameRepeated,
  unitMissing,
  unitUnlikely,
  unitInFigure,
  separatorUnclear,
  targetUnclear,
  resultUnclear,
  resultMissing,
  shareOver100,
  sumDiffers,
  ratioStated,
  ratioImplausible,
  verdictDiffers,
  verdictMissing,
]

/** From the top row to the bottom; within a row in the order of the rules. `computed` is the report's `calculate`. */
export function check(report: Report, computed: Computed): readonly Finding[] {
  const places = new Map(report.rows.map((row, index) => [row.id, index]))
  const placeOf = ({ row }: Finding) => (row === undefined ? -1 : (places.get(row) ?? -1))
  return RULES.flatMap((rule) => rule(report, computed)).toSorted((a, b) => placeOf(a) - placeOf(b))
}
