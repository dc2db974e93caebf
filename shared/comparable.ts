/** Whether a result and its target are figures of the same thing. Where that is not sure, nothing is computed from them. */
import type { Quantity } from './model.ts'
import { isShare, measureOf } from './units.ts'

/**
 * False where one is a decrease and the other is not, where the measures differ (% and ‰, "ha" and "tấn", a glued "%"
 * against a bare count), and where a fraction stands against a plain percentage. `unit` is the row's.
 */
export function comparable(result: Quantity, target: Quantity, unit: string): boolean {
  if (result.sense !== target.sense) return false
  const sameForm = (result.part === undefined) === (target.part === undefined)
  if (sameForm && result.unit === target.unit) return true
  const ofResult = measureIn(result, unit)
  const ofTarget = measureIn(target, unit)
  const shares = isShare(ofResult) || isShare(ofTarget)
  if (shares && !sameForm) return false
  if (ofResult === ofTarget) return true
  return !shares && (ofResult === undefined || ofTarget === undefined)
}

/** A unit glued to the figure says what it is; else the row's unit does. */
function measureIn(quantity: Quantity, unit: string): string | undefined {
  return measureOf(quantity.unit ?? unit)
}
