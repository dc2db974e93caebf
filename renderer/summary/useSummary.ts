/** The summary of the open report, worked out once for all that show it, a moment after what is typed is shown. */
import { useDeferredValue } from 'react'
import { summarise, type Summary } from '../../shared/summary.ts'
import { useStore, type OpenReport } from '../store.ts'

export interface OpenSummary {
  readonly open: OpenReport
  readonly summary: Summary
}

/** Of one state of a report, which never changes. */
const known = new WeakMap<OpenReport, Summary>()

/** Null while no report is open. */
export function useSummary(): OpenSummary | null {
  const open = useDeferredValue(useStore((state) => state.open))
  return open === null ? null : { open, summary: summaryOf(open) }
}

function summaryOf(open: OpenReport): Summary {
  const summary = known.get(open) ?? summarise(open.report, open.computed)
  known.set(open, summary)
  return summary
}
