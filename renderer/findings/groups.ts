/** Findings as the panel lists them: alike ones together, the grave first. */
import type { Finding, Severity } from '../../shared/model.ts'

export interface FindingGroup {
  readonly code: string
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What the findings of a code are called together, in `common`. */
const NAMES: Readonly<Record<string, string>> = {
  'ratio-wrong': 'findingsRatioWrong',
  'ratio-truncated': 'findingsRatioTruncated',
  'ratio-rounded': 'findingsRatioRounded',
  'ratio-unfounded': 'findingsRatioUnfounded',
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
  'target-unclear': 'findingsTargetUnclear',
  'result-missing': 'findingsResultMissing',
  'ordinal-broken': 'findingsOrdinalBroken',
  'name-repeated': 'findingsNameRepeated',
  'figure-far': 'findingsFigureFar',
  'error-cell': 'findingsErrorCell',
  'value-missing': 'findingsValueMissing',
  'encoding-converted': 'findingsEncodingConverted',
}

/** A key of the `common` texts; codes that have no name of their own share one. */
export function groupName(code: string): string {
  return NAMES[code] ?? 'findingsOther'
}

/** Grouped by code; a group is as grave as its gravest finding. Within a group the order of the report stays. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const byCode = new Map<string, Finding[]>()
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding])
  return [...byCode]
    .map(([code, group]) => ({ code, severity: gravest(group), findings: group }))
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
}

function gravest(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>(
    (worst, { severity }) => (GRAVITY[severity] < GRAVITY[worst] ? severity : worst),
    'info',
  )
}
