/** Which tab the side panel shows; null while it is folded. */
import { useStore, type Panel } from '../store.ts'
import { useIsWide } from '../ui/wide.ts'

export function useShownPanel(): Panel | null {
  const wide = useIsWide()
  const panel = useStore((state) => state.panel)
  const shown = useStore((state) => state.panelShown)
  return (shown ?? wide) ? panel : null
}
