/** The effect of what is being set, counted a moment after it was set, so that no key waits for a long table. */
import { useDeferredValue, useMemo } from 'react'
import type { Computed } from '../../shared/calculate.ts'
import type { Report } from '../../shared/model.ts'
import { effectOf, type Effect } from './effect.ts'

/** `after` keeps its identity as long as nothing else is set. */
export function useDeferredEffect(report: Report, computed: Computed, after: Report): Effect {
  const set = useDeferredValue(after)
  return useMemo(() => effectOf(report, computed, set), [report, computed, set])
}
