/** Where the keys take the cursor of the list of findings, and where it goes when a line has been settled. */
import type { FindingCode } from '../../shared/model.ts'
import { placeKey, type Line } from './list.ts'

/** The line to go to; or a group to open or close, the cursor staying on its line. */
export type Step =
  | { readonly type: 'to'; readonly key: string }
  | { readonly type: 'toggle'; readonly group: FindingCode | 'settled' }

/** Undefined where the key does nothing: at an end of the list, or a key that is not for the list. */
export function stepOf(pressed: string, lines: readonly Line[], current: string): Step | undefined {
  const stops = lines.filter(({ type }) => type !== 'rest')
  const index = stops.findIndex(({ key }) => key === current)
  const line = stops[index]
  switch (pressed) {
    case 'ArrowDown':
      return to(stops[index + 1])
    case 'ArrowUp':
      return index > 0 ? to(stops[index - 1]) : undefined
    case 'Home':
      return to(stops[0])
    case 'End':
      return to(stops.at(-1))
    case 'ArrowRight':
      return line === undefined ? undefined : opened(line, stops[index + 1])
    case 'ArrowLeft':
      return line === undefined ? undefined : closed(line, stops.slice(0, index))
    default:
      return undefined
  }
}

/** What a group's line stands for in the set of open ones; undefined for every other line. */
export function groupOf(line: Line): FindingCode | 'settled' | undefined {
  if (line.type === 'group') return line.group.code
  return line.type === 'settled-group' ? 'settled' : undefined
}

function to(line: Line | undefined): Step | undefined {
  return line === undefined ? undefined : { type: 'to', key: line.key }
}

function opened(line: Line, below: Line | undefined): Step | undefined {
  const group = groupOf(line)
  if (group === undefined) return undefined
  return isUnfolded(line) ? to(below) : { type: 'toggle', group }
}

function closed(line: Line, above: readonly Line[]): Step | undefined {
  const group = groupOf(line)
  if (group === undefined) return to(above.findLast((each) => groupOf(each) !== undefined))
  return isUnfolded(line) ? { type: 'toggle', group } : undefined
}

function isUnfolded(line: Line): boolean {
  return 'unfolded' in line && line.unfolded
}

/** Where the cursor goes when `settled` is decided; `unfold` is a group to open for that. */
export interface Onward {
  readonly key: string
  readonly unfold?: FindingCode
}

/**
 * After a finding the next one, opening the next group where it was the last of its own; after a group the next group.
 * At the end of the list backwards; undefined where nothing is left. `lines` are as they were before.
 */
export function onward(lines: readonly Line[], settled: Line): Onward | undefined {
  const index = lines.findIndex(({ key }) => key === settled.key)
  const open = lines.filter(({ type }) => type === 'group' || type === 'finding')
  const below = open.filter((line) => lines.indexOf(line) > index)
  const above = open.filter((line) => lines.indexOf(line) < index)
  if (settled.type === 'group') {
    const next = below.find(({ type }) => type === 'group') ?? above.findLast(({ type }) => type === 'group')
    return next && { key: next.key }
  }
  const [next] = below
  if (next !== undefined) return next.type === 'group' ? intoGroup(next) : { key: next.key }
  // The group of a settled last finding may be gone with it: the line above is a finding of the same group, or none.
  const before = above.findLast((line) => line.type === 'finding')
  if (before !== undefined) return { key: before.key }
  const group = above.findLast((line) => line.type === 'group' && !holds(line, settled))
  return group && { key: group.key }
}

function intoGroup(line: Line): Onward {
  if (line.type !== 'group') return { key: line.key }
  const [first] = line.group.findings
  return first === undefined ? { key: line.key } : { key: placeKey(first), unfold: line.group.code }
}

function holds(group: Line, settled: Line): boolean {
  return group.type === 'group' && settled.type === 'finding' && group.group.code === settled.code
}
