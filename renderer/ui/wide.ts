/** Whether the window is wide enough for the side panel beside the table. */
import { useSyncExternalStore } from 'react'

/** In a narrower window ratio and assessment would be out of view. */
const query = () => window.matchMedia('(min-width: 1100px)')

export function isWide(): boolean {
  return query().matches
}

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, isWide)
}

function subscribe(changed: () => void): () => void {
  const wide = query()
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}
