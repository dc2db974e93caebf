/** The list of many files while it is shown. It alone is drawn again with each of their news, not the window behind. */
import { useStore } from '../store.ts'
import { BatchDialog } from './BatchDialog.tsx'

export function BatchWindow() {
  const batch = useStore((state) => state.batch)
  return batch?.shown === true ? <BatchDialog batch={batch} /> : null
}
