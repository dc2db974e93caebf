/** Findings that a person looked at and let stand: they go on being found, but count no more until they say something else. */
import type { Finding, Id, Report, SetAside } from '../model.ts'

/** What a finding says beside its code and place, as one text: the same as long as it says the same. */
export function fingerprintOf({ params }: Pick<Finding, 'params'>): string {
  return JSON.stringify(Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The findings, in their order, each that was let stand with the reason; one of no row may be let stand by the report. */
export function withSettled(report: Report, findings: readonly Finding[]): readonly Finding[] {
  const lists = new Map<Id | undefined, readonly SetAside[]>([[undefined, report.setAside ?? []]])
  for (const { id, setAside } of report.rows) if (setAside !== undefined) lists.set(id, setAside)
  return findings.map((finding) => {
    const list = lists.get(finding.row)
    if (list === undefined || list.length === 0) return finding
    const seen = fingerprintOf(finding)
    const same = list.find(
      (each) => each.code === finding.code && each.column === finding.column && each.seen === seen,
    )
    return same === undefined ? finding : { ...finding, settled: same.reason }
  })
}
