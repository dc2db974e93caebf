/** Cells that say nothing: empty ones, and those with a sign that no figure was meant. */
import type { Cell } from './model.ts'

/** A formula that nobody calculated shows nothing, but something was meant to stand there. */
export function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.text.trim() === '' && cell.flags === undefined)
}

/** Nothing, a dash, dots, a rule, a ditto mark or a cross: no figure was meant. */
export function isPlaceholder(text: string): boolean {
  return /^[-–—−.…_/"”\sx]*$/iu.test(text)
}
