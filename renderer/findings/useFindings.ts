/** The findings of the open report, worked out once for all who show them, and after the table is drawn. */
import { useDeferredValue } from 'react'
import { check } from '../../shared/check/index.ts'
import type { Finding } from '../../shared/model.ts'
import { useStore, type OpenReport } from '../store.ts'

const NONE: readonly Finding[] = []
const known = new WeakMap<OpenReport, readonly Finding[]>()

export function useFindings(): readonly Finding[] {
  const open = useDeferredValue(useStore((state) => state.open))
  return open === null ? NONE : findingsOf(open)
}

function findingsOf(open: OpenReport): readonly Finding[] {
  const before = known.get(open)
  if (before !== undefined) return before
  const findings = check(open.report, open.computed)
  known.set(open, findings)
  return findings
}
