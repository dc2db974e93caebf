/** Opening and closing what is set over the table: how the report rates, and how one of its columns works. */
import type { Settings } from '../store.ts'
import { useStore } from '../store.ts'
import { focusTable } from '../ui/panes.ts'

export function openSettings(settings: Settings): void {
  useStore.setState({ settings })
}

/** The keyboard goes back to the table. */
export function closeSettings(): void {
  useStore.setState({ settings: null })
  // Once the dialog is gone: as long as it is there it keeps the focus within.
  setTimeout(focusTable)
}
