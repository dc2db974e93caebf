/** Keeps the findings up with the open report, a moment after typing pauses so that no key waits for them. */
import { check } from '../../shared/check/index.ts'
import { useStore } from '../store.ts'

const PAUSE_MILLISECONDS = 150

/** From now on, whenever the open report changes. */
export function checkWhenChanged(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  useStore.subscribe(({ open }, before) => {
    if (open === before.open) return
    const another = open?.report.id !== before.open?.report.id
    if (another) useStore.setState({ findingsView: { current: null, unfolded: null } })
    clearTimeout(waiting)
    waiting = setTimeout(checkNow, another ? 0 : PAUSE_MILLISECONDS)
  })
}

/** Brings the findings up with the open report at once. */
export function checkNow(): void {
  useStore.setState(({ open }) => ({ findings: open === null ? [] : check(open.report, open.computed) }))
}
