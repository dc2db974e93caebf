/** Findings as people read them: alike ones together, the grave first. */
import { FINDING_CODES, type Finding, type FindingCode, type Severity } from '../model.ts'

export interface FindingGroup {
  readonly code: FindingCode
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What the findings of a code are called together: keys of the `common` texts. */
export const GROUP_NAMES: Readonly<Record<FindingCode, string>> = {
  'ratio-wrong': 'findingsRatioWrong',
  'ratio-truncated': 'findingsRatioTruncated',
  'ratio-rounded': 'findingsRatioRounded',
  'ratio-implausible': 'findingsRatioImplausible',
  'verdict-differs': 'findingsVerdictDiffers',
  'verdict-missing': 'findingsVerdictMissing',
  'sum-differs': 'findingsSumDiffers',
  'share-over-100': 'findingsShareOver100',
  'unit-missing': 'findingsUnitMissing',
  'unit-unlikely': 'findingsUnitUnlikely',
  'unit-in-figure': 'findingsUnitInFigure',
  'separator-unclear': 'findingsSeparatorUnclear',
  'digits-hidden': 'findingsDigitsHidden',
  'error-cell': 'findingsErrorCell',
  'value-missing': 'findingsValueMissing',
  'target-unclear': 'findingsTargetUnclear',
  'result-unclear': 'findingsResultUnclear',
  'result-missing': 'findingsResultMissing',
  'ordinal-broken': 'findingsOrdinalBroken',
  'name-repeated': 'findingsNameRepeated',
  'name-unfinished': 'findingsNameUnfinished',
  'direction-unclear': 'findingsDirectionUnclear',
  'ratio-unfounded': 'findingsRatioUnfounded',
  'unit-changed': 'findingsUnitChanged',
  'figure-far': 'findingsFigureFar',
  'part-over-whole': 'findingsPartOverWhole',
  'period-differs': 'findingsPeriodDiffers',
  'section-figure': 'findingsSectionFigure',
  'verdict-unclear': 'findingsVerdictUnclear',
  'override-differs': 'findingsOverrideDiffers',
  'encoding-converted': 'findingsEncodingConverted',
}

/**
 * Grouped by code; a group is as grave as its gravest finding. Equally grave ones stand in a fixed order, so that none
 * moves when findings of another are settled. Within a group the order of the report stays.
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const byCode = new Map<FindingCode, Finding[]>()
  for (const finding of findings) {
    const group = byCode.get(finding.code)
    if (group === undefined) byCode.set(finding.code, [finding])
    else group.push(finding)
  }
  return [...byCode]
    .map(([code, group]) => ({ code, severity: gravest(group), findings: group }))
    .sort(
      (a, b) =>
        GRAVITY[a.severity] - GRAVITY[b.severity] ||
        FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code),
    )
}

function gravest(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>(
    (worst, { severity }) => (GRAVITY[severity] < GRAVITY[worst] ? severity : worst),
    'info',
  )
}
