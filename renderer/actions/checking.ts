/** Keeps the findings up with the open report, a moment after typing pauses so that no key waits for them. */
import { rememberingCheck } from '../../shared/check/index.ts'
import { useStore } from '../store.ts'

const PAUSE_MILLISECONDS = 150

/** Of the open report: judges only what changed since the last time. */
let check = rememberingCheck()

/** From now on, whenever the open report changes. */
export function checkWhenChanged(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  useStore.subscribe(({ open }, before) => {
    if (open === before.open) return
    clearTimeout(waiting)
    if (open?.report.id === before.open?.report.id) {
      waiting = setTimeout(checkNow, PAUSE_MILLISECONDS)
      return
    }
    check = rememberingCheck()
    useStore.setState({ findingsView: { current: null, unfolded: null } })
    waiting = setTimeout(checkNow, 0)
  })
}

/** Brings the findings up with the open report at once. */
export function checkNow(): void {
  useStore.setState(({ open }) => ({ findings: open === null ? [] : check(open.report, open.computed) }))
}
